package dev.curfew.app.usecase.officer;

import dev.curfew.app.usecase.Refused;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.text.Messages;
import dev.curfew.snapshot.keychain.Keychain;
import java.util.Optional;
import java.util.function.Supplier;

/// Passphrases of officers' keys, in the keychain of whoever is logged in: of those officers alone who had them kept
/// there. The key's file stays sealed: without the keychain it is of no use, and without the file neither is that.
public final class KeptPassphrases {
    private static final Messages MESSAGES = Messages.of(KeptPassphrases.class);

    private final Supplier<Optional<Keychain>> keychain;
    private final String workspace;

    /// @param workspace its id: officers of several have one name
    public KeptPassphrases(Supplier<Optional<Keychain>> keychain, String workspace) {
        this.keychain = keychain;
        this.workspace = workspace;
    }

    /// A fresh copy; the caller closes it.
    ///
    /// @throws Refused if there is no keychain, or it has none of this officer
    Secret of(String officer) {
        return there().find(account(officer)).orElseThrow(() -> new Refused(MESSAGES.text("kept.none", officer)));
    }

    /// @throws Refused if there is no keychain
    /// @throws dev.curfew.snapshot.keychain.KeychainException if it was not kept
    void keep(String officer, Secret passphrase) {
        there().keep(account(officer), passphrase);
    }

    /// @throws Refused if there is no keychain
    /// @throws dev.curfew.snapshot.keychain.KeychainException if it is still there
    void forget(String officer) {
        there().forget(account(officer));
    }

    boolean isPossible() {
        return keychain.get().isPresent();
    }

    /// @throws Refused if there is none
    Keychain there() {
        return keychain.get().orElseThrow(() -> new Refused(MESSAGES.text("keychain.none")));
    }

    private String account(String officer) {
        return "officer/" + workspace + "/" + officer;
    }
}
