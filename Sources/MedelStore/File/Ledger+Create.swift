import Foundation
import GRDB
import Glibc
public import MedelCore

/// What a ledger says of itself.
public struct LedgerIdentity: Hashable, Sendable {
    /// Whether figures are an association's own or invented.
    public enum Kind: String, CaseIterable, Sendable {
        /// An association's books.
        case real
        /// Invented or taken from published documents; time and actor may be set by hand.
        case sample
    }

    /// The association's name.
    public let name: String

    /// The association's organisation number.
    public let organizationNumber: OrganizationNumber

    /// Whether figures are real.
    public let kind: Kind

    /// Describes a ledger.
    public init(name: String, organizationNumber: OrganizationNumber, kind: Kind) {
        self.name = name
        self.organizationNumber = organizationNumber
        self.kind = kind
    }
}

extension Ledger {
    /// Makes an empty ledger with its genesis event and the association's own book.
    ///
    /// The file appears whole: it is made beside its place and moved there.
    ///
    /// - Parameters:
    ///   - path: where the file shall lie; nothing may lie there.
    ///   - identity: whose ledger it is.
    ///   - actor: who makes it.
    ///   - time: when.
    /// - Returns: where the new chain ends.
    /// - Throws: `LedgerError.fileExists`, `.noSuchFolder`, `.cannotWrite`.
    public static func create(
        at path: String,
        _ identity: LedgerIdentity,
        actor: String,
        time: Timestamp
    ) throws -> ChainHead {
        let folder = URL(filePath: path).deletingLastPathComponent().path
        guard FileManager.default.fileExists(atPath: folder) else {
            let named = path.lastIndex(of: "/").map { String(path[..<$0]) }
            throw LedgerError.noSuchFolder(path: named ?? folder)
        }
        guard !FileManager.default.fileExists(atPath: path) else {
            throw LedgerError.fileExists(path: path)
        }
        let draft = path + ".creating-\(getpid())"
        defer {
            for leftover in [draft, draft + "-journal"] { unlink(leftover) }
        }
        let head = try translatingErrors(path: path) {
            try fill(draft, identity, actor: actor, time: time)
        }
        // A link refuses to replace what somebody else put there meanwhile; a rename would not.
        guard link(draft, path) == 0 else {
            if errno == EEXIST { throw LedgerError.fileExists(path: path) }
            throw LedgerError.cannotWrite(path: path, detail: String(cString: strerror(errno)))
        }
        synchronizeFolder(folder)
        return head
    }

    private static func fill(
        _ path: String,
        _ identity: LedgerIdentity,
        actor: String,
        time: Timestamp
    ) throws -> ChainHead {
        let queue = try LedgerConnection.open(path: path, access: .write)
        try queue.writeWithoutTransaction { database in
            try database.execute(
                sql: "PRAGMA application_id = \(LedgerConnection.applicationID)"
            )
        }
        try LedgerSchema.migrator.migrate(queue)
        let seed = IdentitySeed(identity, time: time)
        try queue.write { database in
            try database.execute(
                sql: "INSERT INTO secret (id, contentKey) VALUES (1, ?)",
                arguments: [Data(seed.bytes("contentKey", count: 32))]
            )
            if identity.kind == .sample {
                try ActorRegister.add(actor, isSample: true, to: database)
            }
        }
        let operation = Operation(
            kind: .createLedger,
            subject: identity.name,
            actor: actor,
            time: time
        )
        let outcome = try Ledger(path: path, queue: queue).record(operation) { facts in
            let number = identity.organizationNumber.description
            try facts.insert(
                .ledger,
                [
                    .text(hexadecimal(seed.bytes("identity", count: 16))), .text(identity.name),
                    .text(number), .text(identity.kind.rawValue),
                ]
            )
            try facts.insert(
                .book,
                [
                    .text(BookReference.association.description), .text(identity.name),
                    .text(number), .text(BookKind.complete.rawValue),
                ]
            )
        }
        try queue.close()
        guard case .recorded(_, let head) = outcome else {
            preconditionFailure("a new ledger has its genesis event")
        }
        return head
    }

    /// Makes a new name in a folder survive a power cut.
    static func synchronizeFolder(_ folder: String) {
        let descriptor = Glibc.open(folder, O_RDONLY | O_DIRECTORY)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}

/// What a new ledger's identity and key are drawn from: chance, or in a sample ledger its name,
/// number and time, so that the same steps give the same chain.
private struct IdentitySeed {
    private let source: String?

    init(_ identity: LedgerIdentity, time: Timestamp) {
        source =
            identity.kind == .sample
            ? "\(identity.name)\n\(identity.organizationNumber)\n\(time)" : nil
    }

    /// At most thirty-two bytes for a purpose.
    func bytes(_ purpose: String, count: Int) -> [UInt8] {
        guard let source else { return randomBytes(count: count) }
        return Array(Digest(of: Array("\(purpose)\n\(source)".utf8)).bytes.prefix(count))
    }
}
