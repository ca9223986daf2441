import Foundation

/// Finds out whether a file lies on a file system of another machine, where locks do not hold.
///
/// Source: STORE 1.3.
enum NetworkFileSystem {
    private static let types: Set<String> = [
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "coda", "ceph", "fuse.sshfs", "fuse.rclone",
        "ncpfs",
    ]

    static func holds(_ path: String) -> Bool {
        guard let mounts = try? String(contentsOfFile: "/proc/self/mountinfo", encoding: .utf8)
        else { return false }
        let resolved = URL(filePath: path).resolvingSymlinksInPath().path
        return isOnNetwork(resolved, mounts: mounts)
    }

    /// Looks a path up in a table of mounts.
    ///
    /// - Parameters:
    ///   - path: the file, without symbolic links.
    ///   - mounts: the text of `/proc/self/mountinfo`: the mount point is the fifth field, the type
    ///     of file system the first after a lone hyphen (proc(5)).
    /// - Returns: whether the file system is another machine's.
    static func isOnNetwork(_ path: String, mounts: String) -> Bool {
        var best = (length: -1, type: "")
        for line in mounts.split(separator: "\n") {
            let fields = line.split(separator: " ")
            guard fields.count > 6, let hyphen = fields.firstIndex(of: "-"),
                hyphen + 1 < fields.count
            else { continue }
            let point = fields[4].replacing("\\040", with: " ")
            let isAbove = point == "/" || path == point || path.hasPrefix(point + "/")
            // The last of equal mount points lies on top.
            if isAbove, point.utf8.count >= best.length {
                best = (point.utf8.count, String(fields[hyphen + 1]))
            }
        }
        return types.contains(best.type)
    }
}
