import MedelCore

extension InsatsOverview {
    /// How many budget rows share each cost category, the association's own grant left out.
    var rowsByCategory: [CostCategoryCode: Int] {
        var counts: [CostCategoryCode: Int] = [:]
        for row in budget?.version.rows ?? [] where !row.isFinancing {
            if let category = row.category { counts[category, default: 0] += 1 }
        }
        return counts
    }

    /// Whether some budget rows share a cost category.
    var hasSharedCategories: Bool { rowsByCategory.contains { $0.value > 1 } }
}
