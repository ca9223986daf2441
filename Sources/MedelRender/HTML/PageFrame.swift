import MedelDocument

/// What every page begins and ends with.
struct PageFrame {
    let heading: Heading

    /// Whether the whole page is printed across.
    let isWide: Bool

    /// Writes all that stands before the parts: the head of the file and the document's heading.
    func begin(_ out: inout [UInt8]) {
        out.append(markup: "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" ")
        out.append(markup: "lang=\"sv\">\n<head>\n<meta charset=\"utf-8\"/>\n")
        // Nothing in the page may run or fetch anything, whatever its texts hold.
        out.append(markup: "<meta http-equiv=\"Content-Security-Policy\" ")
        out.append(markup: "content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n")
        out.append(markup: "<meta name=\"viewport\" ")
        out.append(markup: "content=\"width=device-width, initial-scale=1\"/>\n")
        out.append(markup: "<meta name=\"generator\" content=\"Medel\"/>\n")
        out.append(element: "title", "\(heading.title) – \(heading.association)")
        out.append(markup: "\n<style>")
        out.append(markup: PageStyle.screen)
        out.append(markup: PageStyle.print)
        appendPageRules(to: &out)
        out.append(markup: "</style>\n</head>\n<body")
        if isWide { out.append(markup: " class=\"wide\"") }
        out.append(markup: ">\n<header class=\"cover\">\n")
        out.append(element: "h1", heading.title)
        out.append(UInt8(ascii: "\n"))
        out.append(element: "p", classed: "association", heading.association)
        if heading.asOf != nil || !heading.scope.isEmpty { appendScope(to: &out) }
        out.append(markup: "\n</header>\n")
    }

    private func appendScope(to out: inout [UInt8]) {
        out.append(markup: "\n<div class=\"scope\"><ul>")
        if let asOf = heading.asOf {
            out.append(markup: "<li>Till och med ")
            out.append(time: asOf)
            out.append(markup: "</li>")
        }
        for line in heading.scope { out.append(element: "li", line) }
        out.append(markup: "</ul></div>")
    }

    /// Writes the last part, about the document itself, and the end of the file.
    func end(_ colophon: Colophon?, _ out: inout [UInt8]) {
        out.append(markup: "<footer>\n")
        out.append(element: "h2", Colophon.title)
        out.append(UInt8(ascii: "\n"))
        for line in colophon?.lines ?? [] {
            out.append(element: "p", line)
            out.append(UInt8(ascii: "\n"))
        }
        out.append(markup: "<dl>\n<div><dt>Framställd av Medel ur huvudbokens version</dt><dd>")
        out.append(heading.ledgerVersion, in: .machine)
        out.append(markup: ", ")
        out.append(markup: "<time")
        out.append(attribute: "datetime", "\(heading.created)")
        out.append(markup: ">")
        out.append(escaped: heading.created.shownText)
        out.append(markup: "</time></dd></div>\n<div><dt>Kedjehuvud</dt><dd>")
        out.append(element: "code", heading.head)
        out.append(markup: "</dd></div>\n")
        if let colophon {
            out.append(markup: "<div><dt>Kontrollsumma (SHA-256)</dt><dd>")
            out.append(element: "code", colophon.checksum)
            out.append(markup: "</dd></div>\n")
        }
        out.append(markup: "</dl>\n</footer>\n</body>\n</html>\n")
    }

    /// The paper, with page number and ledger state on every page (SPEC 9).
    private func appendPageRules(to out: inout [UInt8]) {
        let head = heading.head.utf8.prefix(12).filter {
            (0x30...0x39).contains($0) || (0x61...0x66).contains($0)
        }
        let font: StaticString = "font: 7.5pt system-ui, sans-serif; color: #56616a; }\n"
        out.append(markup: "@page { size: A4; margin: 16mm 15mm 18mm;\n")
        out.append(markup: "  @bottom-left { content: \"Version ")
        out.append(heading.ledgerVersion, in: .machine)
        out.append(markup: " · kedjehuvud ")
        out.append(contentsOf: head)
        out.append(markup: "…\"; ")
        out.append(markup: font)
        out.append(markup: "  @bottom-right { content: \"Sida \" counter(page) \" av \" ")
        out.append(markup: "counter(pages); ")
        out.append(markup: font)
        out.append(markup: "}\n@page across { size: A4 landscape; margin: 13mm 12mm 15mm; }\n")
    }
}
