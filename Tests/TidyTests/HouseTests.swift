import Testing

/// The project keeps its own rules.
struct HouseTests {
    @Test(arguments: TidyRule.allCases)
    func `every file keeps the rule`(_ rule: TidyRule) throws {
        let files = try SourceFile.all(endingIn: [".swift", ".md"])
        #expect(files.count > 20)
        #expect(files.flatMap(rule.findings) == [])
    }
}
