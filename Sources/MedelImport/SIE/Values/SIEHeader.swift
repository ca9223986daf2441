public import MedelCore

/// What a file says about itself: its identification items.
///
/// Source: SIE 4C ch. 6, 11.
public struct SIEHeader: Hashable, Sendable {
    /// #FLAGGA: 0 not read by a receiver, 1 read; nil when absent.
    public internal(set) var flag: Int?

    /// #PROGRAM: the name of the program that wrote the file.
    public internal(set) var program = ""

    /// #PROGRAM: the program's version.
    public internal(set) var programVersion = ""

    /// #FORMAT as written; only PC8 is legal.
    public internal(set) var format = ""

    /// #GEN: the day of export.
    public internal(set) var generatedOn: Day?

    /// #GEN: who exported.
    public internal(set) var generatedBy = ""

    /// #SIETYP as written; nil when absent, which means 1.
    public internal(set) var typeText: String?

    /// #PROSA, every one in order.
    public internal(set) var remarks: [String] = []

    /// #FTYP: the form of the company.
    public internal(set) var companyForm = ""

    /// #FNR: the company's identity in the program that wrote the file.
    public internal(set) var companyCode = ""

    /// #BKOD: the branch.
    public internal(set) var branchCode = ""

    /// #ORGNR as written; nil when the label is absent, empty when it has no value.
    public internal(set) var organizationNumberText: String?

    /// #ORGNR when it can be read as one.
    public internal(set) var organizationNumber: OrganizationNumber?

    /// #FNAMN: the legal name.
    public internal(set) var name = ""

    /// #ADRESS: contact, street, postal address and telephone, as many as there are.
    public internal(set) var address: [String] = []

    /// #RAR: the fiscal years with valid dates, by year number; 0 is the file's own.
    public internal(set) var years: [Int: FiscalYear] = [:]

    /// #TAXAR: the year of assessment.
    public internal(set) var taxYear = ""

    /// #OMFATTN: the last day that the balances cover.
    public internal(set) var coversThrough: Day?

    /// #KPTYP: the kind of chart of accounts.
    public internal(set) var chartKind = ""

    /// #VALUTA as written; nil when absent, which means SEK.
    public internal(set) var currency: String?

    init() {}

    /// The type as a figure; `1` when the file does not say.
    public var type: String { typeText ?? "1" }

    /// Year 0, the file's own.
    public var year: FiscalYear? { years[0] }
}
