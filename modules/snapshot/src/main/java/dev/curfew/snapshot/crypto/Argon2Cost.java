package dev.curfew.snapshot.crypto;

import dev.curfew.model.connection.Secret;
import java.nio.CharBuffer;
import java.text.Normalizer;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// How slow guessing a passphrase is: Argon2id (RFC 9106), version 1.3.
///
/// @param memoryKib memory for each guess, in KiB
public record Argon2Cost(int memoryKib, int passes, int lanes) {
    /// RFC 9106 section 4, the second recommended option's memory and passes; one lane, because the implementation
    /// computes lanes one after another. About 0.3 s on a 2024 laptop.
    public static final Argon2Cost STANDARD = new Argon2Cost(64 * 1024, 3, 1);

    public static final int SALT_BYTES = 16;

    /// A file that asks for more was not written by us, and would only exhaust the machine.
    private static final int MEMORY_KIB_MAX = 1024 * 1024;

    private static final int PASSES_MAX = 16;
    private static final int LANES_MAX = 16;

    public Argon2Cost {
        boolean memory = memoryKib >= 8 * lanes && memoryKib <= MEMORY_KIB_MAX;
        if (!memory || passes < 1 || passes > PASSES_MAX || lanes < 1 || lanes > LANES_MAX) {
            throw new IllegalArgumentException("not a cost for Argon2id: " + memoryKib + "/" + passes + "/" + lanes);
        }
    }

    /// A key from the passphrase; the caller wipes it.
    public byte[] derive(Secret passphrase, byte[] salt) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] key = new byte[AesGcm.KEY_BYTES];
        byte[] utf8 = passphrase.use(Argon2Cost::utf8);
        argon2.generateBytes(utf8, key);
        Arrays.fill(utf8, (byte) 0);
        return key;
    }

    /// In Unicode's composed form, so that the same passphrase typed on another system is the same bytes.
    private static byte[] utf8(char[] passphrase) {
        CharBuffer typed = CharBuffer.wrap(passphrase);
        CharBuffer composed = Normalizer.isNormalized(typed, Normalizer.Form.NFC)
                ? typed
                : CharBuffer.wrap(Normalizer.normalize(typed, Normalizer.Form.NFC));
        return Utf8.encode(composed);
    }
}
