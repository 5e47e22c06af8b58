package dev.curfew.snapshot.workspace;

import dev.curfew.model.connection.Secret;
import dev.curfew.snapshot.crypto.AesGcm;
import dev.curfew.snapshot.crypto.Argon2Cost;
import dev.curfew.snapshot.json.RecordJson;
import dev.curfew.snapshot.workspace.WorkspaceException.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Seals a workspace's keys into its header, and opens them again.
///
/// From the wrapping key (Argon2id of the passphrase, or 32 random bytes in the keychain) come two by HMAC-SHA-256:
/// one seals, with the rest of the header as associated data; the other is the header's check value, which reveals
/// nothing of the first.
final class KeyWrap {
    private static final String SEAL = "curfew workspace 1 seal";
    private static final String CHECK = "curfew workspace 1 check";

    private final Path directory;
    private final RecordJson json = new RecordJson();

    /// @param directory for messages only
    KeyWrap(Path directory) {
        this.directory = directory;
    }

    Header seal(WorkspaceKeys keys, WorkspaceKey with, String id, Instant createdAt, boolean readOnly) {
        Header.@Nullable PassphraseKey passphrase = null;
        byte[] wrapping;
        switch (with) {
            case WorkspaceKey.Passphrase(Secret secret, Argon2Cost cost) -> {
                byte[] salt = AesGcm.randomBytes(Argon2Cost.SALT_BYTES);
                passphrase = new Header.PassphraseKey(cost, base64(salt));
                wrapping = cost.derive(secret, salt);
            }
            case WorkspaceKey.InKeychain(var keychain) -> {
                wrapping = AesGcm.randomBytes(AesGcm.KEY_BYTES);
                try (Secret text = Secret.of(base64(wrapping))) {
                    keychain.keep(id, text);
                }
            }
        }
        String check = base64(derive(wrapping, CHECK));
        Header header = new Header(Header.VERSION, id, createdAt, readOnly, passphrase, check, "");
        byte[] joined = keys.joined();
        try {
            return header.sealed(base64(AesGcm.seal(derive(wrapping, SEAL), joined, associated(header))));
        } finally {
            Arrays.fill(joined, (byte) 0);
            Arrays.fill(wrapping, (byte) 0);
        }
    }

    /// @throws WorkspaceException for a wrong key or a changed header
    WorkspaceKeys open(Header header, WorkspaceKey with) {
        byte[] wrapping = wrapping(header, with);
        try {
            if (!MessageDigest.isEqual(derive(wrapping, CHECK), bytes(header.check()))) {
                throw wrong(with);
            }
            return AesGcm.open(derive(wrapping, SEAL), bytes(header.sealedKeys()), associated(header))
                    .filter(joined -> joined.length == 2 * AesGcm.KEY_BYTES)
                    .map(WorkspaceKeys::split)
                    .orElseThrow(this::damaged);
        } finally {
            Arrays.fill(wrapping, (byte) 0);
        }
    }

    private byte[] wrapping(Header header, WorkspaceKey with) {
        Header.PassphraseKey passphrase = header.passphrase();
        return switch (with) {
            case WorkspaceKey.Passphrase typed -> {
                if (passphrase == null) {
                    throw WorkspaceException.of(Kind.WRONG_KEY, "needs-keychain", directory);
                }
                yield passphrase.cost().derive(typed.secret(), bytes(passphrase.salt()));
            }
            case WorkspaceKey.InKeychain(var keychain) -> {
                if (passphrase != null) {
                    throw WorkspaceException.of(Kind.WRONG_KEY, "needs-passphrase", directory);
                }
                Optional<Secret> kept = keychain.find(header.id());
                try (Secret text = kept.orElseThrow(() -> wrong(with))) {
                    yield bytes(text.reveal());
                }
            }
        };
    }

    private WorkspaceException wrong(WorkspaceKey with) {
        return switch (with) {
            case WorkspaceKey.Passphrase _ -> WorkspaceException.of(Kind.WRONG_KEY, "wrong-passphrase", directory);
            case WorkspaceKey.InKeychain _ -> WorkspaceException.of(Kind.WRONG_KEY, "wrong-keychain", directory);
        };
    }

    private WorkspaceException damaged() {
        return WorkspaceException.of(Kind.DAMAGED, "damaged-header", directory, HeaderFile.FILE_NAME);
    }

    private byte[] associated(Header header) {
        return json.write(header.unsealed()).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] derive(byte[] wrapping, String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(wrapping, "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw WorkspaceException.because(e, Kind.DAMAGED, "damaged-header", directory, HeaderFile.FILE_NAME);
        }
    }
}
