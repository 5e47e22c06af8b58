package dev.curfew.app.cli.option;

import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.cli.terminal.Terminal;
import dev.curfew.app.usecase.workspace.Unlock;
import dev.curfew.app.usecase.workspace.Workspaces;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.text.Messages;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Finds what opens the workspace: the passphrase file, else the keychain, else whoever sits at the terminal.
public final class WorkspaceUnlock {
    private static final String VARIABLE = "CURFEW_PASSPHRASE_FILE";
    private static final Messages MESSAGES = Messages.of(WorkspaceUnlock.class);

    private final GlobalOptions options;
    private final Terminal terminal;
    private final PassphraseFiles files;
    private final Workspaces workspaces;

    /// @param files reads the passphrase where one is named
    public WorkspaceUnlock(GlobalOptions options, Terminal terminal, PassphraseFiles files, Workspaces workspaces) {
        this.options = options;
        this.terminal = terminal;
        this.files = files;
        this.workspaces = workspaces;
    }

    /// Whether it can be opened again without asking anybody.
    public boolean asksNobody(Path directory) {
        return file() != null || workspaces.opensByKeychain(directory);
    }

    /// Runs the work with what opens the workspace there, and wipes it after.
    public <T> T toOpen(Path directory, Function<Unlock, T> work) {
        Path file = file();
        if (file == null && workspaces.opensByKeychain(directory)) {
            return work.apply(new Unlock.Keychain());
        }
        return with(file == null ? ask(MESSAGES.text("passphrase", directory)) : files.read(file), work);
    }

    /// As [#toOpen], for a workspace that is to be made: a passphrase that is typed is typed twice.
    public <T> T toCreate(Path directory, Function<Unlock, T> work) {
        Path file = file();
        if (file == null && workspaces.hasKeychain()) {
            return work.apply(new Unlock.Keychain());
        }
        return with(file == null ? askTwice(directory) : files.read(file), work);
    }

    /// The passphrase of the file that was named; empty if none was.
    public Optional<Secret> ofFile() {
        return Optional.ofNullable(file()).map(files::read);
    }

    private static <T> T with(Secret passphrase, Function<Unlock, T> work) {
        try (passphrase) {
            return work.apply(new Unlock.Passphrase(passphrase));
        }
    }

    private @Nullable Path file() {
        if (options.passphraseFile() != null) {
            return options.passphraseFile();
        }
        String variable = terminal.environment().getOrDefault(VARIABLE, "");
        return variable.isEmpty() ? null : Path.of(variable);
    }

    private Secret askTwice(Path directory) {
        Secret first = ask(MESSAGES.text("passphrase.new", directory));
        try (Secret second = ask(MESSAGES.text("passphrase.again"))) {
            if (!first.reveal().equals(second.reveal())) {
                first.close();
                throw new UsageProblem(MESSAGES.text("passphrase.differs"));
            }
            return first;
        }
    }

    private Secret ask(String prompt) {
        Secret typed = terminal.ask(prompt).orElseThrow(() -> new UsageProblem(MESSAGES.text("passphrase.nobody")));
        if (typed.isEmpty()) {
            throw new UsageProblem(MESSAGES.text("passphrase.empty"));
        }
        return typed;
    }
}
