package dev.curfew.app.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.testbed.process.Programs;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A notice through the real `notify-send` to a notification server of the test's own, on a session bus of its own.
@EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux lets a test have a desktop's bus of its own")
class DesktopNoticeTest {
    @Test
    void aNoticeIsShownOnTheDesktopAndItsAbsenceIsSaid(@TempDir Path home) throws Exception {
        for (String program : List.of("dbus-daemon", "notify-send")) {
            assumeTrue(
                    Programs.isInstalled(program), program + " is not installed (Debian: dbus-daemon, libnotify-bin)");
        }
        CommandBench bench = new CommandBench(home, Clock.systemUTC());
        assertThat(bench.run("init").exitCode()).isZero();
        assertThat(bench.addOfficer("ada").exitCode()).isZero();
        Answer added = bench.as("ada", "notice", "add", "desk", "--desktop");
        assertThat(added.exitCode()).as(added.err()).isZero();
        Process bus = new ProcessBuilder("dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines = bus.inputReader(StandardCharsets.UTF_8)) {
            String address = lines.readLine();
            assertThat(address).startsWith("unix:");
            try (DBusConnection connection =
                    DBusConnectionBuilder.forAddress(address).withShared(false).build()) {
                Desktop desktop = new Desktop();
                connection.exportObject("/org/freedesktop/Notifications", desktop);
                connection.requestBusName("org.freedesktop.Notifications");

                Answer tried = test(bench, address);

                assertThat(tried.exitCode()).as(tried.err()).isZero();
                Shown shown = desktop.shown.poll(30, TimeUnit.SECONDS);
                assertThat(shown).isNotNull();
                assertThat(shown.application()).isEqualTo("Curfew");
                assertThat(shown.summary()).isNotBlank();
                assertThat(shown.body()).isNotBlank();
                assertThat(shown.category()).isEqualTo("im.received");
            }
            Answer alone = test(bench, address);
            assertThat(alone.exitCode()).isEqualTo(1);
            assertThat(alone.err()).contains("desk");
        } finally {
            bus.destroy();
            assertThat(bus.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static Answer test(CommandBench bench, String address) {
        Map<String, String> environment = new HashMap<>(bench.environment());
        environment.put("PATH", System.getenv("PATH"));
        environment.put("DBUS_SESSION_BUS_ADDRESS", address);
        return bench.bare(environment, "", List.of(), "notice", "test", "desk");
    }

    /// @param category as a hint says it
    private record Shown(String application, String summary, String body, String category) {}

    /// Keeps what it is to show.
    private static final class Desktop implements Notifications {
        private final BlockingQueue<Shown> shown = new LinkedBlockingQueue<>();

        @Override
        public UInt32 show(
                String application,
                UInt32 replaces,
                String icon,
                String summary,
                String body,
                List<String> actions,
                Map<String, Variant<?>> hints,
                int timeoutMillis) {
            Variant<?> category = hints.get("category");
            shown.add(
                    new Shown(application, summary, body, category == null ? "" : String.valueOf(category.getValue())));
            return new UInt32(1);
        }

        @Override
        public List<String> capabilities() {
            return List.of("body");
        }

        @Override
        public Server<String, String, String, String> server() {
            return new Server<>("a test", "Curfew", "1", "1.2");
        }

        @Override
        public String getObjectPath() {
            return "/org/freedesktop/Notifications";
        }
    }
}
