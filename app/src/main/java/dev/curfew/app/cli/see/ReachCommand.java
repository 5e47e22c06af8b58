package dev.curfew.app.cli.see;

import dev.curfew.analysis.reach.Reach;
import dev.curfew.analysis.reach.Reached;
import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Lists what an identity, credential or policy reaches, every hop with the statement that decides it.
@Command(name = "reach")
public final class ReachCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(ReachCommand.class);

    /// What makes the listing end with 1.
    enum FailOn {
        administrator
    }

    private final Invocation invocation;

    @Parameters(arity = "0..*", paramLabel = "ID", descriptionKey = "entity")
    private List<String> ids = List.of();

    @Mixin
    private final StartOptions starts = new StartOptions();

    @Option(names = "--fail-on", paramLabel = "administrator")
    private @Nullable FailOn failOn;

    public ReachCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        List<EntityId> from = starts.among(invocation, ids);
        Reach reach = invocation.desk().reach().of(from);
        SnapshotIndex index = invocation.desk().estate().current();
        invocation.list(new ReachListing(index).listing(), reach.reached());
        String missing = from.stream()
                .map(each -> missing(each, reach))
                .filter(each -> !each.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            invocation.printer().note(MESSAGES.text("reach.missing", missing));
        }
        if (reach.administrator()) {
            invocation
                    .printer()
                    .note(
                            from.size() == 1
                                    ? MESSAGES.text("reach.administrator", reach.from())
                                    : MESSAGES.text("reach.administrator.several", from.size()));
        }
        if (!reach.complete()) {
            invocation.printer().note(MESSAGES.text("reach.incomplete"));
        }
        return failOn != null && reach.administrator() ? ExitCode.REFUSED : ExitCode.DONE;
    }

    /// Policies that are held, and of which neither a text nor an unknown came out: there are none of that name.
    private String missing(EntityId from, Reach reach) {
        Set<EntityId> unknown = reach.reached().stream().map(Reached::target).collect(Collectors.toSet());
        return invocation.desk().inventory().detail(from).stream()
                .flatMap(detail -> detail.held().stream())
                .filter(held -> held.policy().isEmpty())
                .map(held -> held.grant().policy())
                .filter(policy -> policy.nativeId().startsWith("policy/") && !unknown.contains(policy))
                .filter(policy -> !policy.nativeId().equals("policy/root"))
                .map(EntityId::text)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
