import Foundation
import FoundationXML

/// An element of a page as another program reads it.
public final class PageElement {
    /// Such as `td`.
    public let name: String

    /// Its attributes by name.
    public let attributes: [String: String]

    /// The elements directly inside, in order.
    public fileprivate(set) var children: [PageElement] = []

    fileprivate var pieces: [String] = []

    fileprivate init(name: String, attributes: [String: String]) {
        self.name = name
        self.attributes = attributes
    }

    /// All elements inside with a name, in order; an element of a class that is left out has none.
    public func all(_ name: String, leavingOut skipped: String = "") -> [PageElement] {
        children.flatMap { child -> [PageElement] in
            if !skipped.isEmpty, child.classes.contains(skipped) { return [] }
            return (child.name == name ? [child] : []) + child.all(name, leavingOut: skipped)
        }
    }

    /// All elements inside, in order.
    public var everything: [PageElement] { children.flatMap { [$0] + $0.everything } }

    /// The classes of the element.
    public var classes: [String] {
        attributes["class"]?.split(separator: " ").map(String.init) ?? []
    }

    /// The text inside, a line break for each `br`.
    public var text: String { pieces.joined() }
}

/// Reads a page with the XML parser of Foundation, which takes nothing that is not well formed.
public enum PageReader {
    /// The page was not well formed.
    public struct Failure: Error, CustomStringConvertible {
        /// Where and why.
        public let description: String
    }

    /// Reads a page.
    ///
    /// - Throws: `Failure` when it is not well formed.
    public static func read(_ page: [UInt8]) throws -> PageElement {
        let reading = Reading()
        let parser = XMLParser(data: Data(page))
        parser.delegate = reading
        guard parser.parse(), let root = reading.root.children.first else {
            let reason = parser.parserError.map { "\($0)" } ?? "no element"
            throw Failure(description: "line \(parser.lineNumber): \(reason)")
        }
        return root
    }

    private final class Reading: NSObject, XMLParserDelegate {
        let root = PageElement(name: "", attributes: [:])
        lazy var open = [root]

        func parser(
            _ parser: XMLParser,
            didStartElement name: String,
            namespaceURI: String?,
            qualifiedName: String?,
            attributes: [String: String] = [:]
        ) {
            let element = PageElement(name: name, attributes: attributes)
            open.last?.children.append(element)
            if name == "br" { for element in open { element.pieces.append("\n") } }
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
            for element in open { element.pieces.append(text) }
        }
    }
}
