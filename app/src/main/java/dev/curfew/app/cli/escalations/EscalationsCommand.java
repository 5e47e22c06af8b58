package dev.curfew.app.cli.escalations;

import dev.curfew.analysis.escalation.Certainty;
import dev.curfew.analysis.escalation.Environment;
import dev.curfew.analysis.escalation.Escalation;
import dev.curfew.analysis.escalation.Escalations;
import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.escalation.AccountFile;
import dev.curfew.app.usecase.escalation.EscalationQuery;
import dev.curfew.app.usecase.estate.Estate;
import dev.curfew.connector.aws.AwsFileConnector;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.model.text.Messages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Lists who could become an administrator, of the workspace's estate or of one account's file.
@Command(name = "escalations")
public final class EscalationsCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(EscalationsCommand.class);

    /// What makes the listing end with 1.
    enum FailOn {
        certain,
        possible
    }

    private final Invocation invocation;

    @Option(names = "--account", paramLabel = "FILE", descriptionKey = "escalations.account")
    private @Nullable Path account;

    @Option(names = "--environment", paramLabel = "FILE", descriptionKey = "escalations.environment")
    private @Nullable Path environment;

    @Option(names = "--fail-on", paramLabel = "certain|possible", descriptionKey = "escalations.fail-on")
    private @Nullable FailOn failOn;

    public EscalationsCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        Environment known = environment == null ? Environment.UNKNOWN : EnvironmentFile.read(environment);
        List<Escalation> found = account == null ? ofWorkspace(known) : ofFile(account, known);
        boolean failed = failOn != null
                && found.stream().anyMatch(it -> failOn == FailOn.possible || it.certainty() == Certainty.CERTAIN);
        return failed ? ExitCode.REFUSED : ExitCode.DONE;
    }

    private List<Escalation> ofFile(Path file, Environment known) throws InterruptedException {
        if (!Files.isReadable(file)) {
            throw new UsageProblem(MESSAGES.text("unreadable", file));
        }
        AccountFile reading = new AccountFile(new AwsFileConnector(invocation.clock()));
        SnapshotIndex index = invocation.<SnapshotIndex>working(progress -> reading.read(file, progress));
        List<Escalation> found = Escalations.of(index, known);
        invocation.printer().listAs("findings", new FoundListing(EntityId::nativeId).listing(), found);
        count(found);
        return found;
    }

    private List<Escalation> ofWorkspace(Environment known) {
        Estate estate = invocation.desk().estate();
        if (estate.current().snapshot().number() == 0) {
            throw new Refused(MESSAGES.text("nothing-read"));
        }
        List<Escalation> found = new EscalationQuery(estate).all(known);
        invocation
                .printer()
                .listAs(
                        "findings",
                        new FoundListing(EntityId::text).listing(),
                        found,
                        estate.current().snapshot(),
                        estate.freshness());
        count(found);
        return found;
    }

    private void count(List<Escalation> found) {
        long certain =
                found.stream().filter(it -> it.certainty() == Certainty.CERTAIN).count();
        invocation.printer().note(MESSAGES.text("count", certain, found.size() - certain));
    }
}
