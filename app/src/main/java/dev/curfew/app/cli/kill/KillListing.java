package dev.curfew.app.cli.kill;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.act.ContainmentWords;
import dev.curfew.app.cli.act.ProofJson;
import dev.curfew.app.cli.act.ProofWords;
import dev.curfew.app.cli.act.StepListing;
import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.usecase.revocation.KillReport;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.proof.Containment;
import dev.curfew.revocation.run.StepReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What became of each credential of an emergency. That it is refused and that its identity is contained are told
/// apart.
final class KillListing {
    private static final Messages MESSAGES = Messages.of(KillListing.class);

    static final Listing<Row> LISTING = new Listing<>(
            "curfew.kill/1",
            List.of(
                    Column.whole(MESSAGES.text("credential"), Row::credential),
                    Column.of(MESSAGES.text("done"), Row::done),
                    Column.whole(
                            MESSAGES.text("refused"),
                            row -> row.proof().map(ProofWords::of).orElse("")),
                    Column.of(MESSAGES.text("contained"), Row::contained)),
            KillListing::json,
            MESSAGES.text("steps.none"));

    private KillListing() {}

    /// @param steps of this credential, in order
    record Row(String credential, List<StepReport> steps, Containment containment) {
        Optional<Proof> proof() {
            return steps.getLast().proof();
        }

        String done() {
            long acted = steps.stream().filter(Row::acted).count();
            return MESSAGES.text("done.of", acted, steps.size());
        }

        String contained() {
            return ContainmentWords.of(containment);
        }

        private static boolean acted(StepReport step) {
            return step.record().state().isDone();
        }
    }

    /// @param containments by the credential's id
    static List<Row> rows(KillReport report, Map<String, Containment> containments) {
        Map<String, List<StepReport>> steps = new LinkedHashMap<>();
        for (StepReport step : report.run().steps()) {
            steps.computeIfAbsent(step.step().credential().text(), _ -> new ArrayList<>())
                    .add(step);
        }
        return steps.entrySet().stream()
                .map(each -> new Row(
                        each.getKey(), each.getValue(), Objects.requireNonNull(containments.get(each.getKey()))))
                .toList();
    }

    /// Done only if all that was named was acted on and is proved, and nothing is open.
    static int exitCode(KillReport report, Map<String, Containment> containments) {
        boolean open = containments.values().stream().anyMatch(one -> one.state() == Containment.State.OPEN);
        boolean left = !KillWords.left(report.after().plan().preview()).isEmpty();
        int steps = StepListing.exitCode(report.run().steps());
        return steps == ExitCode.DONE && (open || left || report.run().cancelled()) ? ExitCode.REFUSED : steps;
    }

    private static Map<String, @Nullable Object> json(Row row) {
        Fields fields = new Fields()
                .put("credential", row.credential())
                .put("steps", row.steps().stream().map(StepListing::json).toList())
                .put("proof", row.proof().map(ProofJson::proof).orElse(null));
        ContainmentWords.json(row.containment()).forEach(fields::put);
        return fields.map();
    }
}
