package dev.curfew.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.testbed.process.Programs;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A real keychain keeps an officer's passphrase, signs with it in another session, and forgets it.
@EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux lets a test have a keychain of its own")
class OfficerKeychainTest {
    @Test
    void theKeychainSignsForWhoHadItKeepTheirPassphrase(@TempDir Path home) throws InterruptedException {
        for (String program : List.of("dbus-run-session", "gnome-keyring-daemon")) {
            assumeTrue(
                    Programs.isInstalled(program), program + " is not installed (Debian: dbus-daemon, gnome-keyring)");
        }
        CommandBench bench = new CommandBench(home, Clock.systemUTC());
        assertThat(bench.run("init").exitCode()).isZero();
        assertThat(bench.addOfficer("ada").exitCode()).isZero();
        String wrong = bench.file("wrong", "not hers").toString();
        String right = bench.file("right", CommandBench.passphraseOf("ada")).toString();
        String bo = bench.file("bo", CommandBench.passphraseOf("bo")).toString();

        done(bench, 1, "wrong", "officer", "keychain", "ada", "--officer-passphrase-file", wrong);
        done(bench, 1, "no passphrase of ada", signed("ada", "first"));
        done(bench, 0, "keeps the passphrase of ada", "officer", "keychain", "ada", "--officer-passphrase-file", right);
        done(bench, 0, "", signed("ada", "first"));
        done(bench, 0, "", "officer", "add", "bo", "--keychain", "--officer-passphrase-file", bo);
        done(bench, 0, "", signed("bo", "second"));
        done(bench, 0, "no passphrase of ada any more", "officer", "keychain", "ada", "--forget");
        done(bench, 1, "no passphrase of ada", signed("ada", "third"));
        done(bench, 0, "", signed("bo", "fourth"));
    }

    private static String[] signed(String officer, String carrier) {
        return new String[] {"notice", "add", carrier, "--desktop", "--officer", officer, "--officer-keychain"};
    }

    private static void done(CommandBench bench, int exitCode, String said, String... words)
            throws InterruptedException {
        List<String> all = new ArrayList<>(List.of(words));
        try (CurfewProcess curfew = CurfewProcess.startLoggedIn(bench.home(), bench.environment(), all)) {
            assertThat(curfew.exitCode()).as(curfew.err()).isEqualTo(exitCode);
            assertThat(curfew.err()).contains(said);
        }
    }
}
