package dev.curfew.app.cli.breakglass;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.cli.option.HolderOptions;
import dev.curfew.app.cli.option.OfficerOfCommand;
import dev.curfew.app.usecase.breakglass.BreakGlasses;
import dev.curfew.app.usecase.breakglass.Evidence;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.governance.breakglass.report.DrillReport;
import dev.curfew.governance.breakglass.report.StageResult;
import dev.curfew.model.text.Messages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Drills a break-glass path for real, or all that are due.
@Command(name = "drill")
public final class DrillCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(DrillCommand.class);

    private final Invocation invocation;

    @Parameters(arity = "0..1", paramLabel = "NAME", descriptionKey = "break-glass.name")
    private @Nullable String name;

    @Option(names = "--all-due")
    private boolean allDue;

    @Option(names = "--out", paramLabel = "DIR")
    private @Nullable Path out;

    @Mixin
    private final HolderOptions holders = new HolderOptions();

    @Mixin
    private final OfficerOfCommand officer = new OfficerOfCommand();

    public DrillCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        if ((name == null) != allDue) {
            throw new UsageProblem(MESSAGES.text("drill.what"));
        }
        BreakGlasses paths = invocation.desk().breakGlasses();
        List<String> names = name == null
                ? paths.due().stream().map(one -> one.path().name()).toList()
                : List.of(name);
        if (names.isEmpty()) {
            invocation.printer().list(StageListing.LISTING, List.of());
            return ExitCode.DONE;
        }
        List<DrillReport> reports = officer.run(
                invocation.terminal(),
                login -> holders.run(invocation.terminal(), held -> drilled(paths, names, login, held)));
        invocation
                .printer()
                .list(
                        StageListing.LISTING,
                        reports.stream().flatMap(StageListing::rows).toList());
        reports.forEach(this::told);
        return reports.stream().allMatch(DrillReport::passed) ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private List<DrillReport> drilled(
            BreakGlasses paths, List<String> names, OfficerLogin login, List<OfficerLogin> held)
            throws InterruptedException {
        List<DrillReport> reports = new ArrayList<>();
        for (String one : names) {
            reports.add(invocation.working(progress -> paths.drill(login, held, one, progress)));
        }
        return reports;
    }

    /// What to do, and where the evidence is.
    private void told(DrillReport report) {
        for (StageResult stage : report.stages()) {
            if (!stage.next().isEmpty()) {
                invocation.printer().note(MESSAGES.text("todo", stage.stage().words(), stage.next()));
            }
        }
        report.reliance().ifPresent(reliance -> invocation.printer().note(reliance.words()));
        Evidence evidence = invocation.desk().drillEvidence();
        var of = invocation.desk().breakGlasses().find(report.path());
        Evidence.Written written = out == null ? evidence.write(report, of) : evidence.write(report, of, out);
        invocation
                .printer()
                .note(MESSAGES.text(
                        report.passed() ? "passed" : "failed", report.path(), written.json(), written.pdf()));
    }
}
