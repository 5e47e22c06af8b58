package dev.curfew.snapshot.keychain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.curfew.snapshot.testing.ChildJvm;
import dev.curfew.testbed.process.Programs;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux lets a test have a keychain of its own")
class SystemKeychainTest {
    @TempDir
    private Path folder;

    @Test
    void aWorkspaceIsMadeAndOpenedWithAKeyInTheKeychain() throws Exception {
        for (String program : List.of("dbus-run-session", "gnome-keyring-daemon")) {
            assumeTrue(
                    Programs.isInstalled(program), program + " is not installed (Debian: dbus-daemon, gnome-keyring)");
        }
        // A session bus, an unlocked keyring of its own, and a home that is empty.
        String script = "echo -n test | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec \"$@\"";
        List<String> java =
                ChildJvm.command(KeychainChild.class, folder.resolve("w").toString());
        List<String> command = Stream.concat(
                        Stream.of("dbus-run-session", "--", "sh", "-c", script, "sh"), java.stream())
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("XDG_DATA_HOME", folder.resolve("data").toString());
        builder.environment().put("XDG_RUNTIME_DIR", folder.toString());

        Process session = builder.start();
        String output = new String(session.getInputStream().readAllBytes(), UTF_8);

        assertThat(session.waitFor()).as(output).isZero();
        assertThat(output).contains("opened with the keychain", "forgotten, and no longer opens");
    }

    @Test
    void withoutASessionBusThereIsNoKeychain() throws Exception {
        List<String> java =
                ChildJvm.command(KeychainChild.class, folder.resolve("w").toString());
        ProcessBuilder builder = new ProcessBuilder(java).redirectErrorStream(true);
        builder.environment().remove("DBUS_SESSION_BUS_ADDRESS");
        builder.environment().put("XDG_RUNTIME_DIR", folder.toString());

        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor()).isEqualTo(KeychainChild.NO_KEYCHAIN);
        assertThat(output).contains("no keychain");
    }
}
