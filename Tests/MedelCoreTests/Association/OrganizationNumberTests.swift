import MedelCore
import Testing

struct OrganizationNumberTests {
    @Test(arguments: ["2220001234", "222000-1234", "16222000-1234", "162220001234", "222000 1234"])
    func `a number is read with and without hyphen and prefix`(_ text: String) {
        #expect(OrganizationNumber(text)?.digits == "2220001234")
        #expect(OrganizationNumber(text)?.description == "222000-1234")
    }

    @Test(arguments: [
        "", "-", "222000-123", "222000-12345", "15222000-1234", "222000-123A", "222000–1234",
        "٢٢٢٠٠٠١٢٣٤",
    ])
    func `other forms are refused`(_ text: String) {
        #expect(OrganizationNumber(text) == nil)
    }

    @Test(arguments: [
        ("202100-5489", true), ("212000-0142", true), ("202100-5488", false),
        ("000000-0000", false),
    ])
    func `the check digit follows the Luhn rule`(_ text: String, _ isValid: Bool) {
        #expect(OrganizationNumber(text)?.hasValidCheckDigit == isValid)
    }
}
