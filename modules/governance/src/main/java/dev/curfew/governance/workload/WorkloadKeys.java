package dev.curfew.governance.workload;

import dev.curfew.governance.officer.Ed25519;
import dev.curfew.governance.officer.SigningKey;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.governance.Workload;
import dev.curfew.model.port.Secrets;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.InvalidKeySpecException;
import java.util.Base64;
import java.util.Optional;

/// The keys by which workloads' requests are signed, one for each trust, among the workspace's secrets. They sign
/// requests and nothing else: the roster does not know them, so that they approve nothing.
public final class WorkloadKeys {
    private static final String FOLDER = "curfew/workload-key/";

    private final Secrets secrets;
    private final SecureRandom random;

    public WorkloadKeys(Secrets secrets, SecureRandom random) {
        this.secrets = secrets;
        this.random = random;
    }

    /// Makes a new one in place of the old: what was asked with that is believed no longer.
    ///
    /// @return its public half
    public String make(String trust) {
        KeyPair pair = Ed25519.newPair(random);
        String encoded = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
        try (Secret secret = Secret.of(encoded)) {
            secrets.put(FOLDER + trust, secret);
        }
        return Ed25519.publicText(pair.getPublic());
    }

    public boolean has(String trust) {
        Optional<Secret> secret = secrets.get(FOLDER + trust);
        secret.ifPresent(Secret::close);
        return secret.isPresent();
    }

    public void remove(String trust) {
        secrets.remove(FOLDER + trust);
    }

    /// The key that signs for the workload; empty if there is none here.
    public Optional<SigningKey> of(WorkloadTrust trust, Workload workload) {
        Optional<Secret> secret = secrets.get(FOLDER + trust.name());
        return secret.map(held -> {
            try (held) {
                byte[] pkcs8 = Base64.getDecoder().decode(held.reveal());
                return new Key(workload.text(), trust.publicKey(), Ed25519.privateKey(pkcs8));
            } catch (InvalidKeySpecException e) {
                throw new IllegalStateException("what was made as a key is one", e);
            }
        });
    }

    private static final class Key implements SigningKey {
        private final String requester;
        private final String publicKey;
        private final PrivateKey key;

        Key(String requester, String publicKey, PrivateKey key) {
            this.requester = requester;
            this.publicKey = publicKey;
            this.key = key;
        }

        @Override
        public String requester() {
            return requester;
        }

        @Override
        public String publicKey() {
            return publicKey;
        }

        @Override
        public String sign(String text) {
            return Ed25519.sign(key, text);
        }
    }
}
