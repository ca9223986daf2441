import Foundation
import MedelCore
import MedelDocument
import MedelRender
import TestSupport
import Testing

@Suite struct SealedJSONTests {
    private let checksum = String(repeating: "0123abcd", count: 8)

    @Test func `the canonical bytes come back from the file, with what it states`() throws {
        let document = try Document.sealedSample()
        let sealed = try SealedJSON(try document.bytes(as: .json))
        #expect(sealed.canonicalBytes == canonicalJSON(document))
        #expect(sealed.statedChecksum == checksum)
        #expect(sealed.ledgerVersion == 42)
        #expect(sealed.head == document.heading.head)
    }

    @Test func `a document with one table or none gives its canonical bytes back too`() throws {
        let sample = try Document.sample()
        for sections in [[], [Section(tables: Array(sample.tables.prefix(1)))]] {
            let bare = Document(heading: sample.heading, sections: sections)
            let document = bare.with(Colophon(of: bare.heading, checksum: checksum))
            let sealed = try SealedJSON(try document.bytes(as: .json))
            #expect(sealed.canonicalBytes == canonicalJSON(bare))
        }
    }

    @Test func `two ledger states with the same figures have the same canonical bytes`() throws {
        let first = try Document.sample(ledgerVersion: 42)
        let second = try Document.sample(ledgerVersion: 43)
        #expect(first.heading != second.heading)
        #expect(canonicalJSON(first) == canonicalJSON(second))
        #expect(canonicalJSON(try Document.sealedSample()) == canonicalJSON(first))
        let other = try Document.sample(deviation: -4_428_431)
        #expect(canonicalJSON(other) != canonicalJSON(first))
    }

    @Test func `the canonical form is itself JSON`() throws {
        let data = Data(canonicalJSON(try Document.sample()))
        let object = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(
            Set(object.keys) == ["title", "association", "asOf", "sections", "tables", "notes"]
        )
    }

    @Test func `any single byte that is changed is noticed`() throws {
        let whole = try Document.sealedSample().bytes(as: .json)
        let sealed = try SealedJSON(whole)
        let end = try placeOfFreeLines(whole)
        for place in 0..<end {
            var bytes = whole
            bytes[place] ^= 1
            guard let changed = try? SealedJSON(bytes) else { continue }
            #expect(changed != sealed, "byte \(place)")
        }
    }

    @Test(arguments: 0..<200)
    func `a file that was cut off, lengthened or mixed up is noticed`(_ seed: Int) throws {
        let whole = try Document.sealedSample().bytes(as: .json)
        let sealed = try SealedJSON(whole)
        var chance = SeededGenerator(seed: seed)
        var bytes = whole
        let place = Int.random(in: 0..<(try placeOfFreeLines(whole)), using: &chance)
        switch seed % 3 {
        case 0: bytes.removeSubrange(place...)
        case 1: bytes.insert(UInt8.random(in: 0...255, using: &chance), at: place)
        default: bytes.remove(at: place)
        }
        guard bytes != whole, let changed = try? SealedJSON(bytes) else { return }
        #expect(changed != sealed)
    }

    /// Where the colophon's own lines begin, which are no part of what the checksum is made of.
    private func placeOfFreeLines(_ bytes: [UInt8]) throws -> Int {
        let mark = Array("\"lines\":[".utf8)
        return try #require(bytes.indices.last { bytes[$0...].starts(with: mark) })
    }

    @Test func `what is no sealed document says why`() throws {
        let text = try Document.sealedSample().drawn(as: .json)
        let refused = { (text: String, error: SealedJSONError) in
            _ = #expect(throws: error) { try SealedJSON(Array(text.utf8)) }
        }
        refused("", .notADocument)
        refused("{}\n", .notADocument)
        refused(String(repeating: "\n", count: 9), .notADocument)
        refused(text + "\n", .notADocument)
        refused(text.replacing("\n", with: "\r\n"), .notADocument)
        refused(try Document.sample().drawn(as: .json), .noColophon)
        refused(try Listing.sample().drawn(as: .json), .noColophon)
        refused(
            text.replacing("\"ledgerVersion\":42,\n", with: "\"ledgerVersion\":43,\n"),
            .differentLedgerStates
        )
        refused(
            text.replacing("\"head\":\"9f", with: "\"head\":\"8f", maxReplacements: 1),
            .differentLedgerStates
        )
        refused(text.replacing("0123abcd\",\"lines", with: "0123ABCD\",\"lines"), .notADocument)
        refused(
            text.replacing("\"ledgerVersion\":42", with: "\"ledgerVersion\":042"),
            .notADocument
        )
    }
}
