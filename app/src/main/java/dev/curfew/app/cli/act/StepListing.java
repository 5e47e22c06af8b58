package dev.curfew.app.cli.act;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.revocation.StepState;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.run.StepReport;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Steps that were run or verified, with their proofs, a line each.
public final class StepListing {
    private static final Messages MESSAGES = Messages.of(StepListing.class);

    public static final Listing<StepReport> LISTING = new Listing<>(
            "curfew.revocation/1",
            List.of(
                    Column.of(
                            MESSAGES.text("step"),
                            report -> Integer.toString(report.step().ordinal())),
                    Column.whole(
                            MESSAGES.text("credential"),
                            report -> report.step().credential().text()),
                    Column.of(
                            MESSAGES.text("action"),
                            report -> report.step().action().code()),
                    Column.of(
                            MESSAGES.text("state"),
                            report -> report.record().state().name().toLowerCase(Locale.ROOT)),
                    Column.whole(
                            MESSAGES.text("proof"),
                            report -> report.proof().map(ProofWords::of).orElse(""))),
            StepListing::json,
            MESSAGES.text("steps.none"));

    private StepListing() {}

    /// Done only if everything acted and everything that was to be proved is.
    public static int exitCode(List<StepReport> reports) {
        if (reports.stream().anyMatch(report -> report.record().state() == StepState.UNCERTAIN)) {
            return ExitCode.SOURCE;
        }
        return reports.stream().allMatch(StepListing::proven) ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private static boolean proven(StepReport report) {
        return report.record().state() == StepState.ACTED
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
