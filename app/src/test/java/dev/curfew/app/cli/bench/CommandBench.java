package dev.curfew.app.cli.bench;

import dev.curfew.app.cli.ConsoleOpening;
import dev.curfew.app.cli.CurfewCommandLine;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.counter.Passage;
import dev.curfew.app.usecase.workspace.Unlock;
import dev.curfew.app.usecase.workspace.WorkspacePlace;
import dev.curfew.app.usecase.workspace.Workspaces;
import dev.curfew.app.wiring.Places;
import dev.curfew.app.wiring.Surroundings;
import dev.curfew.app.wiring.WiredWorkspaces;
import dev.curfew.model.connection.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// A machine with one person: a home folder, a passphrase file, and everything they ever saw.
public final class CommandBench {
    private static final String PASSPHRASE = "a workspace passphrase";

    private final Path home;
    private final Clock clock;
    private final StringBuilder seen = new StringBuilder();

    /// @param home an empty folder
    public CommandBench(Path home, Clock clock) {
        this.home = home;
        this.clock = clock;
    }

    /// A machine on which the sample is open, on 22 November 2026.
    public static CommandBench withTheSample(Path home) {
        CommandBench bench = new CommandBench(home, Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC));
        bench.run("init");
        Answer answer = bench.run("sample");
        if (answer.exitCode() != 0) {
            throw new AssertionError(answer.err());
        }
        return bench;
    }

    public Clock clock() {
        return clock;
    }

    public Path home() {
        return home;
    }

    public Path workspace() {
        return home.resolve("workspace");
    }

    /// Makes a file of the person's, which nobody else can read.
    public Path file(String name, String text) {
        try {
            Path file = Files.writeString(home.resolve(name), text);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Runs a command line on the person's workspace, its passphrase in a file.
    public Answer run(String... arguments) {
        return bare(environment(), "", List.of(), arguments);
    }

    /// What names the workspace and its passphrase.
    public Map<String, String> environment() {
        return Map.of(
                "CURFEW_WORKSPACE", workspace().toString(),
                "CURFEW_PASSPHRASE_FILE", file("passphrase", PASSPHRASE).toString());
    }

    /// As [#run], answered in JSON.
    public Answer json(String... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(endOfOptions(all), List.of("--format", "json"));
        return run(all.toArray(new String[0]));
    }

    /// Before `--`, after which everything is another command's.
    private static int endOfOptions(List<String> arguments) {
        int end = arguments.indexOf("--");
        return end < 0 ? arguments.size() : end;
    }

    /// As [#json], as an officer whose passphrase is in a file.
    public Answer as(String officer, String... arguments) {
        Path passphrase = file(officer + "-passphrase", passphraseOf(officer));
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(
                endOfOptions(all), List.of("--officer", officer, "--officer-passphrase-file", passphrase.toString()));
        return json(all.toArray(new String[0]));
    }

    /// Connects a source that may be acted on.
    ///
    /// @param read as is written into the credential's file, and `act`
    public void connect(String kind, String name, String address, String read, String act, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "connect",
                kind,
                name,
                "--address",
                address,
                "--read-credential",
                file(name + "-read", read).toString(),
                "--act-credential",
                file(name + "-act", act).toString()));
        words.addAll(List.of(more));
        Answer answer = run(words.toArray(String[]::new));
        if (answer.exitCode() != 0) {
            throw new AssertionError(answer.err() + answer.out());
        }
    }

    /// As [#as], while somebody else does what the command tells them to.
    ///
    /// @param ready whether what was told so far says what to do
    /// @param other does it, given what was told
    public Answer watched(Predicate<String> ready, Consumer<String> other, String officer, String... arguments) {
        Path passphrase = file(officer + "-passphrase", passphraseOf(officer));
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(
                List.of("--officer", officer, "--officer-passphrase-file", passphrase.toString(), "--format", "json"));
        FakeTerminal terminal = new FakeTerminal(environment(), "", List.of(), Optional::empty);
        Thread waiting = Thread.currentThread();
        FutureTask<Boolean> doing = new FutureTask<>(() -> {
            boolean done = false;
            try {
                while (!ready.test(terminal.told())) {
                    Thread.sleep(Duration.ofMillis(20));
                }
                other.accept(terminal.told());
                done = true;
                return true;
            } finally {
                if (!done) {
                    waiting.interrupt();
                }
            }
        });
        Thread thread = Thread.ofVirtual().start(doing);
        Answer answer = on(terminal, environment(), all.toArray(new String[0]));
        thread.interrupt();
        if (doing.state() == Future.State.FAILED) {
            throw new AssertionError(answer.err(), doing.exceptionNow());
        }
        return answer;
    }

    /// Runs a command again while another process has the workspace, for two minutes at most.
    public static Answer whenFree(Supplier<Answer> command) {
        long giveUpAt = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        Answer answer = command.get();
        while (answer.err().contains("is open already") && System.nanoTime() < giveUpAt) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            answer = command.get();
        }
        return answer;
    }

    /// Adds an officer.
    public Answer addOfficer(String officer) {
        Path passphrase = file(officer + "-passphrase", passphraseOf(officer));
        return json("officer", "add", officer, "--officer-passphrase-file", passphrase.toString());
    }

    /// Adds an officer to another workspace of this machine.
    public Answer addOfficerIn(String workspace, String officer) {
        Path passphrase = file(officer + "-passphrase", passphraseOf(officer));
        return json("officer", "add", officer, "--officer-passphrase-file", passphrase.toString(), "-w", workspace);
    }

    public static String passphraseOf(String officer) {
        return "the passphrase of " + officer;
    }

    /// Nothing is added to what is typed.
    ///
    /// @param typed answers to prompts, in order
    public Answer bare(Map<String, String> environment, String stdin, List<String> typed, String... arguments) {
        return on(new FakeTerminal(environment, stdin, typed, Optional::empty), environment, arguments);
    }

    /// As [#run], on a terminal that breaks when an answer is laid out for it: the workspace is open then.
    ///
    /// @param fault throws what it breaks with
    public Answer breaking(Runnable fault, String... arguments) {
        AtomicInteger asked = new AtomicInteger();
        Supplier<Optional<Integer>> width = () -> {
            // The first asks for the width of the help texts.
            if (asked.getAndIncrement() > 0) {
                fault.run();
            }
            return Optional.empty();
        };
        return on(new FakeTerminal(environment(), "", List.of(), width), environment(), arguments);
    }

    private Answer on(FakeTerminal terminal, Map<String, String> environment, String... arguments) {
        Places places = new Places(
                Path.of(environment.getOrDefault(
                        "CURFEW_WORKSPACE", home.resolve("unnamed").toString())),
                home.resolve("device"));
        WiredWorkspaces workspaces = new WiredWorkspaces(new Surroundings(
                places, "test-host", clock, new SecureRandom(), terminal.err()::println, QuickPassphrases.COST));
        ConsoleOpening console = (_, _) -> {
            throw new ConsoleOpening.NoDisplay();
        };
        int exitCode = new CurfewCommandLine(terminal, workspaces, console, clock, "1.2.3").run(arguments);
        seen.append(terminal.shown()).append(terminal.told());
        return new Answer(exitCode, terminal.shown(), terminal.told());
    }

    /// Opens the workspace here, as the console does.
    public Desk open() {
        try (Secret passphrase = Secret.of(PASSPHRASE)) {
            return workspaces().open(WorkspacePlace.at(workspace()), new Unlock.Passphrase(passphrase));
        }
    }

    /// The way to whoever has it open.
    public Passage passage() {
        try (Secret passphrase = Secret.of(PASSPHRASE)) {
            return workspaces().passage(WorkspacePlace.at(workspace()), new Unlock.Passphrase(passphrase));
        }
    }

    private Workspaces workspaces() {
        return new WiredWorkspaces(new Surroundings(
                new Places(workspace(), home.resolve("device")),
                "test-host",
                clock,
                new SecureRandom(),
                _ -> {},
                QuickPassphrases.COST));
    }

    /// Everything that was ever written to standard output and standard error.
    public String seen() {
        return seen.toString();
    }
}
