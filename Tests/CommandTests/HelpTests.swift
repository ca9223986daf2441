import Foundation
import TestSupport
import Testing

/// What the program says of itself.
struct HelpTests {
    private struct Dump: Decodable {
        struct Command: Decodable {
            let commandName: String
            let discussion: String?
            let subcommands: [Command]?
        }
        let command: Command
    }

    @Test func `every command's help has an example that names it`() throws {
        let run = try Subprocess(Program.path, ["--experimental-dump-help"])
        let root = try JSONDecoder().decode(Dump.self, from: run.output).command
        var count = 0
        func visit(_ command: Dump.Command, _ path: String) throws {
            guard command.commandName != "help" else { return }
            count += 1
            let words = path.split(separator: " ").map(String.init)
            let help = try Subprocess(Program.path, Array(words.dropFirst()) + ["--help"])
            let text = String(decoding: help.output, as: UTF8.self)
            #expect(help.status == 0)
            #expect(text.contains("Example"), "\(path)")
            #expect(text.split(separator: "Example").last?.contains(path) == true, "\(path)")
            for part in command.subcommands ?? [] {
                try visit(part, path + " " + part.commandName)
            }
        }
        try visit(root, "medel")
        #expect(count >= 25)
    }
}
