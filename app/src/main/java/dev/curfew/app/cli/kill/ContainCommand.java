package dev.curfew.app.cli.kill;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.app.usecase.revocation.Containments;
import dev.curfew.model.revocation.StepState;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.choice.Extent;
import dev.curfew.revocation.choice.Naming;
import dev.curfew.revocation.plan.KillOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Switches off what can be switched on again, also while the ledger cannot be written.
@Command(name = "contain")
public final class ContainCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(ContainCommand.class);

    private final Invocation invocation;

    @Parameters(arity = "1..*", paramLabel = "ID", descriptionKey = "kill.target")
    private List<String> targets = List.of();

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason = "";

    @Option(names = "--spool", paramLabel = "DIR")
    private @Nullable Path folder;

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public ContainCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        KillOrder order = new KillOrder(new Naming(targets, List.of()), Extent.DEACTIVATE, reason);
        Containments.Report report = officer.run(
                invocation.terminal(),
                login -> invocation.working(progress ->
                        invocation.desk().containments().contain(login, order, Optional.ofNullable(folder), progress)));
        invocation.printer().list(ContainListing.LISTING, ContainListing.rows(report));
        report.spool().ifPresent(path -> invocation.printer().note(MESSAGES.text("spooled", report.why(), path)));
        if (report.cancelled()) {
            invocation.printer().note(MESSAGES.text("contain.cancelled"));
        }
        boolean done = report.records().stream().allMatch(record -> record.state() == StepState.ACTED);
        return done && report.spool().isEmpty() && !report.cancelled() ? ExitCode.DONE : ExitCode.REFUSED;
    }
}
