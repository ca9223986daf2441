import MedelCore
import Testing

struct PublishStepTests {
    private static func figures(_ version: Int, _ figures: String, _ bytes: String)
        -> PublishedFigures
    {
        PublishedFigures(
            ledgerVersion: version,
            figures: figures,
            files: [JobFile(name: "a", sha256: bytes, byteCount: 1)]
        )
    }

    struct Case: Sendable {
        let published: PublishedFigures?
        let step: PublishStep

        init(_ published: PublishedFigures?, _ step: PublishStep) {
            self.published = published
            self.step = step
        }
    }

    @Test(arguments: [
        Case(nil, .publish),
        Case(figures(5, "f", "x"), .keepSameBytes),
        Case(figures(4, "f", "x"), .keepSameFigures),
        Case(figures(4, "f", "y"), .keepSameFigures),
        Case(figures(6, "f", "y"), .keepSameFigures),
        Case(figures(5, "f", "y"), .replace(ledgerVersion: 5)),
        Case(figures(5, "g", "x"), .replace(ledgerVersion: 5)),
        Case(figures(4, "g", "x"), .replace(ledgerVersion: 4)),
        Case(figures(6, "g", "y"), .replace(ledgerVersion: 6)),
    ])
    func `what lies there is kept as long as its figures are right`(_ test: Case) {
        let made = Self.figures(5, "f", "x")
        #expect(PublishStep(made: made, published: test.published) == test.step)
    }
}
