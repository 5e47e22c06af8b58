package dev.curfew.governance.ssh;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/// A signature as `ssh-keygen -Y sign` writes it into a file of its own (OpenSSH's PROTOCOL.sshsig, version 1).
///
/// @param key that it says it is by; whose key that is, somebody else has to know
/// @param namespace what it was made for
/// @param hash by which the text was hashed: `sha256` or `sha512`
/// @param scheme how the hash was signed: `ssh-ed25519`, `rsa-sha2-512`
/// @param bytes as that scheme has them, in Base64
public record SshSignature(SshKey key, String namespace, String hash, String scheme, String bytes) {
    /// An RSA signature of 16384 bits with its key has some 6 KiB.
    public static final int CHARACTERS_MAX = 16_384;

    /// What `ssh-keygen -Y sign` puts after the name of what it signed.
    public static final String FILE_ENDING = ".sig";

    private static final String BEGIN = "-----BEGIN SSH SIGNATURE-----";
    private static final String END = "-----END SSH SIGNATURE-----";
    private static final byte[] MAGIC = "SSHSIG".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final Set<String> HASHES = Set.of("sha256", "sha512");

    /// @return empty if it is no such signature, or one by a kind of key that is not taken
    public static Optional<SshSignature> parse(String armored) {
        String text = armored.strip();
        if (text.length() > CHARACTERS_MAX || !text.startsWith(BEGIN) || !text.endsWith(END)) {
            return Optional.empty();
        }
        try {
            String inside = text.substring(BEGIN.length(), text.length() - END.length());
            return Optional.of(read(Base64.getDecoder().decode(inside.replaceAll("\\s", ""))));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // Cut off, made up, or by a kind of key that is not taken.
            return Optional.empty();
        }
    }

    private static SshSignature read(byte[] blob) {
        WireReader all = new WireReader(blob);
        if (!Arrays.equals(all.bytes(MAGIC.length), MAGIC) || all.number() != VERSION) {
            throw new IllegalArgumentException("no signature of version 1");
        }
        SshKey key = SshKey.of(all.bytes());
        String namespace = all.text();
        all.bytes();
        String hash = all.text();
        WireReader signature = new WireReader(all.bytes());
        all.end();
        SshSignature read = new SshSignature(
                key, namespace, hash, signature.text(), Base64.getEncoder().encodeToString(signature.bytes()));
        signature.end();
        return read;
    }

    /// Whether it is that key's, over exactly these bytes, for that purpose.
    public boolean verifies(byte[] message, String wantedNamespace) {
        if (!namespace.equals(wantedNamespace) || !HASHES.contains(hash)) {
            return false;
        }
        try {
            return verifies(signed(message));
        } catch (SignatureException | IllegalArgumentException e) {
            // Not as that scheme lays signatures out: whoever wrote it, it is not the key's.
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has these algorithms", e);
        }
    }

    private boolean verifies(byte[] signed) throws GeneralSecurityException {
        byte[] raw = Base64.getDecoder().decode(bytes);
        return switch (key.kind()) {
            case ED25519 -> isScheme("ssh-ed25519") && verifies("Ed25519", signed, raw);
            case NISTP256 ->
                isScheme("ecdsa-sha2-nistp256") && verifies("SHA256withECDSAinP1363Format", signed, p1363(raw));
            // SHA-1, as plain ssh-rsa says, is not among what PROTOCOL.sshsig lets RSA keys sign with.
            case RSA ->
                (isScheme("rsa-sha2-256") && verifies("SHA256withRSA", signed, raw))
                        || (isScheme("rsa-sha2-512") && verifies("SHA512withRSA", signed, raw));
        };
    }

    private boolean isScheme(String wanted) {
        return scheme.equals(wanted);
    }

    private boolean verifies(String algorithm, byte[] signed, byte[] raw) throws GeneralSecurityException {
        Signature verifier = Signature.getInstance(algorithm);
        verifier.initVerify(key.publicKey());
        verifier.update(signed);
        return verifier.verify(raw);
    }

    /// Both numbers beside one another (RFC 5656, section 3.1.2, has them as SSH's numbers).
    private static byte[] p1363(byte[] raw) {
        WireReader numbers = new WireReader(raw);
        byte[] both = new WireWriter()
                .raw(fixed(numbers.positive()))
                .raw(fixed(numbers.positive()))
                .bytes();
        numbers.end();
        return both;
    }

    private static byte[] fixed(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        if (bytes.length - from > KeyType.P256_BYTES) {
            throw new IllegalArgumentException("a number beyond the curve");
        }
        byte[] fixed = new byte[KeyType.P256_BYTES];
        System.arraycopy(bytes, from, fixed, fixed.length - bytes.length + from, bytes.length - from);
        return fixed;
    }

    /// What the key signs: not the text, but this about it.
    private byte[] signed(byte[] message) throws GeneralSecurityException {
        String algorithm = hash.equals("sha256") ? "SHA-256" : "SHA-512";
        return new WireWriter()
                .raw(MAGIC)
                .string(namespace)
                .string("")
                .string(hash)
                .string(MessageDigest.getInstance(algorithm).digest(message))
                .bytes();
    }
}
