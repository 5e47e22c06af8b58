package dev.curfew.app.run;

import dev.curfew.app.Main;
import dev.curfew.testbed.ModuleFolder;
import dev.curfew.testbed.process.Installed;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Curfew as a process of its own, which signals reach: started as an installed one is, all of a JVM with one archive.
public final class CurfewProcess implements AutoCloseable {
    /// What a machine that is busy with ten other builds needs; nothing is proved by how long it takes.
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /// What the manifest of the app's jar says.
    private static final String NATIVE = "--enable-native-access=ALL-UNNAMED";

    private static final Installed INSTALLED = new Installed(folder());

    private final Process process;
    private final Path out;
    private final Path err;

    private CurfewProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    public static CurfewProcess start(Path home, Map<String, String> environment, List<String> arguments) {
        return start(List.of(), home, environment, arguments);
    }

    /// As [#start], where Ctrl+C and the terminal's end are heard: whoever is started in the background inherits that
    /// they are not.
    public static CurfewProcess startHearing(Path home, Map<String, String> environment, List<String> arguments) {
        String hearing = "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL);"
                + " signal.signal(signal.SIGHUP, signal.SIG_DFL); os.execv(sys.argv[1], sys.argv[1:])";
        return start(List.of("python3", "-c", hearing), home, environment, arguments);
    }

    /// As [#start], logged in to a desktop of its own: a session bus, and a keychain that stays in the home.
    public static CurfewProcess startLoggedIn(Path home, Map<String, String> environment, List<String> arguments) {
        String logIn = "echo -n test | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec \"$@\"";
        Map<String, String> own = new HashMap<>(environment);
        own.put("HOME", home.toString());
        own.put("XDG_DATA_HOME", home.resolve("data").toString());
        own.put("XDG_RUNTIME_DIR", home.toString());
        return start(List.of("dbus-run-session", "--", "sh", "-c", logIn, "sh"), home, own, arguments);
    }

    /// As [#start], where no file grows beyond the workspace's: nor could an archive of classes.
    public static CurfewProcess startOnFullDisk(
            Path home, Path workspace, Map<String, String> environment, List<String> arguments) {
        List<String> command = new ArrayList<>(INSTALLED.console(FullDisk.class, NATIVE, "-Duser.home=" + home));
        command.add(workspace.toString());
        command.addAll(arguments);
        return spawn(home, environment, command);
    }

    /// @param by what starts it
    private static CurfewProcess start(
            List<String> by, Path home, Map<String, String> environment, List<String> arguments) {
        List<String> command = new ArrayList<>(by);
        command.addAll(INSTALLED.command(Main.class, NATIVE, "-Duser.home=" + home));
        command.addAll(arguments);
        return spawn(home, environment, command);
    }

    private static CurfewProcess spawn(Path home, Map<String, String> environment, List<String> command) {
        try {
            Path out = Files.createTempFile(home, "run", ".out");
            Path err = Files.createTempFile(home, "run", ".err");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("CURFEW_"));
            builder.environment().putAll(environment);
            return new CurfewProcess(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            return Files.createDirectories(ModuleFolder.target()
                    .resolve("testbed")
                    .resolve("installed-" + ProcessHandle.current().pid()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("still running after " + PATIENCE + ": " + err());
        }
        return process.exitValue();
    }

    public String err() {
        return text(err);
    }

    public String out() {
        return text(out);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// SIGTERM.
    public void stop() {
        process.destroy();
    }

    /// SIGINT, as Ctrl+C sends it.
    public void interrupt() throws IOException, InterruptedException {
        signal("INT");
    }

    /// SIGSTOP: until [#goOn].
    public void standStill() throws IOException, InterruptedException {
        signal("STOP");
    }

    /// SIGCONT.
    public void goOn() throws IOException, InterruptedException {
        signal("CONT");
    }

    /// @param name as `kill` has it
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    public long pid() {
        return process.pid();
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /// SIGKILL.
    public void kill() {
        process.destroyForcibly();
    }

    public void await(BooleanSupplier condition) throws InterruptedException {
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new AssertionError("it ended with " + process.exitValue() + " before that: " + err());
            }
            if (System.nanoTime() > giveUpAt) {
                throw new AssertionError("it did not come to that in " + PATIENCE + ": " + err());
            }
            Thread.sleep(Duration.ofMillis(20));
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        // Until then it has its workspace.
        process.destroyForcibly().onExit().join();
    }
}
