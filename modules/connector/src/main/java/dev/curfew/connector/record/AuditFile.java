package dev.curfew.connector.record;

import dev.curfew.model.connection.Connection;
import dev.curfew.model.port.SourceException;
import java.nio.file.Path;

/// Where a source's own record lies: a file or a folder, on this machine or where it was brought to.
public final class AuditFile {
    /// The setting that names it.
    public static final String SETTING = "audit-file";

    private AuditFile() {}

    /// @param missing what is said where the connection names none
    /// @throws SourceException then
    public static Path of(Connection connection, String missing) {
        String named = connection.settings().getOrDefault(SETTING, "");
        if (named.isEmpty()) {
            throw new SourceException(SourceException.Kind.UNREACHABLE, missing);
        }
        return Path.of(named);
    }
}
