public import MedelCore

/// Why a ledger file refuses to be opened, read or written.
public enum LedgerError: Error, Hashable, Sendable {
    /// There is no file at the path.
    case noSuchFile(path: String)
    /// There is a file already, and creating never overwrites.
    case fileExists(path: String)
    /// The folder that should hold the file does not exist.
    case noSuchFolder(path: String)
    /// The file is something else than a ledger.
    case notALedger(path: String)
    /// The ledger was written by a newer Medel.
    case newerLedger(path: String)
    /// The file lies on a network file system, where locks do not hold.
    case networkFileSystem(path: String)
    /// A safety setting of the database could not be set.
    case settingRefused(name: String)
    /// Somebody else writes and did not finish in time.
    case busy
    /// The disk is full, a size limit was met or the device refused to write.
    case cannotWrite(path: String, detail: String)
    /// The file or the folder may not be written.
    case readOnly(path: String)
    /// The file is damaged as a database.
    case damaged(path: String, detail: String)
    /// The same operation key came with another input.
    case operationKeyReused(key: String)
    /// The change would move an amount in a closed or held month.
    case monthNotOpen
    /// Balances or postings pass the largest amount.
    case amountOutOfRange
    /// The named thing is not in the ledger.
    case notFound(LedgerObject, name: String)
    /// The file's fiscal year overlaps another one that the book has vouchers in.
    case fiscalYearsOverlap(file: FiscalYear, book: FiscalYear)
    /// The difference has been resolved already or has been overtaken by a later one.
    case differenceNotOpen(number: Int)
    /// The voucher is not waiting for a month in that book.
    case voucherHasMonth(number: Int)
    /// A voucher counts in its own month or a later one, not in one that has not come.
    case monthNotAssignable(Month, from: Month, through: Month)
    /// The month lies too far away to be closed or opened.
    case monthOutOfRange(Month, from: Month, through: Month)
    /// What is decided wants a reason, and blanks are none.
    case reasonMissing
    /// The backup that should be restored has a broken chain.
    case brokenBackup(path: String, fault: ChainFault)
}

/// A kind of thing that a person can name.
public enum LedgerObject: String, CaseIterable, Sendable {
    /// A book.
    case book
    /// An open difference.
    case difference
    /// A voucher.
    case voucher
    /// A mapping rule.
    case mappingRule
    /// An insats.
    case insats
    /// A budget of an insats.
    case budget
    /// A kostnadsslag of the catalogue.
    case costCategory
}
