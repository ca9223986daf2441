import Foundation
import MedelCore
import MedelDocument
import MedelRender
import TestSupport
import Testing

/// Documents and listings as pages.
@Suite struct PageTests {
    private func pages() throws -> [(bytes: [UInt8], root: PageElement)] {
        let all = [
            try Document.sample().bytes(as: .html), try Document.sealedSample().bytes(as: .html),
            try Listing.sample().bytes(as: .html),
            try Document(heading: .sample(scope: []), sections: []).bytes(as: .html),
        ]
        return try all.map { ($0, try PageReader.read($0)) }
    }

    @Test func `a page is well formed, Swedish, and has one first heading and one main part`()
        throws
    {
        for (bytes, page) in try pages() {
            #expect(String(decoding: bytes, as: UTF8.self).hasPrefix("<!DOCTYPE html>\n"))
            #expect(page.name == "html" && page.attributes["lang"] == "sv")
            #expect(page.all("h1").count == 1 && page.all("main").count == 1)
            #expect(page.all("footer").count == 1 && page.all("title").first?.text != "")
        }
    }

    @Test func `a page needs no other file and runs nothing`() throws {
        for (_, page) in try pages() {
            for element in page.everything {
                #expect(!["script", "link", "img", "iframe", "object"].contains(element.name))
                #expect(!element.attributes.keys.contains { $0.hasPrefix("on") || $0 == "src" })
                #expect(element.attributes["href"].map { $0.hasPrefix("#") } ?? true)
            }
            let style = page.all("style").map(\.text).joined()
            #expect(!style.contains("url(") && !style.contains("@import"))
            #expect(
                page.all("meta").contains {
                    $0.attributes["content"] == "default-src 'none'; style-src 'unsafe-inline'"
                }
            )
        }
    }

    @Test func `names in the page are different, and what is referred to is there`() throws {
        for (_, page) in try pages() {
            let names = page.everything.compactMap { $0.attributes["id"] }
            #expect(Set(names).count == names.count)
            for element in page.everything {
                for name in element.attributes["aria-labelledby"]?.split(separator: " ") ?? [] {
                    #expect(names.contains(String(name)))
                }
                if let link = element.attributes["href"] {
                    #expect(names.contains(String(link.dropFirst())))
                }
            }
        }
    }

    @Test func `every table has a caption and every row as many cells as there are columns`()
        throws
    {
        for (_, page) in try pages() {
            for table in page.all("table") {
                #expect(table.children.first?.name == "caption")
                #expect(table.children.first?.text != "")
                let heads = try #require(table.all("thead").first).all("tr")
                let width = try #require(heads.first).children.reduce(0) {
                    $0 + (Int($1.attributes["colspan"] ?? "1") ?? 0)
                }
                for row in table.children.filter({ $0.name != "thead" }).flatMap({ $0.all("tr") }) {
                    #expect(row.children.count == width)
                    #expect(row.children.first?.attributes["scope"] == "row")
                }
                #expect(heads.flatMap(\.children).allSatisfy { $0.attributes["scope"] != nil })
            }
            for region in page.everything where region.classes.contains("scroll") {
                #expect(region.attributes["role"] == "region")
                #expect(region.attributes["tabindex"] == "0")
            }
        }
    }

    @Test func `an amount that is not known is a dash for the eye and words for the ear`() throws {
        let page = try PageReader.read(try Document.sample().bytes(as: .html))
        let table = try #require(page.all("table").first)
        let cell = try #require(table.all("td").first { $0.classes.contains("u") })
        #expect(cell.text == "–uppgift saknas")
        #expect(cell.children.first?.attributes["aria-hidden"] == "true")
        #expect(page.all("li").contains { $0.text.hasPrefix("Ett streck (–) är ett belopp") })
    }

    @Test func `minus is a minus, thousands are parted by no-break spaces`() throws {
        let page = try PageReader.read(try Document.sample().bytes(as: .html))
        let shown = page.all("data").first { $0.attributes["value"] == "-44284.30" }
        #expect(shown?.text == "\u{2212}44\u{A0}284")
    }

    @Test func `parts have names that last, and more than two of them a list of contents`() throws {
        let page = try PageReader.read(try Document.sample().bytes(as: .html))
        let links = page.all("nav").flatMap { $0.all("a") }
        #expect(
            links.compactMap { $0.attributes["href"] } == [
                "#avsnitt-forvaltning", "#avsnitt-resultat", "#avsnitt-drift", "#del-4",
            ]
        )
        let section = page.all("section").first { $0.attributes["id"] == "avsnitt-resultat" }
        #expect(section?.classes == ["begins"])
        let single = Document(heading: try .sample(), sections: [Section(title: "A")])
        #expect(try PageReader.read(try single.bytes(as: .html)).all("nav").isEmpty)
    }

    @Test(arguments: [1, 40, 1_000])
    func `a listing has every row once and its sums below`(_ rowCount: Int) throws {
        let listing = try Listing.random(seed: rowCount, rowCount: rowCount)
        let page = try PageReader.read(try listing.bytes(as: .html))
        let rows = page.all("tbody").flatMap { $0.all("tr") }
        #expect(rows.compactMap(\.children.first?.text) == (0..<rowCount).map { "rad \($0)" })
        #expect(page.all("tfoot").flatMap { $0.all("tr") }.count == 1)
    }

    @Test func `the parser of Python takes the page with every element closed in its order`()
        throws
    {
        let script = """
            import sys
            from html.parser import HTMLParser
            VOID = {'meta', 'br', 'link', 'img', 'hr', 'input'}
            class Check(HTMLParser):
                def __init__(self):
                    super().__init__()
                    self.open = []
                    self.count = 0
                def handle_starttag(self, tag, attributes):
                    self.count += 1
                    if tag not in VOID: self.open.append(tag)
                def handle_startendtag(self, tag, attributes):
                    self.count += 1
                def handle_endtag(self, tag):
                    assert self.open.pop() == tag, (tag, self.getpos())
            check = Check()
            check.feed(open(sys.argv[1], encoding='utf-8').read())
            check.close()
            assert not check.open
            print(check.count)
            """
        guard (try? Subprocess("python3", ["-c", "0"]))?.status == 0 else { return }
        for (bytes, page) in try pages() {
            try withTemporaryFolder { folder in
                let file = folder.appending(path: "page.html")
                try Data(bytes).write(to: file)
                let run = try Subprocess("python3", ["-c", script, file.path])
                #expect(run.status == 0)
                #expect(
                    String(decoding: run.output, as: UTF8.self)
                        == "\(page.everything.count + 1)\n"
                )
            }
        }
    }
}
