package dev.curfew.governance.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.governance.officer.OfficerKeyException.Kind;
import dev.curfew.model.connection.Secret;
import dev.curfew.testbed.memory.PlainPassphrases;
import dev.curfew.testbed.memory.SteppingClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficerKeysTest {
    private final SteppingClock clock = new SteppingClock(Instant.parse("2026-11-22T03:00:00Z"));

    @TempDir
    private Path directory;

    private OfficerKeys keys;

    @BeforeEach
    void makeKeys() {
        keys = new OfficerKeys(directory.resolve("officers"), new PlainPassphrases(), new SecureRandom(), clock);
    }

    @Test
    void anUnlockedKeySignsWhatItsPublicKeyVerifies() {
        String publicKey = keys.make("ada", Secret.of("correct"));
        try (OfficerKey key = keys.unlock("ada", Secret.of("correct"))) {
            assertThat(key.publicKey()).isEqualTo(publicKey);
            assertThat(Ed25519.verifies(publicKey, "text", key.sign("text"))).isTrue();
            assertThat(Ed25519.verifies(publicKey, "other", key.sign("text"))).isFalse();
        }
    }

    @Test
    void aWrongPassphraseIsSaidToBeOne() {
        keys.make("ada", Secret.of("correct"));
        assertFails(Kind.WRONG_PASSPHRASE, "hunter2");
    }

    @Test
    void anOfficerWithoutAFileHereIsMissing() {
        assertFails(Kind.MISSING, "correct");
    }

    @Test
    void aKeyFileIsNeverOverwritten() throws IOException {
        keys.make("ada", Secret.of("correct"));
        String before = Files.readString(file());
        assertThatThrownBy(() -> keys.make("ada", Secret.of("other")))
                .isInstanceOfSatisfying(
                        OfficerKeyException.class, e -> assertThat(e.kind()).isEqualTo(Kind.EXISTS));
        assertThat(Files.readString(file())).isEqualTo(before);
    }

    @Test
    void aChangedPublicLineIsDamageAndSignsNothing() throws IOException {
        String other = keys.make("bo", Secret.of("correct"));
        keys.make("ada", Secret.of("correct"));
        String sealed = Files.readAllLines(file()).get(1);
        Files.writeString(file(), other + "\n" + sealed + "\n");
        assertFails(Kind.DAMAGED, "correct");
    }

    @Test
    void aFileOfOneLineIsDamage() throws IOException {
        keys.make("ada", Secret.of("correct"));
        Files.writeString(file(), "nothing");
        assertFails(Kind.DAMAGED, "correct");
    }

    @Test
    void aKeyLocksItselfAfterAFewMinutes() {
        keys.make("ada", Secret.of("correct"));
        OfficerKey key = keys.unlock("ada", Secret.of("correct"));
        clock.advance(OfficerKey.UNLOCKED_FOR);
        assertThat(key.sign("text")).isNotEmpty();
        clock.advance(Duration.ofMillis(1));
        assertThatThrownBy(() -> key.sign("text"))
                .isInstanceOfSatisfying(
                        OfficerKeyException.class, e -> assertThat(e.kind()).isEqualTo(Kind.LOCKED));
    }

    @Test
    void aClosedKeySignsNoMore() {
        keys.make("ada", Secret.of("correct"));
        OfficerKey key = keys.unlock("ada", Secret.of("correct"));
        key.close();
        assertThatThrownBy(() -> key.sign("text")).isInstanceOf(OfficerKeyException.class);
    }

    @Test
    void onlyItsOwnerMayReadTheFileAndNoDraftIsLeft() throws IOException {
        keys.make("ada", Secret.of("correct"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(file().getParent())) {
            assertThat(files.map(Path::getFileName).map(Path::toString)).containsExactly("ada.key");
        }
    }

    @Test
    void noNameLeadsOutOfTheFolder() {
        assertThatIllegalArgumentException().isThrownBy(() -> keys.make("../ada", Secret.of("correct")));
    }

    private Path file() {
        return directory.resolve("officers/ada.key");
    }

    private void assertFails(Kind kind, String passphrase) {
        assertThatThrownBy(() -> keys.unlock("ada", Secret.of(passphrase)))
                .isInstanceOfSatisfying(OfficerKeyException.class, e -> {
                    assertThat(e.kind()).isEqualTo(kind);
                    assertThat(e).hasMessageContaining("ada").hasMessageNotContaining(passphrase);
                });
    }
}
