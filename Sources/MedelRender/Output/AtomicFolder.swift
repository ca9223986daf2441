import CRename
import Foundation
import Glibc

/// A folder of files that appears, or is replaced, as a whole.
///
/// It is filled beside its place under a hidden name. Who uses it holds a `FolderLock` on the folder
/// that it lies in, so that the hidden name is one process's at a time.
public struct AtomicFolder: Sendable {
    /// Where it lies when it is done.
    public let path: String

    private let parent: String
    private let name: String

    /// What the hidden names end with.
    private static let mark = ".medel-tmp"

    /// Names a folder inside another that exists.
    public init(_ name: String, in parent: String) {
        self.parent = parent
        self.name = name
        path = "\(parent)/\(name)"
    }

    private var staging: String { "\(parent)/.\(name)\(Self.mark)" }
    private var aside: String { "\(parent)/.\(name).old\(Self.mark)" }

    /// Lets a body fill the folder under its hidden name, and waits until it is on the disk.
    ///
    /// - Returns: what the body returns.
    /// - Throws: what the body throws, or `SystemError`; nothing is then left.
    public func stage<Value>(_ body: (_ staging: String) throws -> Value) throws -> Value {
        try Self.remove(staging)
        guard mkdir(staging, 0o777) == 0 else {
            throw SystemError(.open, path: path, code: errno)
        }
        do {
            let value = try body(staging)
            try sync(staging)
            return value
        } catch {
            discard()
            throw error
        }
    }

    /// Gives the staged folder its name; nothing lies there.
    ///
    /// - Throws: `SystemError`; the staged folder is then gone.
    public func publish() throws {
        try discardingOnError { try Self.move(staging, to: path) }
        try sync(parent)
    }

    /// Puts the staged folder in place of the one that lies there, which is then gone.
    ///
    /// Where the file system cannot exchange two names, there is a moment without either.
    ///
    /// - Throws: `SystemError`; what lay there is then still there.
    public func replace() throws {
        try discardingOnError {
            if try !Self.exchange(staging, path) {
                try Self.remove(aside)
                try Self.move(path, to: aside)
                do {
                    try Self.move(staging, to: path)
                } catch {
                    try Self.move(aside, to: path)
                    throw error
                }
            }
            try sync(parent)
        }
        try Self.remove(staging)
        try Self.remove(aside)
    }

    /// Removes the staged folder, if there is one.
    public func discard() {
        // What is left is removed by the next run, which begins with that.
        try? Self.remove(staging)
    }

    /// Copies a folder of files to this place, as a whole.
    ///
    /// - Throws: `SystemError`; nothing is then left.
    public func copy(_ source: String) throws {
        try stage { staging in
            for name in try Self.names(in: source) {
                try writeFile("\(staging)/\(name)") { sink in
                    try FileSource.deliver("\(source)/\(name)", to: sink)
                }
            }
        }
        try publish()
    }

    /// Removes what runs that were killed have left in a folder.
    public static func removeLeftovers(in parent: String) throws {
        for name in try names(in: parent)
        where name.hasPrefix(".") && name.hasSuffix(mark) {
            try remove("\(parent)/\(name)")
        }
    }

    private func discardingOnError(_ body: () throws -> Void) throws {
        do {
            try body()
        } catch {
            discard()
            throw error
        }
    }

    private static func move(_ source: String, to target: String) throws {
        guard rename(source, target) == 0 else {
            throw SystemError(.rename, path: target, code: errno)
        }
    }

    /// Exchanges two names in one step.
    ///
    /// - Returns: false where the system or the file system cannot.
    private static func exchange(_ one: String, _ other: String) throws -> Bool {
        guard renameat2(AT_FDCWD, one, AT_FDCWD, other, MEDEL_RENAME_EXCHANGE) != 0 else {
            return true
        }
        guard [EINVAL, ENOSYS, ENOTSUP].contains(errno) else {
            throw SystemError(.rename, path: other, code: errno)
        }
        return false
    }

    private static func remove(_ path: String) throws {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        try systemErrors(.write, path) { try FileManager.default.removeItem(atPath: path) }
    }

    private static func names(in folder: String) throws -> [String] {
        try systemErrors(.read, folder) {
            try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        }
    }

    /// Says what Foundation says in the words of the system.
    private static func systemErrors<Value>(
        _ operation: SystemError.Operation,
        _ path: String,
        _ body: () throws -> Value
    ) throws -> Value {
        do {
            return try body()
        } catch let error as NSError {
            let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError
            throw SystemError(operation, path: path, code: Int32(cause?.code ?? Int(EIO)))
        }
    }
}
