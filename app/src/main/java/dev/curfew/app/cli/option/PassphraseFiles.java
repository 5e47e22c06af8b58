package dev.curfew.app.cli.option;

import dev.curfew.app.cli.terminal.Terminal;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashSet;
import java.util.Set;

/// Reads passphrases from files, and says of each that others can read, once, that they can.
public final class PassphraseFiles {
    private static final Messages MESSAGES = Messages.of(PassphraseFiles.class);

    private final Terminal terminal;
    private final Set<Path> said = new HashSet<>();

    public PassphraseFiles(Terminal terminal) {
        this.terminal = terminal;
    }

    /// @throws dev.curfew.app.cli.UsageProblem as [SecretFile#read(Path)]
    public Secret read(Path file) {
        Secret passphrase = SecretFile.read(file);
        if (othersRead(file) && said.add(file)) {
            terminal.err().println(MESSAGES.text("passphrase.open", file));
        }
        return passphrase;
    }

    /// What is no file, or is where nobody tells, is nothing to speak of.
    private static boolean othersRead(Path file) {
        try {
            return Files.isRegularFile(file)
                    && Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException | UnsupportedOperationException _) {
            return false;
        }
    }
}
