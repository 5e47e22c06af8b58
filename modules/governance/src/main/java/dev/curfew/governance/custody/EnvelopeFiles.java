package dev.curfew.governance.custody;

import dev.curfew.governance.custody.CustodyException.Kind;
import dev.curfew.governance.file.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// The envelopes of a workspace, each in a file of its own. What is to take an envelope's place is written beside it
/// first: whenever the machine stops, one of the two holds the credential that is good.
public final class EnvelopeFiles {
    /// Some 500 bytes a holder; more is no envelope.
    private static final int FILE_BYTES_MAX = 1_048_576;

    private final Path directory;

    /// @param directory made when the first envelope is
    public EnvelopeFiles(Path directory) {
        this.directory = directory;
    }

    /// @throws CustodyException kind ENVELOPE_DAMAGED or NOT_STORED
    public Optional<Envelope> current(String path) {
        return find(file(path));
    }

    /// What a replacing that was cut off left.
    ///
    /// @throws CustodyException as [#current]
    public Optional<Envelope> next(String path) {
        return find(nextFile(path));
    }

    /// @throws CustodyException kind NOT_STORED
    public void writeNext(Envelope envelope) {
        try {
            PrivateFiles.replace(nextFile(envelope.path()), envelope.text() + "\n");
        } catch (IOException e) {
            throw new CustodyException(
                    Kind.NOT_STORED, nextFile(envelope.path()).toString(), e);
        }
    }

    /// Puts what was written beside in its place.
    ///
    /// @throws CustodyException kind NOT_STORED
    public void promote(String path) {
        try {
            PrivateFiles.move(nextFile(path), file(path));
        } catch (IOException e) {
            throw new CustodyException(Kind.NOT_STORED, file(path).toString(), e);
        }
    }

    /// @throws CustodyException kind NOT_STORED
    public void dropNext(String path) {
        try {
            Files.deleteIfExists(nextFile(path));
        } catch (IOException e) {
            throw new CustodyException(Kind.NOT_STORED, nextFile(path).toString(), e);
        }
    }

    /// An envelope from wherever it was brought.
    ///
    /// @throws CustodyException kind ENVELOPE_MISSING, ENVELOPE_DAMAGED or NOT_STORED
    public static Envelope read(Path file) {
        return find(file).orElseThrow(() -> new CustodyException(Kind.ENVELOPE_MISSING, file.toString()));
    }

    private static Optional<Envelope> find(Path file) {
        try {
            if (Files.size(file) > FILE_BYTES_MAX) {
                throw new CustodyException(Kind.ENVELOPE_DAMAGED, file.toString());
            }
            return Optional.of(Envelope.of(Files.readString(file), file.toString()));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new CustodyException(Kind.NOT_STORED, file.toString(), e);
        }
    }

    public Path file(String path) {
        return directory.resolve(path + ".envelope");
    }

    private Path nextFile(String path) {
        return directory.resolve(path + ".envelope.next");
    }
}
