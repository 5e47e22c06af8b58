package dev.curfew.snapshot.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.model.connection.Secret;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;

class SealedByPassphraseTest {
    private static final byte[] CLEAR = "the key".getBytes(StandardCharsets.UTF_8);

    /// Cheap, where cost is not what is tested.
    private final SealedByPassphrase passphrases = new SealedByPassphrase(new Argon2Cost(64, 1, 1));

    @Test
    void theSamePassphraseOpensWhatItSealed() {
        String sealed = passphrases.seal(CLEAR, Secret.of("p"));

        assertThat(passphrases.open(sealed, Secret.of("p"))).contains(CLEAR);
        assertThat(passphrases.open(sealed + "\n", Secret.of("p"))).contains(CLEAR);
        assertThat(passphrases.open(sealed, Secret.of("q"))).isEmpty();
    }

    @Test
    void theStandardCostIsWrittenAndRead() {
        String sealed = new SealedByPassphrase().seal(CLEAR, Secret.of("p"));

        assertThat(sealed).startsWith("curfew-sealed:1:65536:3:1:");
        assertThat(passphrases.open(sealed, Secret.of("p"))).contains(CLEAR);
    }

    @Test
    void twoSealsOfTheSameDiffer() {
        assertThat(passphrases.seal(CLEAR, Secret.of("p"))).isNotEqualTo(passphrases.seal(CLEAR, Secret.of("p")));
    }

    @Test
    void everyChangedCharacterIsFound() {
        String sealed = passphrases.seal(CLEAR, Secret.of("p"));
        for (int i = 0; i < sealed.length(); i++) {
            char other = sealed.charAt(i) == '1' ? '2' : '1';
            String changed = sealed.substring(0, i) + other + sealed.substring(i + 1);
            // The last character of a Base64 text may carry bits that mean nothing.
            if (i < sealed.length() - 1) {
                assertThat(passphrases.open(changed, Secret.of("p")))
                        .as(changed)
                        .isEmpty();
            }
        }
    }

    @Test
    void aTextThatAsksForMoreThanWeEverWouldIsRefusedAtOnce() {
        String sealed = passphrases.seal(CLEAR, Secret.of("p"));

        assertThat(passphrases.open(sealed.replaceFirst(":64:", ":9999999:"), Secret.of("p")))
                .isEmpty();
        assertThat(passphrases.open("not sealed at all", Secret.of("p"))).isEmpty();
        assertThatThrownBy(() -> new Argon2Cost(1 << 21, 3, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    /// RFC 9106 section 5.3; the library underneath is what the test vector can reach, for it has a secret and
    /// associated data, which we do not use.
    @Test
    void theLibraryComputesTheVectorOfTheStandard() {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(32)
                .withIterations(3)
                .withParallelism(4)
                .withSalt(HexFormat.of().parseHex("02".repeat(16)))
                .withSecret(HexFormat.of().parseHex("03".repeat(8)))
                .withAdditional(HexFormat.of().parseHex("04".repeat(12)))
                .build());
        byte[] tag = new byte[32];
        argon2.generateBytes(HexFormat.of().parseHex("01".repeat(32)), tag);

        assertThat(HexFormat.of().formatHex(tag))
                .isEqualTo("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
    }
}
