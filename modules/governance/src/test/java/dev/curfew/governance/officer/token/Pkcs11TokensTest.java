package dev.curfew.governance.officer.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.curfew.governance.officer.Ed25519;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.officer.OfficerKeyException;
import dev.curfew.governance.officer.OfficerKeyException.Kind;
import dev.curfew.governance.officer.OfficerKeys;
import dev.curfew.governance.officer.TokenUri;
import dev.curfew.model.connection.Secret;
import dev.curfew.testbed.SoftHsm;
import dev.curfew.testbed.memory.PlainPassphrases;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On SoftHSM's tokens, as on any that PKCS #11 reaches.
class Pkcs11TokensTest {
    private static final String PIN = "246813";
    private static final Secret RIGHT = Secret.of(PIN);
    private static final Secret WRONG = Secret.of("135792");

    /// The module counts sessions, and its objects, from one.
    private static final int HANDLES_MAX = 1_000;

    @TempDir
    private static Path tokens;

    @TempDir
    private Path directory;

    private OfficerKeys keys;

    /// The module looks at its tokens' folder when it begins, once in this process.
    @BeforeAll
    static void makeTokens() throws Throwable {
        assumeTrue(SoftHsm.module().isPresent(), "SoftHSM is not installed (Debian: softhsm2)");
        SoftHsm hsm = SoftHsm.in(tokens);
        hsm.make("adas", PIN);
        hsm.putKey("adas", PIN, "officer", "01");
        hsm.putKey("adas", PIN, "spare", "02");
        hsm.make("alike", PIN);
        hsm.putKey("alike", PIN, "officer", "01");
        hsm.make("alike", PIN);
        setEnvironment(hsm.variable(), hsm.configuration().toString());
    }

    /// Of the process itself: the module reads what C has, not what Java saw at its start.
    @SuppressWarnings("restricted") // Java has no way to set it
    private static void setEnvironment(String name, String value) throws Throwable {
        Linker linker = Linker.nativeLinker();
        try (Arena arena = Arena.ofConfined()) {
            int _ = (int) linker.downcallHandle(
                            linker.defaultLookup().findOrThrow("setenv"),
                            FunctionDescriptor.of(
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.ADDRESS,
                                    ValueLayout.ADDRESS,
                                    ValueLayout.JAVA_INT))
                    .invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), 1);
        }
    }

    @BeforeEach
    void makeKeys() {
        keys = new OfficerKeys(
                directory,
                new PlainPassphrases(),
                new SecureRandom(),
                InstantSource.system(),
                new Pkcs11Tokens(SoftHsm.module().orElseThrow()));
    }

    private String adopted(String uri) {
        return keys.adopt("ada", TokenUri.read(uri).orElseThrow(), RIGHT);
    }

    private Path file() {
        return directory.resolve("ada.key");
    }

    private static void assertFails(Runnable work, Kind kind) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        OfficerKeyException.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }

    @Test
    void aKeyOnATokenSignsAndIsNeverHere() throws IOException {
        String publicKey = adopted("pkcs11:token=adas;object=officer");
        try (OfficerKey key = keys.unlock("ada", RIGHT)) {
            assertThat(key.publicKey()).isEqualTo(publicKey);
            assertThat(Ed25519.verifies(publicKey, "text", key.sign("text"))).isTrue();
            assertThat(Ed25519.verifies(publicKey, "a longer text, of a café", key.sign("a longer text, of a café")))
                    .isTrue();
        }
        assertThat(Files.readString(file()))
                .startsWith(publicKey + "\npkcs11:id=%01;serial=")
                .doesNotContain(PIN);
    }

    @Test
    void twoKeysOfOneTokenAreToldApart() {
        String officer = adopted("pkcs11:token=adas;id=%01");
        String spare =
                keys.adopt("bo", TokenUri.read("pkcs11:token=adas;object=spare").orElseThrow(), RIGHT);
        assertThat(spare).isNotEqualTo(officer);
        try (OfficerKey ada = keys.unlock("ada", RIGHT);
                OfficerKey bo = keys.unlock("bo", RIGHT)) {
            assertThat(ada.publicKey()).isEqualTo(officer);
            assertThat(Ed25519.verifies(spare, "text", bo.sign("text"))).isTrue();
        }
    }

    @Test
    void aWrongPinIsSaidToBeOneAlsoWhileSomebodyIsLoggedIn() {
        adopted("pkcs11:token=adas;object=officer");
        assertFails(() -> keys.unlock("ada", WRONG), Kind.WRONG_PIN);
        try (OfficerKey _ = keys.unlock("ada", RIGHT)) {
            assertFails(() -> keys.unlock("ada", WRONG), Kind.WRONG_PIN);
        }
    }

    @Test
    void aClosedHandleSignsNoMore() {
        adopted("pkcs11:token=adas;object=officer");
        OfficerKey key = keys.unlock("ada", RIGHT);
        key.close();
        key.close();
        assertFails(() -> key.sign("text"), Kind.LOCKED);
    }

    @Test
    void whatWasSignedStandsThoughTheTokenIsPulledBeforeItIsClosed() {
        String publicKey = adopted("pkcs11:token=adas;object=officer");
        String signature;
        try (OfficerKey key = keys.unlock("ada", RIGHT)) {
            signature = key.sign("text");
            endAllSessions();
            assertFails(() -> key.sign("more"), Kind.TOKEN_FAILED);
        }
        assertThat(Ed25519.verifies(publicKey, "text", signature)).isTrue();
    }

    /// As a token does that is pulled: the module knows none of their handles any more.
    private static void endAllSessions() {
        Cryptoki cryptoki = Cryptoki.load(SoftHsm.module().orElseThrow());
        for (long session = 1; session <= HANDLES_MAX; session++) {
            try {
                cryptoki.close(session);
            } catch (CryptokiException _) {
                // There is none under this handle.
            }
        }
    }

    @Test
    void ofTwoThatFitNoneIsTaken() {
        assertFails(() -> adopted("pkcs11:token=alike"), Kind.NO_TOKEN);
        assertFails(() -> adopted("pkcs11:token=adas"), Kind.NO_TOKEN);
        assertFails(() -> adopted("pkcs11:token=nobodys"), Kind.NO_TOKEN);
        assertThat(file()).doesNotExist();
    }

    @Test
    void aFileThatNamesAnotherKeyIsDamage() throws IOException {
        adopted("pkcs11:token=adas;object=officer");
        Files.writeString(file(), Files.readString(file()).replace("id=%01", "id=%02"));
        assertFails(() -> keys.unlock("ada", RIGHT), Kind.DAMAGED);
        Files.writeString(file(), Files.readString(file()).replace("pkcs11:", "pkcs11:module-path=x;"));
        assertFails(() -> keys.unlock("ada", RIGHT), Kind.DAMAGED);
    }

    @Test
    void whatIsNoModuleIsSaid() throws IOException {
        Path text = Files.writeString(directory.resolve("theirs.so"), "no library");
        for (Path module : new Path[] {text, directory.resolve("missing.so")}) {
            OfficerKeys there = new OfficerKeys(
                    directory,
                    new PlainPassphrases(),
                    new SecureRandom(),
                    InstantSource.system(),
                    new Pkcs11Tokens(module));
            assertFails(
                    () -> there.adopt("ada", TokenUri.read("pkcs11:token=adas").orElseThrow(), RIGHT), Kind.NO_MODULE);
        }
    }
}
