package dev.curfew.app.cli.narrow;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.cli.option.DurationText;
import dev.curfew.app.cli.option.OfficerOfCommand;
import dev.curfew.app.cli.option.Since;
import dev.curfew.app.usecase.narrowing.Narrowings;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.narrowing.NarrowOrder;
import dev.curfew.revocation.narrowing.NarrowPlan;
import dev.curfew.revocation.narrowing.Narrowing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows what narrowing a policy to its use would do; announces it, or writes it.
@Command(name = "narrow")
public final class NarrowCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(NarrowCommand.class);

    private final Invocation invocation;

    @Parameters(arity = "0..1", paramLabel = "POLICY", descriptionKey = "narrow.policy")
    private @Nullable String policy;

    @Option(names = "--since", paramLabel = "TIME")
    private @Nullable String since;

    @Option(names = "--paths", paramLabel = "N", defaultValue = "20")
    private int paths = 20;

    @Option(names = "--apply")
    private boolean apply;

    @Option(names = "--plan", paramLabel = "PLAN")
    private @Nullable String plan;

    @Option(names = "--notice", paramLabel = "TIME", converter = DurationText.class)
    private @Nullable Duration notice;

    @Option(names = "--reason", paramLabel = "TEXT")
    private String reason = "";

    @Mixin
    private final OfficerOfCommand officer = new OfficerOfCommand();

    public NarrowCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (policy == null || since == null) {
            throw new UsageProblem(MESSAGES.text("what"));
        }
        if (paths < 0 || (apply && notice != null) || (notice != null && !notice.isPositive())) {
            throw new UsageProblem(MESSAGES.text("how"));
        }
        NarrowOrder order =
                new NarrowOrder(policy, Since.of(since, invocation.clock().instant()), paths);
        Narrowings narrowings = invocation.desk().narrowings();
        if (!apply && notice == null) {
            NarrowPlan planned = invocation.working(progress -> narrowings.plan(order, progress));
            invocation.list(CutListing.of(planned), planned.narrower().cuts());
            PlanWords.notes(planned, order).forEach(invocation.printer()::note);
            return ExitCode.DONE;
        }
        Optional<String> shown = Optional.ofNullable(plan);
        Narrowing narrowing = officer.run(
                invocation.terminal(),
                login -> invocation.working(progress -> notice == null
                        ? narrowings.apply(login, order, reason, shown, progress)
                        : narrowings.notice(login, order, reason, shown, notice, progress)));
        invocation.printer().list(NarrowingListing.LISTING, List.of(narrowing));
        invocation.printer().note(MESSAGES.text("next." + narrowing.stage().name(), narrowing.id()));
        return ExitCode.DONE;
    }
}
