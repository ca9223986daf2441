extension Decision {
    /// The number of the paragraph in the minutes, by which decisions of one meeting are ordered;
    /// zero for one without a number, and for one that no number can hold.
    public var paragraphNumber: Int {
        let digits = paragraph.drop { !$0.isASCII || !$0.isNumber }
            .prefix { $0.isASCII && $0.isNumber }
        return Int(digits) ?? 0
    }
}
