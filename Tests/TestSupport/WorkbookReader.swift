import Foundation
import FoundationXML

/// An Excel file as read by a reader that shares no code with what writes it.
public struct ReadWorkbook: Sendable {
    /// A cell as it stands in the file.
    public struct Cell: Hashable, Sendable {
        /// What Excel takes the value for.
        public enum Value: Hashable, Sendable {
            /// A number, as the file spells it.
            case number(String)
            /// Text, with its escapes decoded.
            case text(String)
            /// Nothing but a look.
            case blank
        }

        /// The value, of a formula the stored one.
        public var value: Value = .blank

        /// The formula without its equals sign.
        public var formula: String?

        /// The index of the look.
        public var style = 0
    }

    /// A sheet with its cells by reference, such as `B7`.
    public struct Sheet: Sendable {
        /// The name on the tab.
        public var name: String

        /// The cells that are in the file.
        public var cells: [String: Cell] = [:]

        /// The sheet's own XML.
        public var xml: String
    }

    /// The sheets in order.
    public private(set) var sheets: [Sheet] = []

    /// Named ranges by name.
    public private(set) var names: [String: String] = [:]

    private var parts: [String: Data] = [:]

    /// Reads a file.
    ///
    /// - Throws: `ReadError` when it is not a well-formed workbook.
    public init(path: String) throws {
        let entries = String(
            decoding: try Subprocess("unzip", ["-Z1", path]).output,
            as: UTF8.self
        )
        for name in entries.split(separator: "\n").map(String.init) where !name.hasPrefix("[") {
            parts[name] = try Subprocess("unzip", ["-p", path, name]).output
        }
        let workbook = try Tree.parse(data("xl/workbook.xml"))
        for name in workbook.all("definedName") {
            names[name.attributes["name"] ?? ""] = name.text
        }
        var shared: [String] = []
        if let strings = parts["xl/sharedStrings.xml"] {
            shared = try Tree.parse(strings).all("si").map {
                decoded($0.all("t").map(\.text).joined())
            }
        }
        for (place, element) in workbook.all("sheet").enumerated() {
            let data = try data("xl/worksheets/sheet\(place + 1).xml")
            var sheet = Sheet(
                name: element.attributes["name"] ?? "",
                xml: String(decoding: data, as: UTF8.self)
            )
            for cell in try Tree.parse(data).all("c") {
                sheet.cells[cell.attributes["r"] ?? ""] = Self.cell(cell, shared)
            }
            sheets.append(sheet)
        }
    }

    /// The text of a part of the file, such as `xl/styles.xml`.
    ///
    /// - Throws: `ReadError` when it is missing.
    public func part(_ name: String) throws -> String {
        String(decoding: try data(name), as: UTF8.self)
    }

    private func data(_ name: String) throws -> Data {
        guard let data = parts[name] else { throw ReadError.noPart(name) }
        return data
    }

    private static func cell(_ element: Tree, _ shared: [String]) -> Cell {
        var cell = Cell()
        cell.style = Int(element.attributes["s"] ?? "0") ?? 0
        cell.formula = element.all("f").first?.text
        let value = element.all("v").first?.text
        switch element.attributes["t"] {
        case "s": cell.value = .text(shared[Int(value ?? "") ?? 0])
        case "inlineStr": cell.value = .text(decoded(element.all("t").map(\.text).joined()))
        case "str": cell.value = .text(value ?? "")
        default: if let value { cell.value = .number(value) }
        }
        return cell
    }
}

/// Why a file is not a workbook.
public enum ReadError: Error {
    /// A part that must be there is not.
    case noPart(String)
    /// A part is not well-formed XML.
    case badXML(String)
}

/// Text of a cell with `_x0041_` as the character that it stands for.
///
/// Source: ECMA-376 part 1, 22.9.2.19.
private func decoded(_ text: String) -> String {
    text.replacing(/_x([0-9A-Fa-f]{4})_/) { match in
        let scalar = UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init)
        return scalar.map { String(Character($0)) } ?? String(match.0)
    }
}

/// An XML element with what is in it.
private final class Tree {
    let name: String
    let attributes: [String: String]
    var text = ""
    var children: [Tree] = []

    init(name: String, attributes: [String: String]) {
        self.name = name
        self.attributes = attributes
    }

    /// Every element of that name below this one, in order.
    func all(_ name: String) -> [Tree] {
        children.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
    }

    static func parse(_ data: Data) throws -> Tree {
        let builder = Builder()
        let parser = XMLParser(data: data)
        parser.delegate = builder
        guard parser.parse(), parser.parserError == nil, builder.open.count == 1 else {
            throw ReadError.badXML(String(describing: parser.parserError))
        }
        return builder.open[0]
    }

    private final class Builder: NSObject, XMLParserDelegate {
        var open = [Tree(name: "", attributes: [:])]

        func parser(
            _ parser: XMLParser,
            didStartElement name: String,
            namespaceURI: String?,
            qualifiedName: String?,
            attributes: [String: String]
        ) {
            let element = Tree(name: name, attributes: attributes)
            open.last?.children.append(element)
            open.append(element)
        }

        func parser(
            _ parser: XMLParser,
            didEndElement name: String,
            namespaceURI: String?,
            qualifiedName: String?
        ) {
            open.removeLast()
        }

        func parser(_ parser: XMLParser, foundCharacters text: String) {
            open.last?.text += text
        }
    }
}
