package dev.curfew.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/// Only the commands that are asked for are put together, and nobody notices.
class SubcommandsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path home = Path.of("");

    private static Map<String, CommandLine> commands() {
        return SpecimenCommands.make(CLOCK).getSubcommands();
    }

    private static Iterable<String> named(String... arguments) {
        return SpecimenCommands.subcommands(CLOCK).named(arguments).keySet();
    }

    static Stream<String> names() {
        return commands().keySet().stream();
    }

    @Test
    void eachIsKnownByItsOwnName() {
        assertThat(commands())
                .allSatisfy(
                        (name, command) -> assertThat(command.getCommandName()).isEqualTo(name));
    }

    @Test
    void theNamedOnesAreTaken() {
        assertThat(named("-w", "place", "reach", "ci", "--format", "json")).containsExactly("reach");
        assertThat(named("show", "reach")).containsExactly("show", "reach");
        assertThat(named("reach", "--help")).containsExactly("reach");
    }

    @Test
    void whereAllCouldBeMeantAllAreTaken() {
        assertThat(named()).isEmpty();
        assertThat(named("--help")).isEmpty();
        assertThat(named("-h", "reach")).isEmpty();
        assertThat(named("--version", "reach")).isEmpty();
        assertThat(named("reech")).isEmpty();
        assertThat(named("@arguments", "reach")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void helpOfOneIsWhatItIsAmongAll(String name) {
        CommandBench bench = new CommandBench(home, CLOCK);

        assertThat(bench.run(name, "--help").out().strip())
                .isEqualTo(usage(commands().get(name)).strip());
    }

    private static String usage(@Nullable CommandLine command) {
        return command == null ? "" : command.getUsageMessage();
    }

    @ParameterizedTest
    @ValueSource(strings = {"officer ist", "escalations --acount x", "run --nothing", "connect opnbao", "revoke"})
    void whatCannotBeUnderstoodIsSaidAsWithAll(String typed) throws IOException {
        CommandBench bench = new CommandBench(home, CLOCK);
        Path file = Files.writeString(home.resolve("arguments"), typed);

        assertThat(bench.run(typed.split(" ")))
                .isEqualTo(bench.run("@" + file))
                .extracting(Answer::exitCode)
                .isEqualTo(ExitCode.USAGE);
    }
}
