package dev.curfew.app.cli.bench;

import dev.curfew.snapshot.crypto.Argon2Cost;

/// Passphrases that are quickly guessed: nobody attacks the workspaces of tests, and deriving keys was four fifths of
/// what they cost.
public final class QuickPassphrases {
    public static final Argon2Cost COST = new Argon2Cost(64, 1, 1);

    private QuickPassphrases() {}
}
