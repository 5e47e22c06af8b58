package dev.curfew.snapshot.lock;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;

/// Who holds a folder's lock.
///
/// @param host as the holder's machine calls itself; a shared folder is locked from elsewhere
public record LockHolder(long pid, String host, Instant since) {

    static LockHolder thisProcess(Instant since) {
        return new LockHolder(ProcessHandle.current().pid(), hostName(), since);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            // A machine whose name does not resolve; the pid still tells.
            return "localhost";
        }
    }
}
