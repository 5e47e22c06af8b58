package dev.curfew.governance.roster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.governance.file.PrivateFiles;
import dev.curfew.governance.roster.chain.RosterHead;
import dev.curfew.model.text.CanonicalJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// Remembers in a file that lies outside the workspace, beside what belongs to the person on this machine.
public final class FileRosterMemory implements RosterMemory {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    public FileRosterMemory(Path file) {
        this.file = file;
    }

    /// @throws UncheckedIOException if there is a file that cannot be read, or that holds something else: what it knew
    ///     is not taken for nothing
    @Override
    public Optional<RosterHead> kept() {
        try {
            return Optional.of(read(Files.readString(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RosterHead read(String text) throws IOException {
        try {
            return RosterHead.of(JSON.readTree(text));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new IOException("no head of a roster in " + file, e);
        }
    }

    /// @throws UncheckedIOException if it cannot be written
    @Override
    public void keep(RosterHead head) {
        try {
            PrivateFiles.replace(file, CanonicalJson.text(head.toJson()) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
