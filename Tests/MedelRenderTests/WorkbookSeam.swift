import MedelDocument

@testable import MedelRender

typealias WorkbookLimits = ListingWorkbook.Limits

/// Writes a workbook with limits that a test can reach.
func writeWorkbook(_ listing: Listing, to path: String, limits: WorkbookLimits) throws {
    try ListingWorkbook.write(listing, to: path, limits: limits)
}
