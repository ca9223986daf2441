/// A place in a dimension of a book, such as project `P12` in dimension 6.
///
/// Source: SIE 4C 8.4, 8.21.
public struct ObjectReference: Hashable, Sendable {
    /// The dimension's number: 1 cost centre, 6 project, 7 employee, 20 and up free.
    public let dimension: Int

    /// The object's code inside the dimension.
    public let code: String

    /// Names an object.
    public init(dimension: Int, code: String) {
        self.dimension = dimension
        self.code = code
    }
}

extension ObjectReference {
    /// Compares bytes: two ways of writing one letter are two codes, as in the books.
    public static func == (left: ObjectReference, right: ObjectReference) -> Bool {
        left.dimension == right.dimension && left.code.utf8.elementsEqual(right.code.utf8)
    }

    /// Feeds the dimension and the bytes of the code.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(dimension)
        code.hashBytes(into: &hasher)
    }
}

extension ObjectReference: Comparable {
    /// Orders by dimension, then by code.
    public static func < (left: ObjectReference, right: ObjectReference) -> Bool {
        if left.dimension != right.dimension { return left.dimension < right.dimension }
        return left.code.utf8.lexicographicallyPrecedes(right.code.utf8)
    }
}

/// What a posting is booked on, an account and its objects.
///
/// Balances are kept by coding and month.
///
/// Source: STORE 3.1.
public struct Coding: Hashable, Sendable {
    /// The account.
    public let account: AccountNumber

    /// The objects, in order of dimension and code.
    public let objects: [ObjectReference]

    /// Puts the objects in order, so that one coding is written one way.
    public init(account: AccountNumber, objects: [ObjectReference] = []) {
        self.account = account
        self.objects = objects.sorted()
    }
}

extension Coding: Comparable {
    /// Orders by account, then by objects.
    public static func < (left: Coding, right: Coding) -> Bool {
        if left.account != right.account { return left.account < right.account }
        return left.objects.lexicographicallyPrecedes(right.objects)
    }
}
