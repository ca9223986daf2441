/// Which vouchers counted when the chain ended at an event, whatever has been added since.
///
/// `currentVoucher` is the same for the chain as it ends now.
enum StandingAtHead {
    /// A condition on `voucher`; the second parameter is the number of the event.
    static let condition = """
        voucher.event <= ?2
        AND NOT EXISTS (
            SELECT 1 FROM voucherVersion WHERE old = voucher.id AND voucherVersion.event <= ?2)
        AND (voucher.isProposed = 0 OR EXISTS (
            SELECT 1 FROM voucherVersion WHERE new = voucher.id AND voucherVersion.event <= ?2))
        """
}
