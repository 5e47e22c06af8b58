package dev.curfew.app.cli.act;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.app.cli.use.DeedOptions;
import dev.curfew.app.cli.use.UseOptions;
import dev.curfew.app.usecase.revocation.RevocationCase;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.choice.Extent;
import dev.curfew.revocation.plan.PlanOrder;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Plans the end of credentials and shows what that would do. Changes nothing at a source.
@Command(name = "plan")
public final class RevokePlanCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(arity = "1..*", paramLabel = "ID", descriptionKey = "revoke.target")
    private List<String> targets = List.of();

    @Option(names = "--deactivate")
    private boolean deactivate;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason = "";

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    @Mixin
    private final UseOptions use = new UseOptions();

    @Mixin
    private final DeedOptions deeds = new DeedOptions();

    public RevokePlanCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        deeds.check(invocation);
        PlanOrder order = new PlanOrder(targets, deactivate ? Extent.DEACTIVATE : Extent.DELETE, reason);
        RevocationCase made = officer.run(
                invocation.terminal(), login -> invocation.desk().revocations().plan(login, order));
        invocation.list(PlanListing.at(invocation.clock().instant()), List.of(made));
        PreviewWords.of(made.plan(), invocation.clock().instant()).forEach(invocation.printer()::note);
        deeds.tell(invocation, made.plan());
        List<CredentialId> ending =
                made.plan().steps().stream().map(PlannedStep::credential).toList();
        use.of(invocation, ending).forEach((of, told) -> told.sentences(of).forEach(invocation.printer()::note));
        invocation
                .printer()
                .note(Messages.of(RevokePlanCommand.class)
                        .text("plan.next", made.plan().id()));
        return ExitCode.DONE;
    }
}
