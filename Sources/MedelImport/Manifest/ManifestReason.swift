public import MedelCore

/// What is wrong with a file or the folder as such.
public enum ManifestFileReason: Hashable, Sendable {
    /// The folder holds no YAML file.
    case noFiles
    /// The folder holds more files than are read.
    case tooManyFiles(limit: Int)
    /// The file cannot be read from disk.
    case unreadable(detail: String)
    /// The file is larger than is read.
    case fileTooLarge(bytesMax: Int)
    /// The file is not UTF-8.
    case notUTF8
    /// The file is not YAML.
    case syntax(detail: String)
    /// Lists and mappings stand inside each other more deeply than is read.
    case tooDeep(limit: Int)
    /// More values than are read, counted with what aliases repeat.
    case tooManyValues(limit: Int)
    /// More aliases than are read.
    case tooManyAliases(limit: Int)
    /// More problems than are listed.
    case tooManyProblems(limit: Int)
}

/// What is wrong with the shape of an entry: its keys, lists and texts.
public enum ManifestShapeReason: Hashable, Sendable {
    /// A mapping is expected: keys with values.
    case notMapping
    /// A list is expected.
    case notList
    /// A text, number or date is expected.
    case notText
    /// A key is itself a list or a mapping.
    case keyNotText
    /// A key stands twice in one mapping.
    case keyRepeated(String)
    /// A key that is not known here.
    case unknownKey(String, known: [String])
    /// A key that must stand here and does not, or has no value.
    case missingKey(String)
    /// A text holds a character that no text has.
    case controlCharacter(key: String)
}

/// What is wrong with a text that stands for a value.
public enum ManifestValueReason: Hashable, Sendable {
    /// No amount.
    case badAmount(String, AmountFault)
    /// No month.
    case badMonth(String)
    /// No day.
    case badDay(String)
    /// No day of every year.
    case badDayOfYear(String)
    /// No year.
    case badYear(String)
    /// No whole number in the range.
    case badNumber(String, least: Int, most: Int)
    /// No code.
    case badCode(String)
    /// No code of a cost category.
    case badCategory(String)
    /// No code of a budget row.
    case badRowCode(String)
    /// None of the words that are known here.
    case badChoice(String, known: [String])
    /// No book.
    case badBook(String)
    /// No target of a mapping rule.
    case badTarget(String)
    /// No object of a book.
    case badObject(String)
    /// No scope of a ceiling.
    case badScope(String)
    /// No relation to an earlier decision.
    case badRelation(String)
    /// No basis of a grant.
    case badBasis(String)
    /// No percentage.
    case badRate(String)
    /// No SHA-256.
    case badDigest(String)
}

/// What is wrong with how the parts of a plan fit together.
public enum ManifestPlanReason: Hashable, Sendable {
    /// The association is described twice.
    case associationRepeated(first: ManifestPlace)
    /// A code, or what else tells one thing from another, stands twice.
    case duplicate(ManifestThing, String, first: ManifestPlace)
    /// Something that no file describes is referred to.
    case unknownReference(ManifestThing, String)
    /// Something that the ledger does not have is referred to.
    case notInLedger(ManifestThing, String)
    /// A funding source has the code of one for another insats, or for the association.
    case fundingOfOther(FundingCode, InsatsCode?)
    /// The instalments of a contribution sum to more than what has been decided.
    case instalmentsExceed(MemberCode, year: Int, _ sum: Money, _ decided: Money)
    /// An insats is a part of itself, by itself or through others.
    case parentCycle(String)
    /// Only one of the first and the last month is given.
    case halfPeriod
    /// The first month is later than the last.
    case monthsReversed(from: Month, through: Month)
    /// Two budget years have months in common.
    case yearsOverlap(String, String)
    /// A budget year has months outside those of the insats.
    case yearOutsideInsats(String, MonthRange)
    /// A row has another number of amounts than the budget has years.
    case amountCount(expected: Int, found: Int)
    /// An insats in egen regi has recipients.
    case recipientsInOwnMode
    /// The shares of the parties do not sum to the whole, or one is below zero.
    case sharesNotWhole
    /// The instalment plan's shares do not sum to the whole, or a day stands twice.
    case instalmentsNotWhole
    /// Two VAT statuses begin in the same month.
    case vatMonthRepeated
    /// A planned year is none of the two after the budget year.
    case planYearUnknown(Int, budgetYear: Int)
    /// A funding source says neither amounts nor share.
    case fundingEmpty
    /// A position that fewer than two people have confirmed.
    case positionNotConfirmed
    /// The first day is later than the last.
    case daysReversed(from: Day, through: Day)
    /// An eligibility rule names neither words nor categories.
    case eligibilityEmpty
    /// A budget row has an amount for a year in which its category does not hold.
    case categoryNotHeld(CostCategoryCode, year: String)
    /// A budget decided after the last day that the law gives.
    case budgetLate(year: Int, decidedOn: Day)
    /// A budget whose costs pass its revenues.
    case budgetDeficit(year: Int, deficit: Money, hasMotive: Bool)
}

/// What is wrong with a decision and its ceilings.
public enum ManifestDecisionReason: Hashable, Sendable {
    /// A decision of this kind must say how it stands to an earlier one.
    case relationMissing(Decision.Kind)
    /// A decision of this kind cannot stand so to an earlier one.
    case relationNotAllowed(Decision.Kind)
    /// An insats has an earlier first grant already.
    case secondGrant(first: DecisionCode)
    /// A decision refers to itself.
    case refersToItself
    /// The earlier decision is about another insats.
    case decisionOfOtherInsats(DecisionCode, InsatsCode)
    /// A decision of this kind needs ceilings.
    case ceilingsMissing(Decision.Kind)
    /// A decision of this kind has no ceilings.
    case ceilingsNotAllowed(Decision.Kind)
    /// Two ceilings of a decision have one scope.
    case ceilingRepeated(String)
    /// A ceiling is below zero without moving room.
    case ceilingNegative
    /// The ceilings of a decision that moves room do not sum to zero.
    case movesNotZero(Money)
    /// A ceiling is for a budget year beyond those of the insats's budgets.
    case ceilingYearUnknown(Int, count: Int)
    /// A ceiling is for a budget year of an insats without a budget.
    case ceilingYearUnproven(Int)
    /// A ceiling is for a calendar year that has none of the insats's months.
    case ceilingOutsideInsats(year: Int, MonthRange)
    /// A ceiling or riktbelopp is for a cost category that no row of the insats's budgets has.
    case categoryNotBudgeted(CostCategoryCode)
    /// The same, and no mapping rule has it either.
    case categoryUnknown(CostCategoryCode)
    /// A tolerance without a limit.
    case toleranceEmpty
    /// A decision refers to one that was made later.
    case relationToLater(DecisionCode, Day)
    /// Decisions refer to each other in a circle.
    case relationCircle
    /// The earlier decision is replaced already by another one, whose place was taken in turn by
    /// the last.
    case alreadyReplaced(DecisionCode, by: DecisionCode, last: DecisionCode)
    /// Something is granted after the insats was closed.
    case grantAfterClose(Day)
    /// A ceiling is for somebody who is no recipient of the insats.
    case ceilingRecipientUnknown(OwnerCode)
    /// Room is moved between scopes of different kinds.
    case movesAcrossKinds
    /// Room is moved to or from a scope where the grant has none.
    case movesWithoutCeiling(String)
    /// A grant is for named rows, and one is in no budget of the insats.
    case basisRowUnknown(BudgetRowCode)
    /// A decision during the year does not say how it is financed.
    case financingMissing(year: Int)
}
