import Foundation
import MedelCore
import MedelImport
import TestSupport
import Testing

@Suite struct SIEInspectionTests {
    @Test(arguments: SIEFiles.samples)
    func `a sample is read as the script that wrote it says`(_ name: String) throws {
        let all = try SIEFiles.expected(in: SIEFiles.samplesFolder)
        let expected = try #require(all[name] as? [String: Any])
        let inspection = try inspect(SIEFiles.sample(name), name)
        let json = try parsed(inspection.json)
        for key in expected.keys where key != "codes" {
            let wanted = try #require(expected[key] as? NSObject)
            #expect(json[key] as? NSObject == wanted, "\(key)")
        }
        let found = Set(inspection.contents.findings.map(\.code.rawValue))
        for code in try #require(expected["codes"] as? [String]) {
            #expect(found.contains(code), "\(code)")
        }
    }

    @Test func `every sample is expected`() throws {
        let all = try SIEFiles.expected(in: SIEFiles.samplesFolder)
        #expect(Set(all.keys) == Set(SIEFiles.samples))
        #expect(all.count >= 20)
    }

    @Test(.enabled(if: SharedFiles.arePresent), arguments: SIEFiles.shared)
    func `a collected file is read as another reader has read it`(_ name: String) throws {
        let all = try SIEFiles.expected(in: SIEFiles.sharedFolder)
        let section = name.hasPrefix("broken/") ? "broken_files" : "files"
        let inspection = try inspect(SIEFiles.sharedFile(name), name)
        let json = try parsed(inspection.json)
        #expect(json["accepted"] as? Bool == inspection.contents.isAccepted)
        if name.hasPrefix("good/") { #expect(inspection.contents.isAccepted) }
        if name.hasPrefix("broken/") { #expect(!inspection.contents.isAccepted) }
        guard let values = (all[section] as? [String: Any])?[name] as? [String: Any],
            values["vouchers"] != nil
        else { return }
        compare(json, inspection, with: values)
    }

    private func compare(
        _ json: [String: Any],
        _ inspection: SIEInspection,
        with values: [String: Any]
    ) {
        #expect(json["encoding"] as? String == values["encoding"] as? String)
        #expect(json["sieType"] as? String == (values["sietyp"] as? [String])?.first ?? "1")
        #expect(json["accounts"] as? Int == values["accounts"] as? Int)
        #expect(json["vouchers"] as? Int == values["vouchers"] as? Int)
        #expect(json["postings"] as? Int == values["transactions_net"] as? Int)
        #expect(json["reconciles"] as? Bool == values["reconciles"] as? Bool)
        let undeclared = values["used_accounts_not_declared"] as? [String]
        #expect(json["undeclaredAccounts"] as? [String] == undeclared)
        #expect(json["undeclaredObjects"] as? Int == values["used_objects_not_declared"] as? Int)
        let sums = json["sums"] as? [String: String]
        for (key, label) in [
            ("openingBalance", "sum_ib"), ("closingBalance", "sum_ub"), ("result", "sum_res"),
        ] {
            let year = (values[label] as? [String: Any])?["0"] as? [String: Any]
            #expect(sums?[key] == year?["sum"] as? String, "\(key)")
        }
        compareVouchers(json, inspection, with: values)
        compareReconciliation(inspection, with: values)
    }

    private func compareVouchers(
        _ json: [String: Any],
        _ inspection: SIEInspection,
        with values: [String: Any]
    ) {
        let contents = inspection.contents
        let wanted = values["unbalanced_vouchers"] as? [[String: Any]] ?? []
        #expect(json["unbalancedVouchers"] as? Int == wanted.count)
        #expect(contents.unbalancedVouchers.map(\.series) == wanted.map { $0["series"] as? String })
        #expect(contents.unbalancedVouchers.map(\.number) == wanted.map { $0["number"] as? String })
        #expect(contents.unbalancedVouchers.map(\.line) == wanted.map { $0["line"] as? Int })
        #expect(contents.counts.rowsAdded == values["rtrans_records"] as? Int)
        #expect(contents.counts.rowsStruck == values["btrans_records"] as? Int)
        #expect(contents.counts.emptyVouchers == values["empty_vouchers"] as? Int)
        #expect(contents.counts.duplicateVouchers == values["duplicate_voucher_ids"] as? Int)
        #expect(contents.objects.count == values["objects"] as? Int)
        #expect(contents.header.name == (values["fnamn"] as? [String])?.first)
        let twinless = contents.findings.count { $0.code == .correctionWithoutTwin }
        #expect(twinless == values["rtrans_without_twin"] as? Int)
        let series = Dictionary(
            uniqueKeysWithValues: contents.series.map { ($0.series, $0.voucherCount) }
        )
        #expect(series == values["series"] as? [String: Int])
    }

    private func compareReconciliation(
        _ inspection: SIEInspection,
        with values: [String: Any]
    ) {
        guard let wanted = values["reconciliation_year0"] as? [String: Any] else {
            #expect(inspection.contents.reconciliation == nil)
            return
        }
        let outcome = inspection.contents.reconciliation
        #expect(outcome?.balanceChecked == wanted["balance_checked"] as? Int)
        #expect(outcome?.resultChecked == wanted["result_checked"] as? Int)
        let accounts = (wanted["diffs"] as? [[String: Any]])?.map { $0["account"] as? String }
        #expect(outcome?.differences.map(\.account.text) == accounts)
    }

    @Test(arguments: SIEFiles.samples)
    func `the text ends with a verdict or says what the file is`(_ name: String) throws {
        let inspection = try inspect(SIEFiles.sample(name), name)
        let last = inspection.text.split(separator: "\n").last
        let verdicts = ["Filen kan läsas in.", "Filen kan inte läsas in förrän felen är rättade."]
        #expect(
            verdicts.contains(last.map(String.init) ?? "")
                || inspection.contents.format.kind != .sie4
        )
    }

    @Test func `text names program, company, years and figures`() throws {
        let text = try inspect(SIEFiles.sample("exempellan-2025-4e.se"), ".se").text
        #expect(text.contains("Program:        Exempelbok 1.0\n"))
        #expect(text.contains("Företag:        Samordningsförbundet Exempellän\n"))
        #expect(text.contains("År 0:           2025-01-01 till 2025-12-31\n"))
        #expect(text.contains("Verifikationer: 82, 2025-01-"))
        #expect(text.contains("Stämmer av: "))
    }

    @Test func `JSON escapes what a file puts into texts`() throws {
        let reading = try SIEReading("#FLAGGA 0\n#\u{1}\"\\x 1\n")
        let json = try parsed(SIEInspection(reading.contents).json)
        #expect((json["findings"] as? [Any])?.isEmpty == false)
    }

    private func inspect(_ bytes: [UInt8], _ name: String) throws -> SIEInspection {
        try SIEInspection(isImportFile: name.hasSuffix(".si")) { SIEMemorySource(bytes) }
    }

    private func parsed(_ json: String) throws -> [String: Any] {
        let object = try JSONSerialization.jsonObject(with: Data(json.utf8))
        return try #require(object as? [String: Any])
    }
}
