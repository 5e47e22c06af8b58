package dev.curfew.testbed.memory;

import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.Passphrases;
import dev.curfew.model.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// Seals at once, for tests of what is sealed and when: it tells a wrong passphrase and a changed text, and hides
/// the bytes from a glance only.
public final class PlainPassphrases implements Passphrases {
    @Override
    public String seal(byte[] clear, Secret passphrase) {
        byte[] veiled = veil(clear, passphrase);
        return Base64.getEncoder().encodeToString(veiled) + "." + tag(veiled, passphrase);
    }

    @Override
    public Optional<byte[]> open(String sealed, Secret passphrase) {
        String[] parts = sealed.split("\\.", 2);
        try {
            byte[] veiled = Base64.getDecoder().decode(parts[0]);
            return parts.length == 2 && tag(veiled, passphrase).equals(parts[1])
                    ? Optional.of(veil(veiled, passphrase))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            // Not Base64: the text was changed.
            return Optional.empty();
        }
    }

    private static byte[] veil(byte[] bytes, Secret passphrase) {
        byte[] pad = Sha256.of(passphrase.reveal().getBytes(StandardCharsets.UTF_8));
        byte[] veiled = bytes.clone();
        for (int i = 0; i < veiled.length; i++) {
            veiled[i] ^= pad[i % pad.length];
        }
        return veiled;
    }

    private static String tag(byte[] veiled, Secret passphrase) {
        return Sha256.hex(HexFormat.of().formatHex(veiled) + passphrase.reveal());
    }
}
