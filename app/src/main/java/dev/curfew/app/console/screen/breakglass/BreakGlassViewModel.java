package dev.curfew.app.console.screen.breakglass;

import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.screen.cases.CaseBook;
import dev.curfew.app.console.screen.cases.Cases;
import dev.curfew.app.console.work.Work;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.breakglass.BreakGlassCase;
import dev.curfew.app.usecase.breakglass.Evidence;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.governance.breakglass.report.DrillReport;
import dev.curfew.governance.breakglass.report.StageResult;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The registered paths, and the drill of the one that is looked at.
final class BreakGlassViewModel {
    private static final Messages MESSAGES = Messages.of(BreakGlassViewModel.class);

    private final Desk desk;
    private final Cases<BreakGlassCase, Boolean> cases;

    /// @param changed called when the workspace has changed
    BreakGlassViewModel(Work work, Desk desk, Supplier<Instant> now, Runnable changed) {
        this.desk = desk;
        cases = new Cases<>(
                work,
                desk,
                new CaseBook<>(
                        "break-glass",
                        MESSAGES,
                        () -> sorted(desk.breakGlasses().list(), now.get()),
                        it -> it.path().name(),
                        // There is nothing to decide on: a drill is due, or it is not.
                        _ -> false,
                        _ -> true),
                changed);
    }

    Cases<BreakGlassCase, Boolean> cases() {
        return cases;
    }

    /// Those that need somebody first, the longest due first.
    private static List<BreakGlassCase> sorted(List<BreakGlassCase> paths, Instant now) {
        return paths.stream()
                .sorted(Comparator.comparing((BreakGlassCase it) -> it.needsSomebody(now))
                        .reversed()
                        .thenComparing(it -> it.due().at()))
                .toList();
    }

    Availability mayDrill() {
        return cases.mayAct(_ -> true, "-");
    }

    /// What a drill came to, and where its evidence is.
    record Drilled(DrillReport report, Evidence.Written written) {}

    /// @param holders who open the envelope; their passphrases are wiped whatever comes of it
    /// @param done gets the result, in the foreground
    void drill(OfficerLogin officer, List<OfficerLogin> holders, Consumer<Drilled> done) {
        String name = cases.selected().get().map(it -> it.path().name()).orElseThrow();
        cases.act(
                MESSAGES.text("drilling", name),
                officer,
                holders.stream().map(OfficerLogin::passphrase).toList(),
                progress -> {
                    DrillReport report = desk.breakGlasses().drill(officer, holders, name, progress);
                    return new Drilled(
                            report,
                            desk.drillEvidence()
                                    .write(report, desk.breakGlasses().find(name)));
                },
                drilled -> {
                    tell(drilled.report());
                    done.accept(drilled);
                });
    }

    /// What did not go is told above all else.
    private void tell(DrillReport report) {
        report.broke().ifPresent(broke -> cases.tell(sentence(report, broke)));
    }

    private static String sentence(DrillReport report, StageResult broke) {
        return MESSAGES.text("failed.drill", report.path(), broke.stage().words(), broke.sentence(), broke.next());
    }
}
