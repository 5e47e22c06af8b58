package dev.curfew.ledger.witness;

import dev.curfew.model.ledger.Checkpoint;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// Keeps the newest checkpoint in a file, for example on a share. The file is replaced whole, or not at all.
public final class FileKeeper implements CheckpointKeeper {
    private static final Messages WORDS = Messages.of(FileKeeper.class);

    private final Path file;

    public FileKeeper(Path file) {
        this.file = file.toAbsolutePath();
    }

    @Override
    public void keep(Checkpoint checkpoint) throws CheckpointNotKeptException {
        try {
            Path folder = Files.createDirectories(file.getParent());
            Path fresh = Files.createTempFile(folder, ".checkpoint", ".note");
            Files.writeString(fresh, checkpoint.note());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new CheckpointNotKeptException(WORDS.text("not-written", file), e);
        }
    }

    @Override
    public Optional<Held> held() throws CheckpointNotKeptException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Held(file.toString(), Files.readString(file), null));
        } catch (IOException e) {
            throw new CheckpointNotKeptException(WORDS.text("not-read", file), e);
        }
    }
}
