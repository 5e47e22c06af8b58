package dev.curfew.governance.breakglass.use;

import dev.curfew.governance.officer.Ed25519;
import java.security.KeyPair;
import java.security.SecureRandom;

/// Signs that one use is closed, and nothing else. The officer who opens it vouches for it; it is held in memory alone,
/// by whoever holds the session, so that checking in asks nobody for a passphrase, also when its time is over.
public final class ClosingKey {
    private final KeyPair pair;

    private ClosingKey(KeyPair pair) {
        this.pair = pair;
    }

    static ClosingKey fresh(SecureRandom random) {
        return new ClosingKey(Ed25519.newPair(random));
    }

    /// As `Officer.publicKey`.
    String publicKey() {
        return Ed25519.publicText(pair.getPublic());
    }

    String sign(String text) {
        return Ed25519.sign(pair.getPrivate(), text);
    }

    @Override
    public String toString() {
        return "key of one closing";
    }
}
