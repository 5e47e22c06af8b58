package dev.curfew.app.cli.rotate;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.act.StepListing;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.app.cli.option.SecretFile;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.Progress;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.rotation.CutOrder;
import dev.curfew.revocation.rotation.CutReport;
import dev.curfew.revocation.rotation.Quiet;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Which rotation, as which officer, and what to try the two credentials with.
final class CutOptions {
    private static final Messages MESSAGES = Messages.of(CutOptions.class);

    @Parameters(paramLabel = "ROTATION", descriptionKey = "rotation.id")
    private String rotation = "";

    @Option(names = "--old-file", paramLabel = "FILE", descriptionKey = "rotate.old-file")
    private @Nullable Path oldFile;

    @Option(names = "--new-file", paramLabel = "FILE", descriptionKey = "rotate.new-file")
    private @Nullable Path newFile;

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    /// What is done to the old one.
    @FunctionalInterface
    interface Cut {
        CutReport with(OfficerLogin login, String rotation, CutOrder order, Progress progress)
                throws InterruptedException;
    }

    /// Runs it with the values supplied, wipes them after, and tells what became of both credentials.
    int run(Invocation invocation, Duration quiet, Set<Quiet> although, Cut cut) throws InterruptedException {
        SecretFile.Pair values = SecretFile.both(oldFile, newFile);
        try (Secret old = values.read();
                Secret fresh = values.act()) {
            CutOrder order = new CutOrder(quiet, although, Optional.ofNullable(old), Optional.ofNullable(fresh));
            CutReport report = officer.run(
                    invocation.terminal(),
                    login -> invocation.working(progress -> cut.with(login, rotation, order, progress)));
            return told(invocation, report);
        }
    }

    private static int told(Invocation invocation, CutReport report) {
        invocation.printer().list(StepListing.LISTING, report.steps());
        invocation
                .printer()
                .note(MESSAGES.text(
                        "cut.stage",
                        report.rotation().id(),
                        RotationListing.stage(report.rotation()),
                        report.rotation().fresh().map(Object::toString).orElse(""),
                        report.fresh().map(ProbeOutcome::detail).orElseGet(() -> MESSAGES.text("cut.untried"))));
        boolean works = report.fresh()
                .map(outcome -> outcome instanceof ProbeOutcome.Accepted)
                .orElse(true);
        int steps = StepListing.exitCode(report.steps());
        return steps == ExitCode.DONE && !works ? ExitCode.REFUSED : steps;
    }
}
