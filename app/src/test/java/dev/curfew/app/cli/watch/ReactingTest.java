package dev.curfew.app.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.finding.Finding;
import dev.curfew.analysis.finding.Rule;
import dev.curfew.analysis.finding.Severity;
import dev.curfew.app.cli.output.OutputFormat;
import dev.curfew.app.cli.output.Printer;
import dev.curfew.app.cli.terminal.Terminal;
import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.text.Sha256;
import dev.curfew.revocation.reaction.Reacted;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What `watch` says of what it finds at each look.
class ReactingTest {
    private final StringWriter said = new StringWriter();
    private final Printer printer = new Printer(new Listening(said), OutputFormat.table);
    private final Reacting reacting = new Reacting(() -> printer, Clock.systemUTC());

    private static Finding risk(String user, int score, String... signals) {
        return Finding.of(
                        Rule.RISK,
                        "",
                        Severity.HIGH,
                        IdentityId.of("prod", user),
                        user,
                        String.valueOf(score),
                        "risk-high " + score)
                .on(List.of(signals));
    }

    private boolean tell(Reacted... all) {
        Reacting.Look look = reacting.new Look();
        List.of(all).forEach(look::tell);
        return look.end();
    }

    private List<String> lines(Reacted... all) {
        int before = said.getBuffer().length();
        tell(all);
        return said.toString().substring(before).lines().toList();
    }

    @Test
    void aRiskThatFallsIsToldOnceAndOneThatWasSignalledAnewAgain() {
        assertThat(lines(new Reacted.Told(risk("ci", 80, "s-1"))))
                .singleElement()
                .asString()
                .contains("The risk of ci is 80 of 100");
        assertThat(lines(new Reacted.Told(risk("ci", 79, "s-1")))).isEmpty();
        assertThat(lines(new Reacted.Told(risk("shop", 80, "s-1")))).hasSize(1);
        assertThat(lines(new Reacted.Told(risk("ci", 88, "s-1", "s-2")))).hasSize(1);
    }

    @Test
    void whatAPlaybookDidNotDoIsSaidOnceForEachReason() {
        assertThat(lines(new Reacted.Held("guard", risk("ci", 80, "s-1"), "It is protected.")))
                .hasSize(1);
        assertThat(lines(new Reacted.Held("guard", risk("ci", 79, "s-1"), "It is protected.")))
                .isEmpty();
        assertThat(lines(new Reacted.Held("other", risk("ci", 79, "s-1"), "It is protected.")))
                .hasSize(1);
        assertThat(lines(new Reacted.Held("guard", risk("ci", 79, "s-1"), "Its source does not answer.")))
                .hasSize(1);
        assertThat(tell(new Reacted.Held("guard", risk("ci", 78, "s-1"), "It is protected.")))
                .as("undone, also where nothing is said")
                .isTrue();
    }

    @Test
    void manyAreCountedAndEachOnce() {
        Reacted[] many = IntStream.range(0, 25)
                .mapToObj(number -> new Reacted.Told(risk("user" + number, 80, "s-1")))
                .toArray(Reacted[]::new);
        assertThat(lines(many)).hasSize(21).last().asString().startsWith("5 more");
        assertThat(lines(many)).isEmpty();
        assertThat(lines(new Reacted.Told(risk("late", 80, "s-1"))))
                .as("however many were told at other looks")
                .singleElement()
                .asString()
                .contains("The risk of late is 80 of 100");
    }

    @Test
    void whatIsInDoubtOfPlaybooksIsSaidOnce() {
        reacting.doubt(List.of("Entry 7 counts for nothing."));
        reacting.doubt(List.of("Entry 7 counts for nothing.", "Entry 9 counts for nothing."));
        assertThat(said.toString().lines())
                .satisfiesExactly(
                        first -> assertThat(first).contains("Entry 7"),
                        second -> assertThat(second).contains("Entry 9"));
    }

    @Test
    void whatIsInDoubtIsSaidBeforeAnythingIsDone() throws IOException, InterruptedException {
        SampleWorkspace open = SampleWorkspace.filled();
        AuditEvent forged = new AuditEvent(
                "playbook.proposed",
                SampleWorkspace.NOW,
                "ada",
                Sha256.hex("curfew.playbooks"),
                Map.of("name", "guard"));
        try (SampleWorkspace workspace = open.forged(forged)) {
            reacting.look(workspace.desk().playbooks());
        }
        assertThat(said.toString().lines())
                .as("and then what is found in the sample")
                .hasSizeGreaterThan(1)
                .first()
                .asString()
                .contains("playbook.proposed");
    }

    /// Nobody types, and what is written is kept.
    private record Listening(PrintWriter err) implements Terminal {
        Listening(StringWriter said) {
            this(new PrintWriter(said, true));
        }

        @Override
        public PrintWriter out() {
            return err;
        }

        @Override
        public Optional<String> lost() {
            return Optional.empty();
        }

        @Override
        public InputStream in() {
            return InputStream.nullInputStream();
        }

        @Override
        public Map<String, String> environment() {
            return Map.of();
        }

        @Override
        public boolean interactive() {
            return false;
        }

        @Override
        public Optional<Integer> width() {
            return Optional.empty();
        }

        @Override
        public boolean colours() {
            return false;
        }

        @Override
        public Optional<Secret> ask(String prompt) {
            return Optional.empty();
        }
    }
}
