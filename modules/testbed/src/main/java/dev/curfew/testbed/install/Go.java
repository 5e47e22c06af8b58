package dev.curfew.testbed.install;

import dev.curfew.model.text.Messages;
import dev.curfew.testbed.TestbedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The machine's Go, which builds the servers that nobody packages.
record Go(String program) {
    private static final Messages MESSAGES = Messages.of(Go.class);

    /// What `k8s.io/kubernetes` asks for.
    private static final int MINOR_MIN = 26;

    private static final Pattern VERSION = Pattern.compile("go1\\.(\\d+)");

    /// Often enough to see that it goes on, seldom enough for a log.
    private static final Duration PROGRESS_EVERY = Duration.ofSeconds(60);

    /// The compiler's last words are the ones that say what is wrong.
    private static final int LAST_LINES = 20;

    /// @throws TestbedException if there is none that will do
    static Go find(String program) {
        try {
            Process process = new ProcessBuilder(program, "env", "GOVERSION")
                    .redirectErrorStream(true)
                    .start();
            Matcher version =
                    VERSION.matcher(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            if (version.find() && Integer.parseInt(version.group(1)) >= MINOR_MIN) {
                return new Go(program);
            }
        } catch (IOException e) {
            throw new TestbedException(MESSAGES.text("go.missing"), e);
        }
        throw new TestbedException(MESSAGES.text("go.missing"));
    }

    /// Builds the module's programs into `bin`, from sources that match go.sum, and says on the standard output how far
    /// it is.
    ///
    /// @throws TestbedException if the module proxy is missing, a hash differs, or something does not compile
    void build(GoModule module, Path folder) throws IOException {
        Path source = Files.createDirectories(folder.resolve("source"));
        module.writeInto(source);
        for (GoModule.Program each : module.programs()) {
            build(module, each, source, folder.resolve("bin").resolve(each.file()));
        }
    }

    private void build(GoModule module, GoModule.Program what, Path source, Path target) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(what, target)).directory(source.toFile());
        builder.environment().put("GOFLAGS", "-mod=readonly");
        builder.environment().put("GOTOOLCHAIN", "local");
        builder.environment().put("GOWORK", "off");
        builder.environment().put("CGO_ENABLED", "0");
        say("go.building", what.file(), module.version(), module.name());
        long start = System.nanoTime();
        Process process = builder.redirectErrorStream(true).start();
        Deque<String> last = follow(process, what.file(), start);
        try {
            if (process.waitFor() != 0) {
                throw new TestbedException(MESSAGES.text("install.failed", what.file(), String.join("\n", last)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
            throw new TestbedException(MESSAGES.text("install.failed", what.file(), "interrupted"), e);
        }
        say("go.built", what.file(), seconds(start));
    }

    /// `-v` names each package as it is compiled, and each module as it is downloaded.
    private static Deque<String> follow(Process process, String name, long start) throws IOException {
        Deque<String> last = new ArrayDeque<>();
        long next = start + PROGRESS_EVERY.toNanos();
        int lines = 0;
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines++;
                last.addLast(line);
                if (last.size() > LAST_LINES) {
                    last.removeFirst();
                }
                if (System.nanoTime() > next) {
                    say("go.progress", name, lines, seconds(start));
                    next += PROGRESS_EVERY.toNanos();
                }
            }
        }
        return last;
    }

    private List<String> command(GoModule.Program what, Path target) {
        StringBuilder linking = new StringBuilder("-s -w");
        what.variables().forEach(variable -> linking.append(" -X ").append(variable));
        List<String> command = new ArrayList<>(List.of(program, "build", "-v", "-trimpath"));
        command.addAll(List.of("-ldflags", linking.toString(), "-o", target.toString(), what.goPackage()));
        return command;
    }

    private static long seconds(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toSeconds();
    }

    private static void say(String key, Object... arguments) {
        System.out.println(MESSAGES.text(key, arguments));
    }
}
