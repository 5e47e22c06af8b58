package dev.curfew.app.usecase.handover;

import dev.curfew.model.connection.Secret;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.rotation.HandOver;
import java.io.IOException;
import java.nio.file.Path;

/// Into a new file that only its owner can read.
public record FileHandOver(Path file, PrivateFile output) implements HandOver {
    private static final Messages MESSAGES = Messages.of(FileHandOver.class);

    @Override
    public String to() {
        return MESSAGES.text("to.file", file.toAbsolutePath());
    }

    @Override
    public void give(Secret value) throws IOException {
        output.write(value);
    }
}
