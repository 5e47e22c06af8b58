package dev.curfew.app.wiring.ledger;

import dev.curfew.ledger.witness.CheckpointKeeper;
import dev.curfew.ledger.witness.CheckpointNotKeptException;
import dev.curfew.ledger.witness.Held;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.ledger.Checkpoint;
import dev.curfew.model.text.Messages;
import dev.curfew.snapshot.keychain.Keychain;
import dev.curfew.snapshot.keychain.KeychainException;
import java.util.Optional;

/// Keeps the newest checkpoint in the system's keychain: who sets the workspace's folder back does not set that back
/// with it.
public final class KeychainKeeper implements CheckpointKeeper {
    private static final Messages WORDS = Messages.of(KeychainKeeper.class);

    private final Keychain keychain;
    private final String account;

    public KeychainKeeper(Keychain keychain, String workspaceId) {
        this.keychain = keychain;
        this.account = "checkpoint/" + workspaceId;
    }

    @Override
    public void keep(Checkpoint checkpoint) throws CheckpointNotKeptException {
        try (Secret note = Secret.of(checkpoint.note())) {
            keychain.keep(account, note);
        } catch (KeychainException e) {
            throw new CheckpointNotKeptException(WORDS.text("keychain-not-written"), e);
        }
    }

    @Override
    public Optional<Held> held() {
        return keychain.find(account).map(secret -> {
            try (secret) {
                return new Held(WORDS.text("the-keychain"), secret.reveal(), null);
            }
        });
    }
}
