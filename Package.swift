// swift-tools-version: 6.2
import PackageDescription

// The house: arrows point inward. See docs/decisions.md for why each dependency is here.
let package = Package(
    name: "medel",
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        .target(name: "MedelCore"),
        .target(name: "MedelDocument", dependencies: ["MedelCore"]),
        .target(name: "MedelReports", dependencies: ["MedelCore", "MedelDocument"]),
        .target(
            name: "MedelImport",
            dependencies: ["MedelCore", .product(name: "Yams", package: "Yams")]
        ),
        .target(
            name: "MedelRender",
            dependencies: ["MedelCore", "MedelDocument", "CRename", "CXlsxWriter"]
        ),
        .target(
            name: "MedelStore",
            dependencies: [
                "MedelCore", "CCrypto",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]
        ),
        .target(
            name: "MedelApp",
            dependencies: [
                "MedelCore", "MedelDocument", "MedelImport", "MedelRender", "MedelReports",
                "MedelStore",
            ]
        ),
        .executableTarget(
            name: "medel",
            dependencies: [
                "MedelApp", "MedelCore", "MedelDocument", "MedelImport", "MedelRender",
                "MedelStore",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .systemLibrary(
            name: "CXlsxWriter",
            pkgConfig: "xlsxwriter",
            providers: [.apt(["libxlsxwriter-dev"])]
        ),
        .systemLibrary(name: "CRename"),
        .systemLibrary(
            name: "CCrypto",
            pkgConfig: "libcrypto",
            providers: [.apt(["libssl-dev"])]
        ),
        .executableTarget(
            name: "renderRows",
            dependencies: ["MedelCore", "MedelDocument", "MedelRender"],
            path: "Benchmarks/RenderRows"
        ),
        .target(name: "TestSupport", dependencies: ["MedelCore"], path: "Tests/TestSupport"),
        .target(
            name: "LedgerSupport",
            dependencies: [
                "MedelApp", "MedelCore", "MedelStore", "TestSupport",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            path: "Tests/LedgerSupport"
        ),
        .testTarget(name: "MedelCoreTests", dependencies: ["MedelCore", "TestSupport"]),
        .testTarget(
            name: "MedelImportTests",
            dependencies: ["MedelCore", "MedelImport", "TestSupport"],
            exclude: ["Golden", "Manifests"]
        ),
        .testTarget(
            name: "MedelRenderTests",
            dependencies: [
                "MedelCore", "MedelDocument", "MedelRender", "TestSupport", "renderRows",
            ],
            exclude: ["Golden"]
        ),
        .testTarget(
            name: "MedelReportsTests",
            dependencies: [
                "MedelCore", "MedelDocument", "MedelRender", "MedelReports", "TestSupport",
            ]
        ),
        .testTarget(
            name: "MedelStoreTests",
            dependencies: [
                "LedgerSupport", "MedelApp", "MedelCore", "MedelStore", "TestSupport",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]
        ),
        .testTarget(
            name: "MedelAppTests",
            dependencies: [
                "LedgerSupport", "MedelApp", "MedelCore", "MedelDocument", "MedelImport",
                "MedelRender", "MedelStore", "TestSupport",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]
        ),
        .testTarget(
            name: "CommandTests",
            dependencies: [
                "LedgerSupport", "MedelCore", "MedelStore", "TestSupport", "medel",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            exclude: ["Scenarios"]
        ),
        .testTarget(name: "TidyTests", dependencies: ["TestSupport"]),
    ]
)

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]
for target in package.targets where target.type != .system { target.swiftSettings = strict }
