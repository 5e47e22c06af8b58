package dev.curfew.ledger.note;

import dev.curfew.model.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// The public half of a note key, with its text form, the "vkey" of C2SP signed-note:
/// `<name>+<key hash>+<Base64 of 0x01 and the key>`.
public final class NoteVerifier {
    private static final byte ED25519 = 1;
    private static final int HASH_BYTES = 4;
    private static final Pattern NAME = Pattern.compile("[^\\s+]+");

    private final String name;
    private final byte[] raw;

    private NoteVerifier(String name, byte[] raw) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a key name has no white space and no +");
        }
        this.name = name;
        this.raw = raw.clone();
    }

    public String name() {
        return name;
    }

    static NoteVerifier of(String name, byte[] raw) {
        Ed25519Keys.publicKey(raw);
        return new NoteVerifier(name, raw);
    }

    /// @throws IllegalArgumentException if it is not a vkey of an Ed25519 key
    public static NoteVerifier parse(String vkey) {
        String[] parts = vkey.strip().split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("a verifier key has the form name+hash+key");
        }
        byte[] typed = Base64.getDecoder().decode(parts[2]);
        if (typed.length != 1 + Ed25519Keys.PUBLIC_BYTES || typed[0] != ED25519) {
            throw new IllegalArgumentException("not an Ed25519 verifier key");
        }
        NoteVerifier verifier = of(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!HexFormat.of().formatHex(verifier.keyHash()).equals(parts[1])) {
            throw new IllegalArgumentException("the verifier key's hash does not fit its key");
        }
        return verifier;
    }

    public String vkey() {
        return name + "+" + HexFormat.of().formatHex(keyHash()) + "+"
                + Base64.getEncoder().encodeToString(typedKey());
    }

    /// The first four bytes of SHA-256 over name, newline, type and key.
    byte[] keyHash() {
        byte[] prefix = (name + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] typed = typedKey();
        byte[] all = Arrays.copyOf(prefix, prefix.length + typed.length);
        System.arraycopy(typed, 0, all, prefix.length, typed.length);
        return Arrays.copyOf(Sha256.of(all), HASH_BYTES);
    }

    private byte[] typedKey() {
        byte[] typed = new byte[1 + raw.length];
        typed[0] = ED25519;
        System.arraycopy(raw, 0, typed, 1, raw.length);
        return typed;
    }

    public boolean accepts(byte[] message, byte[] signature) {
        PublicKey key = Ed25519Keys.publicKey(raw);
        try {
            Signature verification = Signature.getInstance("Ed25519");
            verification.initVerify(key);
            verification.update(message);
            return verification.verify(signature);
        } catch (GeneralSecurityException _) {
            // A signature of the wrong length or form is simply not this key's.
            return false;
        }
    }

    /// 32 bytes.
    public byte[] raw() {
        return raw.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteVerifier that && name.equals(that.name) && Arrays.equals(raw, that.raw);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(raw);
    }

    @Override
    public String toString() {
        return vkey();
    }
}
