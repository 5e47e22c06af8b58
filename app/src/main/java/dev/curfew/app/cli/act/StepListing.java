package dev.curfew.app.cli.act;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.revocation.StepState;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.proof.Containment;
import dev.curfew.revocation.run.StepReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Steps that were run or verified, with their proofs, a line each.
public final class StepListing {
    private static final Messages MESSAGES = Messages.of(StepListing.class);

    private static final List<Column<StepReport>> COLUMNS = List.of(
            Column.of(
                    MESSAGES.text("step"),
                    report -> Integer.toString(report.step().ordinal())),
            Column.whole(
                    MESSAGES.text("credential"),
                    report -> report.step().credential().text()),
            Column.of(MESSAGES.text("action"), report -> report.step().action().code()),
            Column.of(
                    MESSAGES.text("state"),
                    report -> report.record().state().name().toLowerCase(Locale.ROOT)),
            Column.whole(
                    MESSAGES.text("proof"),
                    report -> report.proof().map(ProofWords::of).orElse("")));

    public static final Listing<StepReport> LISTING = listing(COLUMNS, StepListing::json);

    private StepListing() {}

    private static Listing<StepReport> listing(
            List<Column<StepReport>> columns, Function<StepReport, Map<String, @Nullable Object>> json) {
        return new Listing<>("curfew.revocation/1", columns, json, MESSAGES.text("steps.none"));
    }

    /// With whether the identity is contained beside whether its credential is refused, which are two things.
    ///
    /// @param containments by the credential's id
    public static Listing<StepReport> judged(Map<String, Containment> containments) {
        List<Column<StepReport>> columns = new ArrayList<>(COLUMNS);
        columns.add(Column.of(
                MESSAGES.text("contained"),
                report -> containment(containments, report)
                        .map(ContainmentWords::of)
                        .orElse("")));
        return listing(columns, report -> {
            Fields fields = new Fields();
            json(report).forEach(fields::put);
            containment(containments, report)
                    .ifPresent(one -> ContainmentWords.json(one).forEach(fields::put));
            return fields.map();
        });
    }

    private static Optional<Containment> containment(Map<String, Containment> containments, StepReport report) {
        return Optional.ofNullable(containments.get(report.step().credential().text()));
    }

    /// Done only if everything acted and everything that was to be proved is.
    public static int exitCode(List<StepReport> reports) {
        if (reports.stream().anyMatch(report -> report.record().state() == StepState.UNCERTAIN)) {
            return ExitCode.SOURCE;
        }
        return reports.stream().allMatch(StepListing::proven) ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private static boolean proven(StepReport report) {
        return report.record().state().isDone()
                && report.proof().map(StepListing::proven).orElse(true);
    }

    private static boolean proven(Proof proof) {
        return switch (proof) {
            case Proof.Proved _, Proof.ProvedAfter _ -> true;
            case Proof.StillWorks _, Proof.NotProvable _, Proof.Indeterminate _ -> false;
        };
    }

    public static Map<String, @Nullable Object> json(StepReport report) {
        return new Fields()
                .put("ordinal", report.step().ordinal())
                .put("credential", report.step().credential().text())
                .put("kind", report.step().credentialKind())
                .put("action", report.step().action().code())
                .put("state", report.record().state().name())
                .put("at", report.record().at())
                .put("detail", report.record().detail())
                .put("proof", report.proof().map(ProofJson::proof).orElse(null))
                .map();
    }
}
