package dev.curfew.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.bench.CommandBench;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/// Every command explains itself.
class HelpTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC);

    /// Pinned by the product's contract; a script that names one of these must go on working.
    private static final List<String> PINNED = List.of(
            "curfew",
            "curfew init",
            "curfew sample",
            "curfew connect",
            "curfew connect openbao",
            "curfew connect aws",
            "curfew sync",
            "curfew import",
            "curfew import aws",
            "curfew identities",
            "curfew reach",
            "curfew expiring",
            "curfew escalations",
            "curfew evaluate",
            "curfew evaluate aws",
            "curfew officer",
            "curfew officer add",
            "curfew officer list",
            "curfew request",
            "curfew approve",
            "curfew deny",
            "curfew issue",
            "curfew revoke",
            "curfew revoke plan",
            "curfew revoke run",
            "curfew revoke verify",
            "curfew ledger",
            "curfew ledger list",
            "curfew ledger verify",
            "curfew ledger export",
            "curfew export",
            "curfew open");

    @TempDir
    private Path home = Path.of("");

    @Test
    void everyPinnedCommandIsThere() {
        assertThat(commands())
                .extracting(command -> command.getCommandSpec().qualifiedName())
                .containsAll(PINNED);
    }

    @TestFactory
    List<DynamicTest> everyCommandSaysWhatItDoesAndShowsAnExample() {
        return commands().stream()
                .map(command -> DynamicTest.dynamicTest(command.getCommandSpec().qualifiedName(), () -> {
                    assertThat(command.getCommandSpec().usageMessage().description())
                            .isNotEmpty();
                    assertThat(command.getUsageMessage())
                            .containsPattern("Examples?:")
                            .as("apostrophes, which nothing here halves")
                            .doesNotContain("''");
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> everyOptionAndParameterIsDescribed() {
        return commands().stream()
                .map(command -> DynamicTest.dynamicTest(
                        command.getCommandSpec().qualifiedName(),
                        () -> assertThat(command.getCommandSpec().args())
                                .filteredOn(argument -> argument.description().length == 0)
                                .extracting(ArgSpec::paramLabel)
                                .isEmpty()))
                .toList();
    }

    @TestFactory
    List<DynamicTest> helpIsAnAnswerAndNeedsNoWorkspace() {
        return commands().stream()
                .map(command -> command.getCommandSpec().qualifiedName())
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    List<String> typed = new ArrayList<>(List.of(name.split(" ")));
                    typed.removeFirst();
                    typed.add("--help");
                    var answer = new CommandBench(home, CLOCK).run(typed.toArray(new String[0]));
                    assertThat(answer.exitCode()).isZero();
                    assertThat(answer.out()).startsWith("Usage: " + name);
                    assertThat(answer.err()).isEmpty();
                }))
                .toList();
    }

    private static List<CommandLine> commands() {
        List<CommandLine> all = new ArrayList<>();
        collect(SpecimenCommands.make(CLOCK), all);
        return all;
    }

    private static void collect(CommandLine command, List<CommandLine> all) {
        all.add(command);
        command.getSubcommands().values().forEach(below -> collect(below, all));
    }
}
