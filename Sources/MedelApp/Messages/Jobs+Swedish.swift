public import MedelCore

/// Says in Swedish why jobs are refused.
func message(for refusal: JobRefusal) -> String {
    switch refusal {
    case .noSuchFolder(let path): "Mappen \(path) finns inte. Skapa den först."
    case .placeTaken(let path):
        "\(path) finns redan och är inget som Medel har skrivit för förbundet och året. "
            + "Flytta undan den, eller välj en mapp som är förbundets egen."
    case .tooManyEarlier(let path):
        "\(path) har redan 99 äldre uppsättningar av samma version. Flytta undan några av dem."
    case .unknownRun(""): "Inga jobb har körts än. Kör medel jobs run-due."
    case .unknownRun(let name):
        "Körningen \(name) finns inte i körloggen. Lista de senaste med medel jobs list."
    }
}

extension Job {
    /// What people call it.
    public var swedish: String {
        switch self {
        case .annualReport: "årsredovisning"
        }
    }
}

extension JobResult.Outcome {
    /// What was done with the set of files.
    public var swedish: String {
        switch self {
        case .made: "ny"
        case .alreadyThere: "fanns redan"
        case .unchanged: "oförändrad"
        case .replaced: "ersatt, den förra ligger i tidigare"
        }
    }
}

extension JobFileState {
    /// What has become of the file.
    public var swedish: String {
        switch self {
        case .unchanged: "oförändrad"
        case .changed: "ändrad efter körningen"
        case .missing: "saknas"
        }
    }
}
