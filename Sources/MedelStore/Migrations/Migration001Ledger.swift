/// The ledger as it began: chain, books, vouchers, balances, differences, periods, mapping.
///
/// Shipped, so frozen. Source: STORE 1–3.
enum Migration001Ledger {
    static let name = "001 ledger"

    static let statements: [String] =
        [chain, books, imports, codes, vouchers, balances, differences, periods, operations]
        + fixedTables.flatMap(refusals)
        + [lockOnInsert, lockOnUpdate, lockOnDelete]

    static let money = "BETWEEN -999999999999999 AND 999999999999999"
    static let day = "GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'"
    static let hash = "hash BLOB NOT NULL CHECK (length(hash) = 32)"
    static let event = "event INTEGER NOT NULL REFERENCES event"

    /// An event says who, when and what before its rows are written; its seal, written last, covers
    /// them and the seal before.
    private static let chain = """
        CREATE TABLE event (
            id INTEGER PRIMARY KEY CHECK (id > 0),
            encoding INTEGER NOT NULL CHECK (encoding > 0),
            time TEXT NOT NULL CHECK (length(time) = 20),
            actor TEXT NOT NULL,
            operation TEXT NOT NULL,
            operationKey TEXT NOT NULL UNIQUE,
            inputDigest BLOB NOT NULL CHECK (length(inputDigest) = 32),
            subject TEXT NOT NULL,
            reason TEXT NOT NULL
        ) STRICT;
        CREATE TABLE seal (
            id INTEGER PRIMARY KEY REFERENCES event,
            previous BLOB NOT NULL CHECK (length(previous) = 32),
            contents TEXT NOT NULL,
            rowsDigest BLOB NOT NULL CHECK (length(rowsDigest) = 32),
            \(hash)
        ) STRICT;
        CREATE TABLE ledger (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            \(event),
            identity TEXT NOT NULL,
            name TEXT NOT NULL,
            organizationNumber TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('real', 'sample')),
            \(hash)
        ) STRICT;
        """

    private static let books = """
        CREATE TABLE book (
            id INTEGER PRIMARY KEY,
            \(event),
            code TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            organizationNumber TEXT,
            kind TEXT NOT NULL CHECK (kind IN ('complete', 'extract')),
            \(hash)
        ) STRICT;
        CREATE TABLE fiscalYear (
            id INTEGER PRIMARY KEY,
            \(event),
            book INTEGER NOT NULL REFERENCES book,
            firstDay TEXT NOT NULL CHECK (firstDay \(day)),
            lastDay TEXT NOT NULL CHECK (lastDay \(day) AND lastDay >= firstDay),
            \(hash),
            UNIQUE (book, firstDay, lastDay)
        ) STRICT;
        """

    private static let differences = """
        CREATE TABLE difference (
            id INTEGER PRIMARY KEY,
            \(event),
            importedFile INTEGER NOT NULL REFERENCES importedFile,
            kind TEXT NOT NULL CHECK (kind IN ('changed', 'gone', 'returned')),
            voucher INTEGER NOT NULL REFERENCES voucher,
            proposal INTEGER REFERENCES voucher,
            \(hash),
            CHECK ((kind = 'changed') = (proposal IS NOT NULL))
        ) STRICT;
        CREATE INDEX differenceByVoucher ON difference (voucher);
        CREATE TABLE resolution (
            id INTEGER PRIMARY KEY,
            \(event),
            difference INTEGER NOT NULL UNIQUE REFERENCES difference,
            verdict TEXT NOT NULL CHECK (verdict IN ('accepted', 'refused')),
            \(hash)
        ) STRICT;
        CREATE TABLE voucherVersion (
            id INTEGER PRIMARY KEY,
            \(event),
            old INTEGER NOT NULL UNIQUE REFERENCES voucher,
            new INTEGER UNIQUE REFERENCES voucher,
            \(hash)
        ) STRICT;
        CREATE VIEW currentVoucher AS
        SELECT * FROM voucher
        WHERE NOT EXISTS (SELECT 1 FROM voucherVersion WHERE old = voucher.id)
        AND (isProposed = 0 OR EXISTS (SELECT 1 FROM voucherVersion WHERE new = voucher.id));
        CREATE VIEW openDifference AS
        SELECT * FROM difference
        WHERE kind <> 'returned'
        AND NOT EXISTS (SELECT 1 FROM resolution WHERE difference = difference.id)
        AND NOT EXISTS (SELECT 1 FROM voucherVersion WHERE old = difference.voucher)
        AND NOT EXISTS (
            SELECT 1 FROM difference AS later
            WHERE later.voucher = difference.voucher AND later.id > difference.id);
        """

    private static let periods = """
        CREATE TABLE periodLock (
            id INTEGER PRIMARY KEY,
            \(event),
            book INTEGER NOT NULL REFERENCES book,
            month INTEGER NOT NULL CHECK (month > 0),
            state TEXT NOT NULL CHECK (state IN ('open', 'hold', 'closed')),
            digest BLOB NOT NULL CHECK (length(digest) = 32),
            \(hash)
        ) STRICT;
        CREATE INDEX periodLockByMonth ON periodLock (book, month);
        CREATE VIEW currentPeriod AS
        SELECT book, month, state, digest, id FROM periodLock
        WHERE id = (
            SELECT max(id) FROM periodLock AS other
            WHERE other.book = periodLock.book AND other.month = periodLock.month);
        CREATE TABLE periodAssignment (
            id INTEGER PRIMARY KEY,
            \(event),
            voucher INTEGER NOT NULL UNIQUE REFERENCES voucher,
            month INTEGER NOT NULL CHECK (month > 0),
            \(hash)
        ) STRICT;
        CREATE TABLE mappingRule (
            id INTEGER PRIMARY KEY,
            \(event),
            book INTEGER NOT NULL REFERENCES book,
            accountPrefix TEXT NOT NULL,
            dimension INTEGER,
            object TEXT,
            firstMonth INTEGER,
            lastMonth INTEGER,
            priority INTEGER NOT NULL,
            target TEXT NOT NULL,
            category TEXT,
            \(hash),
            CHECK ((dimension IS NULL) = (object IS NULL))
        ) STRICT;
        CREATE TABLE mappingRuleEnd (
            id INTEGER PRIMARY KEY,
            \(event),
            mappingRule INTEGER NOT NULL UNIQUE REFERENCES mappingRule,
            \(hash)
        ) STRICT;
        """

    /// What is no fact: who people are (erasable), the key of extract books, the log of runs.
    private static let operations = """
        CREATE TABLE actor (
            id TEXT PRIMARY KEY,
            name TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE secret (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            contentKey BLOB NOT NULL CHECK (length(contentKey) = 32)
        ) STRICT;
        CREATE TABLE operationRecord (
            id INTEGER PRIMARY KEY,
            previous BLOB NOT NULL CHECK (length(previous) = 32),
            time TEXT NOT NULL,
            actor TEXT NOT NULL,
            kind TEXT NOT NULL,
            detail TEXT NOT NULL,
            \(hash)
        ) STRICT;
        """

    /// The fact tables that there were; later ones come with their own migrations.
    private static let fixedTables =
        FactTable.allCases.filter { $0.rawValue <= 23 }.map(\.name)
        + ["event", "seal", "operationRecord"]

    /// What keeps the rows of a table as they are.
    static func refusals(of table: String) -> [String] {
        [("Update", "UPDATE"), ("Delete", "DELETE")].map { name, verb in
            """
            CREATE TRIGGER \(table)Refuses\(name) BEFORE \(verb) ON \(table)
            BEGIN SELECT RAISE(ABORT, 'facts in \(table) are never changed'); END;
            """
        }
    }

    private static func isClosed(_ row: String) -> String {
        """
        EXISTS (
            SELECT 1 FROM currentPeriod
            WHERE currentPeriod.book = (SELECT book FROM coding WHERE id = \(row).coding)
            AND currentPeriod.month = \(row).month AND currentPeriod.state <> 'open')
        """
    }

    private static let lockOnInsert = """
        CREATE TRIGGER balanceOfClosedMonthRefusesInsert BEFORE INSERT ON balance
        WHEN \(isClosed("NEW"))
        BEGIN SELECT RAISE(ABORT, 'the month is closed'); END;
        """

    private static let lockOnUpdate = """
        CREATE TRIGGER balanceOfClosedMonthRefusesUpdate BEFORE UPDATE ON balance
        WHEN (NEW.amountOre <> OLD.amountOre OR NEW.month <> OLD.month
            OR NEW.coding <> OLD.coding)
        AND (\(isClosed("NEW")) OR \(isClosed("OLD")))
        BEGIN SELECT RAISE(ABORT, 'the month is closed'); END;
        """

    private static let lockOnDelete = """
        CREATE TRIGGER balanceOfClosedMonthRefusesDelete BEFORE DELETE ON balance
        WHEN \(isClosed("OLD"))
        BEGIN SELECT RAISE(ABORT, 'the month is closed'); END;
        """
}
