package dev.curfew.app.cli.kill;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.Stopped;
import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.cli.act.BoardLines;
import dev.curfew.app.cli.act.PlanListing;
import dev.curfew.app.cli.act.ValueOptions;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.app.cli.use.DeedOptions;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.revocation.Kill;
import dev.curfew.app.usecase.revocation.KillReport;
import dev.curfew.app.usecase.revocation.RevocationCase;
import dev.curfew.app.usecase.revocation.Revocations;
import dev.curfew.app.usecase.revocation.leak.Leak;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.choice.Extent;
import dev.curfew.revocation.choice.Naming;
import dev.curfew.revocation.choice.Traces;
import dev.curfew.revocation.plan.KillOrder;
import dev.curfew.revocation.proof.Containment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Cuts off identities, an agent or a leaked list over all sources at once: one plan, one signature.
@Command(name = "kill")
public final class KillCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(KillCommand.class);

    private final Invocation invocation;

    @Parameters(arity = "0..*", paramLabel = "ID", descriptionKey = "kill.target")
    private List<String> targets = List.of();

    @Option(names = "--agent", paramLabel = "NAME")
    private List<String> agents = List.of();

    @Option(names = "--file", paramLabel = "LIST")
    private @Nullable String file;

    @Option(names = "--deactivate")
    private boolean deactivate;

    @Option(names = "--preview")
    private boolean preview;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason = "";

    @Mixin
    private final LeakedValue leaked = new LeakedValue();

    @Mixin
    private final ValueOptions values = new ValueOptions();

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    @Mixin
    private final DeedOptions deeds = new DeedOptions();

    public KillCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        deeds.check(invocation);
        return leaked.run(invocation.terminal(), this::kill);
    }

    private Integer kill(Optional<Secret> value) throws InterruptedException {
        List<String> whose = whose(value);
        Revocations revocations = invocation.desk().revocations();
        KillOrder order = order(naming(whose), revocations);
        return officer.run(
                invocation.terminal(),
                login -> preview ? previewed(revocations.plan(login, order)) : killed(login, order, whose, value));
    }

    private int previewed(RevocationCase made) {
        show(made.plan());
        invocation.list(PlanListing.at(invocation.clock().instant()), List.of(made));
        invocation.printer().note(MESSAGES.text("plan.next", made.plan().id()));
        return ExitCode.DONE;
    }

    private void show(RevocationPlan plan) {
        KillWords.before(plan, invocation.clock().instant()).forEach(invocation.printer()::note);
    }

    private int killed(OfficerLogin login, KillOrder order, List<String> whose, Optional<Secret> value)
            throws InterruptedException {
        RevocationPlan plan;
        KillReport report;
        try (Kill kill = invocation.desk().revocations().kill(login, order)) {
            plan = kill.plan();
            show(plan);
            report = run(kill, whose, value);
        }
        // Not before: the acts wait for no record, and whoever stops the asking knows what was done.
        if (deeds.areAsked()) {
            invocation.printer().note(KillWords.done(report.run()));
        }
        return Afterwards.told(plan, () -> deeds.tell(invocation, plan), traces -> tell(report, traces));
    }

    private KillReport run(Kill kill, List<String> whose, Optional<Secret> value) throws InterruptedException {
        RevocationPlan plan = kill.plan();
        BoardLines board = new BoardLines(plan.id(), invocation.printer()::note, invocation.clock());
        try {
            return values.run(
                    invocation.terminal(),
                    plan,
                    supplied -> invocation.working(
                            progress -> kill.run(with(supplied, plan, whose, value), progress, board)));
        } catch (InterruptedException e) {
            throw new Stopped(MESSAGES.text("run.cancelled", plan.id()), e);
        }
    }

    private int tell(KillReport report, Traces traces) {
        Map<String, Containment> containments =
                report.after().containments(invocation.clock().instant(), traces);
        invocation.printer().list(KillListing.LISTING, KillListing.rows(report, containments));
        KillWords.after(report, containments.values()).forEach(invocation.printer()::note);
        return KillListing.exitCode(report, containments);
    }

    /// Where it is only shown there is time to ask what those made who are to be cut off, and to end that too.
    private KillOrder order(Naming naming, Revocations revocations) throws InterruptedException {
        Extent extent = deactivate ? Extent.DEACTIVATE : Extent.DELETE;
        KillOrder order = new KillOrder(naming, extent, reason);
        return preview
                ? new KillOrder(naming.with(deeds.traces(invocation, () -> revocations.foresee(order))), extent, reason)
                : order;
    }

    private List<String> whose(Optional<Secret> value) throws InterruptedException {
        if (value.isEmpty()) {
            return List.of();
        }
        Leak leak = invocation.desk().leaks().ofOne(value.get());
        leak.notes().forEach(invocation.printer()::note);
        if (leak.found().isEmpty()) {
            throw new Refused(MESSAGES.text("leaked.nobodys"));
        }
        return leak.ids();
    }

    /// What leaked is what to try with.
    private static Map<CredentialId, Secret> with(
            Map<CredentialId, Secret> supplied, RevocationPlan plan, List<String> whose, Optional<Secret> value) {
        Map<CredentialId, Secret> all = new HashMap<>(supplied);
        plan.steps().stream()
                .map(PlannedStep::credential)
                .filter(credential -> whose.contains(credential.text()))
                .forEach(credential -> value.ifPresent(it -> all.putIfAbsent(credential, it)));
        return all;
    }

    private Naming naming(List<String> whose) {
        List<String> ids = new ArrayList<>(targets);
        ids.addAll(whose);
        if (file != null) {
            ids.addAll(LeakedList.read(file, invocation.terminal()));
        }
        if (ids.isEmpty() && agents.isEmpty()) {
            throw new UsageProblem(MESSAGES.text("kill.nothing"));
        }
        invocation.desk().leaks().ended(ids).forEach(invocation.printer()::note);
        return new Naming(ids, agents);
    }
}
