package dev.curfew.app.cli.option;

import dev.curfew.app.cli.terminal.Terminal;
import dev.curfew.model.connection.Secret;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The passphrase of an officer who signs: their own, or the one that they had the keychain keep.
final class SigningPassphrase {
    @Option(names = "--officer-keychain")
    private boolean keychain;

    @Mixin
    private final OfficerPassphrase given = new OfficerPassphrase();

    /// Empty where the keychain has it, as [dev.curfew.app.usecase.officer.Officers#unlock] takes it.
    ///
    /// @throws dev.curfew.app.cli.UsageProblem if there is none to be had
    Secret read(Terminal terminal, String officer) {
        return keychain ? Secret.of("") : given.read(terminal, officer);
    }
}
