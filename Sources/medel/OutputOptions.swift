import ArgumentParser
import MedelDocument
import MedelRender

/// The form of a sheet and where it goes.
struct OutputOptions: ParsableArguments {
    @Option(name: .long, help: "text, json, csv, csv-machine, xlsx or html.")
    var format = OutputFormat.text

    @Option(name: [.long, .short], help: "The file to write; else standard output.")
    var output: String?

    func validate() throws {
        if format == .xlsx, output == nil, Terminal.isOutputWatched {
            throw ValidationError("An Excel file goes to a file: --output NAME.xlsx.")
        }
    }

    func render(_ document: Document) throws {
        if let output {
            try MedelRender.render(document, as: format, to: .file(path: output))
        } else {
            try MedelRender.render(document, as: format, to: .bytes { try Terminal.write($0) })
        }
    }

    func render(_ listing: Listing) throws {
        if let output {
            try MedelRender.render(listing, as: format, to: .file(path: output))
        } else {
            try MedelRender.render(listing, as: format, to: .bytes { try Terminal.write($0) })
        }
    }
}
