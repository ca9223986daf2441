import ArgumentParser
import Foundation
import MedelApp
import MedelCore
import MedelStore

/// Which ledger, and in a sample ledger who and when.
struct LedgerOptions: ParsableArguments {
    @Option(name: .long, help: "The ledger file; else MEDEL_LEDGER.")
    var ledger: String?

    @Option(name: .long, help: "The time, in a sample ledger only: 2025-01-31T12:00:00Z.")
    var now: Timestamp?

    @Option(name: .long, help: "Who does it, in a sample ledger only.")
    var actor: String?

    /// Whether a ledger is named at all.
    var isNamed: Bool { name != nil }

    private var name: String? {
        let named = ledger ?? ProcessInfo.processInfo.environment["MEDEL_LEDGER"]
        return named?.isEmpty == false ? named : nil
    }

    func open(for access: Ledger.Access) throws -> Ledger {
        guard let named = name else {
            throw ValidationError("Name the ledger with --ledger FILE or MEDEL_LEDGER.")
        }
        return try Ledger.open(named, for: access)
    }

    /// The day it is in Sweden.
    func today() throws -> Day {
        guard let day = try (now ?? Clock.now()).dayInStockholm else {
            throw ValidationError("The computer's clock is outside the years 1 to 9999.")
        }
        return day
    }

    /// Who does something now.
    func performer(in ledger: Ledger) throws -> Performer {
        if now != nil || actor != nil, try ledger.identity().kind != .sample {
            throw ValidationError("--now and --actor are for sample ledgers only.")
        }
        return Performer(actor: actor ?? Clock.userName, now: try now ?? Clock.now())
    }
}

/// The one place where the program reads the clock and asks who runs it.
enum Clock {
    static func now() throws -> Timestamp {
        let seconds = Int64(Date().timeIntervalSince1970)
        guard let now = Timestamp(secondsSince1970: seconds) else {
            throw ValidationError("The computer's clock is outside the years 1 to 9999.")
        }
        return now
    }

    static var userName: String { NSUserName() }
}
