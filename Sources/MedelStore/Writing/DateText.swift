import MedelCore

/// A date's ISO text at a place in memory that stays put while a statement is bound to it.
///
/// Vouchers come in order of date, so most texts are the one before.
struct DateText: ~Copyable {
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 10, alignment: 1)
    private var number: Int32 = 0

    init() {}

    deinit { buffer.deallocate() }

    /// The text of a date; valid until the next call or `deallocate`.
    mutating func callAsFunction(_ day: Day) -> UnsafeRawBufferPointer {
        if day.number != number {
            number = day.number
            buffer[4] = 0x2D
            buffer[7] = 0x2D
            var rest = Int(number)
            for position in [9, 8, 6, 5, 3, 2, 1, 0] {
                buffer[position] = UInt8(0x30 + rest % 10)
                rest /= 10
            }
        }
        return UnsafeRawBufferPointer(buffer)
    }

}
