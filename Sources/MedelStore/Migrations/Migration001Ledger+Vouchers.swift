/// The tables of files, codes, vouchers and balances, as they began; frozen.
extension Migration001Ledger {
    static let imports = """
        CREATE TABLE attachment (
            id INTEGER PRIMARY KEY,
            \(event),
            sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
            byteCount INTEGER NOT NULL CHECK (byteCount >= 0),
            \(hash)
        ) STRICT;
        CREATE TABLE attachmentPart (
            id INTEGER PRIMARY KEY,
            \(event),
            attachment INTEGER NOT NULL REFERENCES attachment,
            bytes BLOB NOT NULL,
            \(hash)
        ) STRICT;
        CREATE TABLE importedFile (
            id INTEGER PRIMARY KEY,
            \(event),
            book INTEGER NOT NULL REFERENCES book,
            fiscalYear INTEGER REFERENCES fiscalYear,
            fileName TEXT NOT NULL,
            sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
            attachment INTEGER REFERENCES attachment,
            format TEXT NOT NULL,
            encoding TEXT NOT NULL,
            program TEXT NOT NULL,
            generatedOn TEXT CHECK (generatedOn \(day)),
            rule TEXT NOT NULL,
            \(hash)
        ) STRICT;
        CREATE TABLE importResult (
            id INTEGER PRIMARY KEY,
            \(event),
            importedFile INTEGER NOT NULL UNIQUE REFERENCES importedFile,
            coverFrom TEXT CHECK (coverFrom \(day)),
            coverThrough TEXT CHECK (coverThrough \(day)),
            takenCount INTEGER NOT NULL CHECK (takenCount >= 0),
            knownCount INTEGER NOT NULL CHECK (knownCount >= 0),
            changedCount INTEGER NOT NULL CHECK (changedCount >= 0),
            goneCount INTEGER NOT NULL CHECK (goneCount >= 0),
            leftOutCount INTEGER NOT NULL CHECK (leftOutCount >= 0),
            \(hash)
        ) STRICT;
        CREATE TABLE importFinding (
            id INTEGER PRIMARY KEY,
            \(event),
            importedFile INTEGER NOT NULL REFERENCES importedFile,
            severity TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'note')),
            code TEXT NOT NULL,
            line INTEGER,
            message TEXT NOT NULL,
            \(hash)
        ) STRICT;
        """

    static let codes = """
        CREATE TABLE account (
            id INTEGER PRIMARY KEY,
            \(event),
            book INTEGER NOT NULL REFERENCES book,
            number TEXT NOT NULL CHECK (number <> ''),
            name TEXT NOT NULL,
            kind TEXT CHECK (kind IN ('T', 'S', 'K', 'I')),
            \(hash)
        ) STRICT;
        CREATE TABLE dimension (
            id INTEGER PRIMARY KEY,
            \(event),
            book INTEGER NOT NULL REFERENCES book,
            number INTEGER NOT NULL,
            name TEXT NOT NULL,
            parent INTEGER,
            \(hash)
        ) STRICT;
        CREATE TABLE object (
            id INTEGER PRIMARY KEY,
            \(event),
            book INTEGER NOT NULL REFERENCES book,
            dimension INTEGER NOT NULL,
            code TEXT NOT NULL,
            name TEXT NOT NULL,
            \(hash)
        ) STRICT;
        CREATE TABLE coding (
            id INTEGER PRIMARY KEY,
            \(event),
            book INTEGER NOT NULL REFERENCES book,
            account TEXT NOT NULL CHECK (account <> ''),
            objects TEXT NOT NULL,
            \(hash),
            UNIQUE (book, account, objects)
        ) STRICT;
        """

    static let vouchers = """
        CREATE TABLE voucher (
            id INTEGER PRIMARY KEY,
            \(event),
            importedFile INTEGER NOT NULL REFERENCES importedFile,
            fiscalYear INTEGER NOT NULL REFERENCES fiscalYear,
            series TEXT NOT NULL,
            number TEXT NOT NULL,
            occurrence INTEGER NOT NULL CHECK (occurrence >= 0),
            date TEXT NOT NULL CHECK (date \(day)),
            period INTEGER NOT NULL CHECK (period >= 0),
            text TEXT NOT NULL,
            registeredOn TEXT CHECK (registeredOn \(day)),
            signature TEXT NOT NULL,
            line INTEGER NOT NULL,
            isProposed INTEGER NOT NULL CHECK (isProposed IN (0, 1)),
            contentHash BLOB NOT NULL CHECK (length(contentHash) = 32),
            firstPosting INTEGER NOT NULL CHECK (firstPosting > 0),
            postingCount INTEGER NOT NULL CHECK (postingCount >= 0),
            \(hash)
        ) STRICT;
        CREATE TABLE posting (
            id INTEGER PRIMARY KEY,
            voucher INTEGER NOT NULL REFERENCES voucher,
            coding INTEGER NOT NULL REFERENCES coding,
            month INTEGER NOT NULL CHECK (month >= 0),
            amountOre INTEGER NOT NULL CHECK (amountOre \(money)),
            date TEXT CHECK (date \(day)),
            text TEXT,
            quantity TEXT,
            signature TEXT,
            line INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX postingByMonthAndCoding ON posting (month, coding);
        CREATE TABLE correction (
            id INTEGER PRIMARY KEY,
            \(event),
            voucher INTEGER NOT NULL REFERENCES voucher,
            kind TEXT NOT NULL CHECK (kind IN ('added', 'struck')),
            coding INTEGER NOT NULL REFERENCES coding,
            amountOre INTEGER NOT NULL CHECK (amountOre \(money)),
            date TEXT CHECK (date \(day)),
            text TEXT NOT NULL,
            quantity TEXT NOT NULL,
            signature TEXT NOT NULL,
            line INTEGER NOT NULL,
            \(hash)
        ) STRICT;
        """

    static let balances = """
        CREATE TABLE balance (
            coding INTEGER NOT NULL REFERENCES coding,
            month INTEGER NOT NULL CHECK (month >= 0),
            amountOre INTEGER NOT NULL CHECK (amountOre \(money)),
            PRIMARY KEY (coding, month)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE declaredBalance (
            id INTEGER PRIMARY KEY,
            \(event),
            importedFile INTEGER NOT NULL REFERENCES importedFile,
            kind TEXT NOT NULL
                CHECK (kind IN ('IB', 'UB', 'RES', 'PSALDO', 'PBUDGET', 'OIB', 'OUB')),
            yearIndex INTEGER NOT NULL,
            fiscalYear INTEGER REFERENCES fiscalYear,
            month INTEGER,
            coding INTEGER NOT NULL REFERENCES coding,
            amountOre INTEGER NOT NULL CHECK (amountOre \(money)),
            quantity TEXT NOT NULL,
            line INTEGER NOT NULL,
            \(hash)
        ) STRICT;
        """
}
