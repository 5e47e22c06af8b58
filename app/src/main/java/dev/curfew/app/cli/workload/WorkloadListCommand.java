package dev.curfew.app.cli.workload;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.governance.workload.Witness;
import dev.curfew.governance.workload.WorkloadTrust;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/// Lists who is trusted to say which workload asks.
@Command(name = "list")
public final class WorkloadListCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(WorkloadListCommand.class);

    static final Listing<WorkloadTrust> LISTING = new Listing<>(
            "curfew.workload-trusts/1",
            List.of(
                    Column.whole(MESSAGES.text("name"), WorkloadTrust::name),
                    Column.of(MESSAGES.text("witness"), WorkloadListCommand::witness),
                    Column.of(MESSAGES.text("subjects"), WorkloadListCommand::subjects),
                    Column.of(MESSAGES.text("by"), WorkloadTrust::by),
                    Column.of(MESSAGES.text("at"), trust -> ModelWords.time(trust.at()))),
            WorkloadListCommand::json,
            MESSAGES.text("trusts.none"));

    private final Invocation invocation;

    public WorkloadListCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        invocation.printer().list(LISTING, invocation.desk().workloadTrusts().kept());
        return ExitCode.DONE;
    }

    private static String witness(WorkloadTrust trust) {
        return switch (trust.witness()) {
            case Witness.Issuer issuer ->
                MESSAGES.text("witness.issuer", issuer.issuer().toString(), issuer.audience());
            case Witness.Authority _ -> MESSAGES.text("witness.authority");
        };
    }

    private static String subjects(WorkloadTrust trust) {
        return trust.isWithdrawn() ? MESSAGES.text("subjects.none") : String.join(", ", trust.subjects());
    }

    private static Map<String, @Nullable Object> json(WorkloadTrust trust) {
        return new Fields()
                .put("name", trust.name())
                .put("witness", trust.witness().toJson())
                .put("subjects", trust.subjects())
                .put("publicKey", trust.publicKey())
                .put("by", trust.by())
                .put("at", trust.at())
                .map();
    }
}
