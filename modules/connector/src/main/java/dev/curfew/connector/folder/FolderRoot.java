package dev.curfew.connector.folder;

import dev.curfew.connector.folder.walk.Passed;
import dev.curfew.connector.folder.walk.Walk;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// Where a connection leads.
final class FolderRoot {
    private static final Messages MESSAGES = Messages.of(FolderRoot.class);

    private FolderRoot() {}

    /// @throws SourceException if there is nothing that can be read
    static Passed walk(Connection connection, Progress progress, Walk.Use use) throws InterruptedException {
        Path root = path(connection.address());
        try {
            return Walk.through(root, leftOut(connection), progress, use);
        } catch (IOException e) {
            throw new SourceException(SourceException.Kind.UNREACHABLE, MESSAGES.text("unreadable", root), e);
        }
    }

    private static Path path(URI address) {
        try {
            return Path.of(address);
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            throw new SourceException(SourceException.Kind.UNREACHABLE, MESSAGES.text("address", address), e);
        }
    }

    private static Set<String> leftOut(Connection connection) {
        String names = connection.settings().getOrDefault(FolderConnector.LEAVE_OUT, "");
        return Arrays.stream(names.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
