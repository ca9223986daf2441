import ArgumentParser

@main
struct Medel: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "medel",
        abstract: "Budget, financing and grant accounting for samordningsförbund."
    )
}
