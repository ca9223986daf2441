import Foundation
import Glibc
import MedelRender
import TestSupport
import Testing

@Suite struct AtomicFolderTests {
    private struct Failure: Error {}

    private func stage(_ folder: AtomicFolder, _ text: String) throws {
        try folder.stage { try Data(text.utf8).write(to: URL(filePath: $0 + "/fil")) }
    }

    private func text(_ folder: AtomicFolder) throws -> String {
        try String(contentsOf: URL(filePath: folder.path + "/fil"), encoding: .utf8)
    }

    private func names(_ folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    @Test func `a folder is seen when it is published, and not before`() throws {
        try withTemporaryFolder { parent in
            let folder = AtomicFolder("uppsättning 1", in: parent.path)
            try stage(folder, "ny")
            #expect(!FileManager.default.fileExists(atPath: folder.path))
            try folder.publish()
            #expect(try names(parent) == ["uppsättning 1"])
            #expect(try text(folder) == "ny")
        }
    }

    @Test func `a folder is replaced, and the old one is gone`() throws {
        try withTemporaryFolder { parent in
            let folder = AtomicFolder("a", in: parent.path)
            try stage(folder, "gammal")
            try folder.publish()
            try stage(folder, "ny")
            #expect(try text(folder) == "gammal")
            try folder.replace()
            #expect(try names(parent) == ["a"])
            #expect(try text(folder) == "ny")
        }
    }

    @Test func `there is always a folder while it is replaced`() throws {
        try withTemporaryFolder { parent in
            let folder = AtomicFolder("a", in: parent.path)
            try stage(folder, "0")
            try folder.publish()
            let loop = Process()
            loop.executableURL = URL(filePath: "/bin/bash")
            loop.arguments = [
                "-c", "for i in {1..20000}; do [ -d '\(folder.path)' ] || exit 1; done",
            ]
            try loop.run()
            while loop.isRunning {
                try stage(folder, "1")
                try folder.replace()
            }
            #expect(loop.terminationStatus == 0)
        }
    }

    @Test func `a body that fails leaves nothing, and what lay there as it was`() throws {
        try withTemporaryFolder { parent in
            let folder = AtomicFolder("a", in: parent.path)
            try stage(folder, "gammal")
            try folder.publish()
            #expect(throws: Failure.self) {
                try folder.stage { staging in
                    try Data().write(to: URL(filePath: staging + "/fil"))
                    throw Failure()
                }
            }
            #expect(try names(parent) == ["a"])
            #expect(try text(folder) == "gammal")
        }
    }

    @Test func `a copy is whole, byte for byte, and its source is left alone`() throws {
        try withTemporaryFolder { parent in
            let folder = AtomicFolder("a", in: parent.path)
            let large = String(repeating: "åäö", count: 100_000)
            try stage(folder, large)
            try folder.publish()
            let copy = AtomicFolder("b", in: parent.path)
            try copy.copy(folder.path)
            #expect(try text(copy) == large)
            #expect(try text(folder) == large)
            #expect(try names(parent) == ["a", "b"])
        }
    }

    @Test func `only what a killed run leaves is removed`() throws {
        try withTemporaryFolder { parent in
            try stage(AtomicFolder("a", in: parent.path), "halv")
            let others = [".medel.lock", ".a.tmp", "b.medel-tmp", "c"]
            for name in others { try Data().write(to: parent.appending(path: name)) }
            #expect(try names(parent).count == 5)
            try AtomicFolder.removeLeftovers(in: parent.path)
            #expect(try names(parent) == others.sorted())
        }
    }

    @Test func `a link under the hidden name is removed, and what it leads to is not`() throws {
        try withTemporaryFolder { parent in
            let own = parent.appending(path: "eget")
            try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
            try Data("kvar".utf8).write(to: own.appending(path: "fil"))
            try FileManager.default.createSymbolicLink(
                at: parent.appending(path: ".a.medel-tmp"),
                withDestinationURL: own
            )
            try stage(AtomicFolder("a", in: parent.path), "ny")
            #expect(try names(own) == ["fil"])
            #expect(try Data(contentsOf: own.appending(path: "fil")) == Data("kvar".utf8))
        }
    }

    @Test func `a parent that is missing is named`() throws {
        try withTemporaryFolder { parent in
            let folder = AtomicFolder("a", in: parent.appending(path: "saknas").path)
            #expect(throws: SystemError(.open, path: folder.path, code: ENOENT)) {
                try stage(folder, "ny")
            }
            #expect(throws: SystemError.self) {
                try AtomicFolder.removeLeftovers(in: parent.appending(path: "saknas").path)
            }
        }
    }
}

@Suite struct FolderLockTests {
    @Test func `a folder is held by one at a time, and given back also after a failure`() throws {
        struct Failure: Error {}
        try withTemporaryFolder { folder in
            let outer = try FolderLock.hold(folder.path) {
                try FolderLock.hold(folder.path) { "inner" } ?? "held"
            }
            #expect(outer == "held")
            #expect(throws: Failure.self) {
                try FolderLock.hold(folder.path) { throw Failure() }
            }
            #expect(try FolderLock.hold(folder.path) { 1 } == 1)
        }
    }

    @Test func `a folder is given back though another process shares the descriptor`() throws {
        try withTemporaryFolder { folder in
            var copies: [Int32] = []
            defer { for copy in copies { close(copy) } }
            let files = FileManager.default
            try FolderLock.hold(folder.path) {
                let names = try files.contentsOfDirectory(atPath: "/proc/self/fd")
                let held = names.first { name in
                    let link = "/proc/self/fd/\(name)"
                    let target = try? files.destinationOfSymbolicLink(atPath: link)
                    return target == folder.path + "/.medel.lock"
                }
                // As a process has it between its start and its program.
                copies.append(dup(try #require(held.flatMap { Int32($0) })))
            }
            #expect(try FolderLock.hold(folder.path) { 1 } == 1)
        }
    }

    @Test func `a folder that is missing is named`() {
        let path = "/nonexistent/.medel.lock"
        #expect(throws: SystemError(.open, path: path, code: ENOENT)) {
            try FolderLock.hold("/nonexistent") { 1 }
        }
    }
}
