package dev.curfew.model.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SecretTest {
    private static final String CANARY = "s.canary-3f9a";

    @Test
    void neverPrintsItsValue() {
        assertThat(Secret.of(CANARY)).hasToString("••••");
        assertThat(String.format("%s", Secret.of(CANARY))).doesNotContain("canary");
    }

    @Test
    void isGoneOnceClosed() {
        char[] characters = CANARY.toCharArray();
        Secret secret = Secret.taking(characters);
        secret.close();
        assertThat(characters).containsOnly('\0');
        assertThatIllegalStateException().isThrownBy(secret::reveal);
    }

    @Test
    void aFilesBytesAreTrimmedAndWiped() {
        byte[] bytes = (" \n" + CANARY + "\r\n").getBytes(StandardCharsets.UTF_8);
        assertThat(Secret.ofFile(bytes).reveal()).isEqualTo(CANARY);
        assertThat(bytes).containsOnly((byte) 0);
    }

    @Test
    void aCopyOutlivesTheOriginal() {
        Secret original = Secret.of(CANARY);
        Secret copy = original.copy();
        original.close();
        assertThat(copy.reveal()).isEqualTo(CANARY);
    }

    @Test
    void aFileOfWhiteSpaceIsEmpty() {
        assertThat(Secret.ofFile(" \n\t".getBytes(StandardCharsets.UTF_8)).isEmpty())
                .isTrue();
    }
}
