import Dispatch
import Synchronization

/// Something that is read on another core while the caller works on what came before.
final class ReadAhead<Value: Sendable>: Sendable {
    private let result = Mutex<Result<Value, any Error>?>(nil)
    private let isReady = DispatchSemaphore(value: 0)

    /// Starts reading.
    init(_ read: @escaping @Sendable () throws -> Value) {
        DispatchQueue.global(qos: .userInitiated).async { [self] in
            let outcome = Result { try read() }
            result.withLock { $0 = outcome }
            isReady.signal()
        }
    }

    /// What was read; waits until it is there.
    func value() throws -> Value {
        isReady.wait()
        defer { isReady.signal() }
        guard let outcome = result.withLock({ $0 }) else {
            preconditionFailure("a signal follows a result")
        }
        return try outcome.get()
    }
}
