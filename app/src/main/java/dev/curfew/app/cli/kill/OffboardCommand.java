package dev.curfew.app.cli.kill;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.cli.act.PlanListing;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.app.cli.see.Named;
import dev.curfew.app.cli.see.StartOptions;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.estate.Leaving;
import dev.curfew.app.usecase.revocation.RevocationCase;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.choice.Extent;
import dev.curfew.revocation.choice.Naming;
import dev.curfew.revocation.plan.KillOrder;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Plans the end of what an owner who leaves answers for, or of what a workload, a repository or a vendor that is gone
/// had. Changes nothing at a source.
@Command(name = "offboard")
public final class OffboardCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(OffboardCommand.class);

    private final Invocation invocation;

    @Parameters(arity = "0..*", paramLabel = "ID", descriptionKey = "offboard.target")
    private List<String> ids = List.of();

    @Mixin
    private final StartOptions several = new StartOptions();

    @Option(names = "--workload", paramLabel = "NAME")
    private List<String> workloads = List.of();

    @Option(names = "--repository", paramLabel = "OWNER/NAME")
    private List<String> repositories = List.of();

    @Option(names = "--vendor", paramLabel = "NAME")
    private List<String> vendors = List.of();

    @Option(names = "--except", paramLabel = "ID")
    private List<String> except = List.of();

    @Option(names = "--delete")
    private boolean delete;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason = "";

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public OffboardCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        Set<EntityId> kept = except.stream()
                .map(id -> Named.in(invocation.desk().estate(), id))
                .collect(Collectors.toSet());
        List<String> leaving = leaving(kept);
        KillOrder order =
                new KillOrder(new Naming(leaving, List.of()), delete ? Extent.DELETE : Extent.DEACTIVATE, reason);
        RevocationCase made = officer.run(
                invocation.terminal(), login -> invocation.desk().revocations().plan(login, order));
        KillWords.before(made.plan(), invocation.clock().instant()).forEach(invocation.printer()::note);
        invocation.list(PlanListing.at(invocation.clock().instant()), List.of(made));
        kept.forEach(id -> invocation.printer().note(MESSAGES.text("offboard.kept", id.text())));
        invocation.printer().note(MESSAGES.text("plan.next", made.plan().id()));
        return ExitCode.DONE;
    }

    private List<String> leaving(Set<EntityId> kept) {
        List<String> leaving = named().stream()
                .filter(id -> !kept.contains(id))
                .map(EntityId::text)
                .toList();
        if (leaving.isEmpty()) {
            throw new UsageProblem(MESSAGES.text("offboard.nothing"));
        }
        return leaving;
    }

    private Set<EntityId> named() {
        Set<EntityId> named = new LinkedHashSet<>();
        workloads.forEach(name -> named.addAll(gone(Leaving.WORKLOAD, name)));
        repositories.forEach(name -> named.addAll(gone(Leaving.REPOSITORY, name)));
        vendors.forEach(name -> named.addAll(gone(Leaving.VENDOR, name)));
        if (named.isEmpty() || several.given() || !ids.isEmpty()) {
            named.addAll(several.among(invocation, ids));
        }
        return named;
    }

    private List<EntityId> gone(Leaving kind, String name) {
        List<EntityId> had = kind.of(invocation.desk().estate().current(), name);
        if (had.isEmpty()) {
            throw new Refused(MESSAGES.text("offboard.none." + kind, name));
        }
        return had;
    }
}
