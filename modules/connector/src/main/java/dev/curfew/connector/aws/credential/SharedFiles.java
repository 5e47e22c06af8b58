package dev.curfew.connector.aws.credential;

import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/// The files that AWS's own programs share. They are read anew each time, so that what changed there is known here.
///
/// <https://docs.aws.amazon.com/sdkref/latest/guide/file-location.html>
///
/// @param signIns the folder where `aws sso login` keeps its tokens
record SharedFiles(Path config, Path credentials, Path signIns) {
    private static final Messages MESSAGES = Messages.of(SharedFiles.class);

    /// A profile takes some hundred bytes, a token some thousand.
    private static final int BYTES_MAX = 1 << 20;

    /// @param folder empty: where this machine has them
    static SharedFiles of(String folder, Map<String, String> environment, Path home) {
        Path usual = folder.isEmpty() ? home.resolve(".aws") : path(folder);
        Map<String, String> elsewhere = folder.isEmpty() ? environment : Map.of();
        return new SharedFiles(
                path(elsewhere.getOrDefault(
                        "AWS_CONFIG_FILE", usual.resolve("config").toString())),
                path(elsewhere.getOrDefault(
                        "AWS_SHARED_CREDENTIALS_FILE",
                        usual.resolve("credentials").toString())),
                usual.resolve("sso/cache"));
    }

    /// Of both files; what is in neither place is nothing.
    ///
    /// @throws SourceException if one is there and cannot be read
    Profiles profiles() {
        return Profiles.of(orNothing(credentials)).and(Profiles.of(orNothing(config)));
    }

    private static String orNothing(Path file) {
        return Files.exists(file) ? text(file) : "";
    }

    /// @throws SourceException if it cannot be read
    static String text(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(BYTES_MAX + 1);
            if (bytes.length > BYTES_MAX) {
                throw refused("file.long", file);
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (NoSuchFileException _) {
            throw refused("file.none", file);
        } catch (IOException _) {
            throw refused("file.unreadable", file);
        }
    }

    /// @throws SourceException if it depends on where Curfew was started
    static Path path(String text) {
        try {
            Path path = Path.of(text);
            if (path.isAbsolute()) {
                return path;
            }
        } catch (InvalidPathException _) {
            // refused below
        }
        throw refused("file.relative", text);
    }

    private static SourceException refused(String key, Object what) {
        return new SourceException(SourceException.Kind.REFUSED, MESSAGES.text(key, String.valueOf(what)));
    }
}
