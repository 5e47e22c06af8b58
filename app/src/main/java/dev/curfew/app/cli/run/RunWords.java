package dev.curfew.app.cli.run;

import dev.curfew.app.cli.act.ProofWords;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.app.usecase.run.JobReport;
import dev.curfew.app.usecase.run.LeaseEnd;
import dev.curfew.model.text.Messages;

/// What became of a run, in one sentence.
final class RunWords {
    private static final Messages MESSAGES = Messages.of(RunWords.class);

    private RunWords() {}

    static String of(Ended ended, JobReport report) {
        String how = MESSAGES.text(
                "how." + ended.how().word(),
                ended.exitCode().isPresent() ? String.valueOf(ended.exitCode().getAsInt()) : "");
        return MESSAGES.text("report", how, credential(report)) + lease(report);
    }

    static String swept(JobReport report) {
        return MESSAGES.text("swept", report.window().id(), credential(report)) + lease(report);
    }

    private static String lease(JobReport report) {
        return report.lease().map(end -> " " + lease(end)).orElse("");
    }

    private static String lease(LeaseEnd end) {
        return MESSAGES.text(
                end.isGone() ? "lease.gone" : "lease.left",
                end.lease().text(),
                end.outcome().detail(),
                end.refused()
                        .map(proof -> MESSAGES.text("lease.tried", ProofWords.of(proof)))
                        .orElseGet(() -> untried(end)));
    }

    private static String untried(LeaseEnd end) {
        return end.untried().isEmpty() ? "" : MESSAGES.text("lease.untried", end.untried());
    }

    private static String credential(JobReport report) {
        String id = report.window().credential().text();
        return report.trouble()
                .map(words -> MESSAGES.text(
                        "credential.left",
                        id,
                        words,
                        ModelWords.time(report.window().endsAt())))
                .orElseGet(() -> MESSAGES.text("credential.ended", id, ProofWords.of(report.proof())));
    }
}
