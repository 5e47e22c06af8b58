package dev.curfew.snapshot.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.model.connection.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncryptedSecretsTest {
    private static final byte[] KEY = new byte[32];

    @TempDir
    private Path folder;

    private Path file;
    private EncryptedSecrets secrets;

    @BeforeEach
    void prepare() {
        file = folder.resolve("secrets");
        secrets = new EncryptedSecrets(file, KEY, "w1", false);
    }

    @Test
    void aSecretComesBackAsItWas() {
        put("prod/read", "pässwort ☂ 𝄞");
        put("prod/act", "");

        assertThat(get("prod/read")).contains("pässwort ☂ 𝄞");
        assertThat(get("prod/act")).contains("");
        assertThat(get("prod")).isEmpty();
        assertThat(new EncryptedSecrets(file, KEY, "w1", false).get("prod/read").map(Secret::reveal))
                .contains("pässwort ☂ 𝄞");
    }

    @Test
    void putReplacesAndRemoveForgets() {
        put("a", "1");
        put("b", "2");
        put("a", "3");
        secrets.remove("b");
        secrets.remove("none");

        assertThat(get("a")).contains("3");
        assertThat(get("b")).isEmpty();
    }

    @Test
    void neitherNamesNorValuesAreReadableInTheFile() throws IOException {
        put("CANARY-NAME", "CANARY-VALUE");

        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .doesNotContain("CANARY");
    }

    @Test
    void everyFlippedBitIsFound() throws IOException {
        put("a", "1");
        byte[] content = Files.readAllBytes(file);
        for (int i = 0; i < content.length; i++) {
            byte[] flipped = content.clone();
            flipped[i] ^= 1;
            Files.write(file, flipped);
            isDamaged(secrets);
        }
        Files.write(file, new byte[3]);
        isDamaged(secrets);
    }

    @Test
    void theFileOfAnotherWorkspaceDoesNotOpen() {
        put("a", "1");

        isDamaged(new EncryptedSecrets(file, KEY, "w2", false));
    }

    @Test
    void nothingIsWrittenOverADamagedFile() throws IOException {
        Files.writeString(file, "garbage that is long enough to be sealed");

        assertThatThrownBy(() -> put("a", "1")).isInstanceOf(SecretsException.class);
        assertThat(file).hasContent("garbage that is long enough to be sealed");
    }

    private static void isDamaged(EncryptedSecrets secrets) {
        assertThatThrownBy(() -> secrets.get("a"))
                .isInstanceOfSatisfying(
                        SecretsException.class, e -> assertThat(e.kind()).isEqualTo(SecretsException.Kind.DAMAGED))
                .hasMessageContaining("cut off or changed");
    }

    private void put(String name, String value) {
        try (Secret secret = Secret.of(value)) {
            secrets.put(name, secret);
        }
    }

    private Optional<String> get(String name) {
        return secrets.get(name).map(Secret::reveal);
    }
}
