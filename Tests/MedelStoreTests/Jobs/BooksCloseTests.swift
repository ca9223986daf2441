import MedelCore
import Testing

@testable import MedelStore

@Suite struct BooksCloseTests {
    private static func profile(_ closing: String?) -> AssociationProfile {
        AssociationProfile(
            interimClosingMonth: 8,
            booksClose: closing.flatMap { BookClosing($0) },
            members: [],
            notes: []
        )
    }

    @Test func `a description from before there was a closing day reads and hashes as it did`()
        throws
    {
        let old = #"{"interimClosingMonth":8,"members":[],"notes":[],"schema":1}"#
        #expect(ProfileBody.read(old) == Self.profile(nil))
        #expect(try ProfileBody.text(of: Self.profile(nil)) == old)
    }

    @Test(arguments: ["01-31", "02-29", "12-31"])
    func `a closing day is kept`(_ closing: String) throws {
        let text = try ProfileBody.text(of: Self.profile(closing))
        #expect(text.contains(#""booksClose":"\#(closing)""#))
        #expect(ProfileBody.read(text) == Self.profile(closing))
    }

    @Test func `a closing day that no year has is a damaged description`() {
        let text = #"{"booksClose":"02-30","members":[],"notes":[],"schema":1}"#
        #expect(ProfileBody.read(text) == nil)
    }
}
