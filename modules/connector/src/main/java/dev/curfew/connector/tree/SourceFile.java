package dev.curfew.connector.tree;

import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiFunction;
import java.util.function.Function;

/// A file that is a source.
///
/// @param none what is said where there is no such file
/// @param malformed what is said of a file and of what is wrong with it
public record SourceFile(URI address, Function<Path, String> none, BiFunction<Path, String, String> malformed) {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final Messages MESSAGES = Messages.of(SourceFile.class);

    /// Makes something of the bytes.
    @FunctionalInterface
    public interface Reader<T> {
        T read(InputStream bytes) throws IOException, InterruptedException;
    }

    /// @throws SourceException if the address is no file's, or the file is not there, cannot be read or is malformed
    public <T> T read(Reader<T> reader) throws InterruptedException {
        Path file = path();
        if (!Files.isRegularFile(file)) {
            throw new SourceException(SourceException.Kind.UNREACHABLE, none.apply(file));
        }
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES)) {
            return reader.read(bytes);
        } catch (MalformedException e) {
            throw new SourceException(SourceException.Kind.MALFORMED, malformed.apply(file, e.sentence()), e);
        } catch (IOException e) {
            throw new SourceException(SourceException.Kind.UNREACHABLE, MESSAGES.text("file.unreadable", file), e);
        }
    }

    private Path path() {
        try {
            return Path.of(address);
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            throw new SourceException(SourceException.Kind.UNREACHABLE, MESSAGES.text("file.address", address), e);
        }
    }
}
