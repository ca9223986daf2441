import Foundation
import Glibc
import LedgerSupport
import MedelApp
import MedelImport
import TestSupport
import Testing

struct SourceFileTests {
    @Test func `what is no regular file is refused at once`() throws {
        try withTemporaryFolder { folder in
            let pipe = folder.appending(path: "rör").path
            #expect(mkfifo(pipe, 0o600) == 0)
            for path in [pipe, "/dev/null", "/dev/zero"] {
                #expect(throws: SourceFileError.notRegular(path: path)) { try SourceFile(path) }
            }
            #expect(throws: SourceFileError.isFolder(path: folder.path)) {
                try SourceFile(folder.path)
            }
            let missing = folder.appending(path: "borta.se").path
            #expect(throws: SourceFileError.missing(path: missing)) { try SourceFile(missing) }
            let text = swedishMessage(for: SourceFileError.notRegular(path: "rör"))
            #expect(text?.hasPrefix("rör är ingen vanlig fil") == true)
        }
    }
}
