package dev.curfew.app.usecase.revocation.leak;

import dev.curfew.model.connection.Secret;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Files with values, as a rule one each. Of a folder those that lie in it, not what is hidden, and nothing below it.
record ValueFiles(List<Path> all, List<String> notes) {
    private static final Messages MESSAGES = Messages.of(ValueFiles.class);

    /// Each is a question to every source of what ends.
    private static final int FILES_MAX = 200;

    /// Longer than any credential.
    private static final int BYTES_MAX = 64 * 1024;

    /// @param chosen files and folders
    static ValueFiles in(List<Path> chosen) {
        List<Path> found = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Path each : chosen) {
            if (Files.isDirectory(each)) {
                look(each, found, notes);
            } else {
                found.add(each);
            }
        }
        if (found.size() > FILES_MAX) {
            notes.add(MESSAGES.text("value.many", found.size(), FILES_MAX));
        }
        return new ValueFiles(found.stream().limit(FILES_MAX).toList(), List.copyOf(notes));
    }

    private static void look(Path folder, List<Path> found, List<String> notes) {
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .forEach(found::add);
        } catch (IOException _) {
            notes.add(MESSAGES.text("value.unread", String.valueOf(folder.getFileName())));
        }
    }

    /// Empty: it cannot be read, has nothing in it, or is too large to be a credential.
    static List<Secret> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(BYTES_MAX + 1);
            return bytes.length > BYTES_MAX ? List.of() : LeakedText.values(Secret.ofFile(bytes));
        } catch (IOException _) {
            return List.of();
        }
    }
}
