package dev.curfew.connector.folder.x509;

import dev.curfew.model.text.Sha256;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// What a private key of OpenSSH's says in the clear (PROTOCOL.key of its sources).
///
/// @param name as `ssh-keygen -l` prints it: `SHA256:` and the hash of the public key
record OpenSshKey(String name, boolean encrypted) {
    private static final byte[] MAGIC = "openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII);

    static Optional<OpenSshKey> of(byte[] bytes) {
        if (bytes.length < MAGIC.length || !Arrays.equals(MAGIC, Arrays.copyOf(bytes, MAGIC.length))) {
            return Optional.empty();
        }
        try {
            ByteBuffer rest = ByteBuffer.wrap(bytes, MAGIC.length, bytes.length - MAGIC.length);
            String cipher = new String(string(rest), StandardCharsets.US_ASCII);
            string(rest);
            string(rest);
            if (rest.getInt() < 1) {
                return Optional.empty();
            }
            String hash = Base64.getEncoder().withoutPadding().encodeToString(Sha256.of(string(rest)));
            return Optional.of(new OpenSshKey("SHA256:" + hash, !cipher.equals("none")));
        } catch (BufferUnderflowException _) {
            return Optional.empty();
        }
    }

    private static byte[] string(ByteBuffer from) {
        int length = from.getInt();
        if (length < 0 || length > from.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        from.get(bytes);
        return bytes;
    }
}
