package dev.curfew.app.cli.timebox;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.cli.option.OfficerOfCommand;
import dev.curfew.app.cli.option.Until;
import dev.curfew.app.usecase.timebox.TimeBoxes;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.timebox.BoxOrder;
import dev.curfew.revocation.timebox.BoxPlan;
import dev.curfew.revocation.timebox.Boxed;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows what an end on standing access would do, or puts it on it.
@Command(name = "timebox")
public final class TimeBoxCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(TimeBoxCommand.class);

    private final Invocation invocation;

    @Parameters(arity = "0..1", paramLabel = "ID", descriptionKey = "timebox.subject")
    private @Nullable String subject;

    @Option(names = "--only", paramLabel = "POLICY|GROUP")
    private @Nullable String only;

    @Option(names = "--until", paramLabel = "TIME")
    private @Nullable String until;

    @Option(names = "--apply")
    private boolean apply;

    @Option(names = "--plan", paramLabel = "PLAN")
    private @Nullable String plan;

    @Option(names = "--reason", paramLabel = "TEXT")
    private String reason = "";

    @Mixin
    private final OfficerOfCommand officer = new OfficerOfCommand();

    public TimeBoxCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (subject == null || until == null) {
            throw new UsageProblem(MESSAGES.text("what"));
        }
        BoxOrder order = new BoxOrder(
                subject,
                Optional.ofNullable(only),
                Until.of(until, invocation.clock().instant()));
        TimeBoxes boxes = invocation.desk().timeBoxes();
        if (!apply) {
            BoxPlan planned = invocation.working(_ -> boxes.plan(order));
            invocation.list(BoxPlanListing.LISTING, List.of(planned));
            BoxPlanWords.notes(planned).forEach(invocation.printer()::note);
            return ExitCode.DONE;
        }
        Optional<String> shown = Optional.ofNullable(plan);
        Boxed boxed = officer.run(
                invocation.terminal(), login -> invocation.working(_ -> boxes.apply(login, order, reason, shown)));
        invocation.printer().list(BoxListing.LISTING, List.of(boxed));
        invocation
                .printer()
                .note(MESSAGES.text(boxed.enforcement().byTarget() ? "next.target" : "next.curfew", boxed.id()));
        return ExitCode.DONE;
    }
}
