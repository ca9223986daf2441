import GRDB
import MedelCore

/// The records of runs, put together run by run.
enum JobLog {
    static func runs(in database: Database) throws -> [JobRun] {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT id, time, actor, kind, detail FROM operationRecord
                WHERE kind IN (?, ?, ?) ORDER BY id
                """,
            arguments: StatementArguments(JobRecordKind.allCases.map(\.rawValue))
        )
        var runs: [JobRun] = []
        var places: [Int: Int] = [:]
        while let row = try rows.next() {
            let number: Int = row[0]
            guard let time = Timestamp(iso: row[1]), let record = JobRecord.read(row[4]),
                let kind = JobRecordKind(rawValue: row[3]), let key = JobKey(record.key)
            else { throw LedgerError.damaged(path: "", detail: "operationRecord \(number)") }
            guard kind != .started else {
                places[number] = runs.count
                runs.append(
                    JobRun(
                        number: number,
                        key: key,
                        folder: record.folder ?? "",
                        actor: row[2],
                        started: time,
                        ended: nil,
                        state: .started
                    )
                )
                continue
            }
            guard let place = record.run.flatMap({ places[$0] }), let state = state(kind, record)
            else { throw LedgerError.damaged(path: "", detail: "operationRecord \(number)") }
            runs[place] = runs[place].ended(key, time, state)
        }
        return runs
    }

    private static func state(_ kind: JobRecordKind, _ record: JobRecord) -> JobRun.State? {
        switch kind {
        case .started: .started
        case .finished: record.result.map { .finished($0) }
        case .failed: record.error.map { .failed(reason: $0) }
        }
    }
}

extension JobRun {
    fileprivate func ended(_ key: JobKey, _ time: Timestamp, _ state: State) -> JobRun {
        JobRun(
            number: number,
            key: key,
            folder: folder,
            actor: actor,
            started: started,
            ended: time,
            state: state
        )
    }
}
