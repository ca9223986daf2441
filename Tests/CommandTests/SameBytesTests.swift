import Foundation
import TestSupport
import Testing

/// Same data, same bytes (SPEC 1.6, STORE 5), from one process to another.
struct SameBytesTests {
    static let sheets = [["total"], ["insatser"], ["insats", "LINGON"], ["insats", "TVILLING"]]

    @Test func `two processes in different zones and languages write the same sheets`() throws {
        try Program.run { medel in
            try medel.loadExempellan()
            let places = try medel.places()
            for sheet in Self.sheets {
                for form in SheetForms.names {
                    let outputs = try places.map { place in
                        try medel(
                            ["sheet"] + sheet + ["--as-of", "2024-05-31", "--format", form],
                            environment: place
                        )
                    }
                    #expect(outputs[0] == outputs[1], "\(sheet) \(form)")
                    #expect(outputs[0].count > 500, "\(sheet) \(form)")
                }
            }
        }
    }
}
