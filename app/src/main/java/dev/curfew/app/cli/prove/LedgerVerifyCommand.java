package dev.curfew.app.cli.prove;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.TextFile;
import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.ledger.LedgerStatus;
import dev.curfew.ledger.witness.TrustedWitness;
import dev.curfew.model.text.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Checks the evidence log against its signed checkpoints and those kept elsewhere.
@Command(name = "verify")
public final class LedgerVerifyCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(LedgerVerifyCommand.class);

    private static final Listing<LedgerStatus> LISTING = new Listing<>(
            "curfew.ledger-status/1",
            List.of(
                    Column.of(
                            MESSAGES.text("result"),
                            status -> MESSAGES.text(status.consistent() ? "verify.consistent" : "verify.problems")),
                    Column.of(
                            MESSAGES.text("entries"),
                            status -> Long.toString(status.verification().size())),
                    Column.whole(
                            MESSAGES.text("root"),
                            status -> status.verification().rootHash()),
                    Column.whole(MESSAGES.text("key"), LedgerStatus::logKey)),
            LedgerVerifyCommand::json,
            "");

    private final Invocation invocation;

    @Option(names = "--against", paramLabel = "FILE")
    private List<Path> against = List.of();

    @Option(names = "--witness", paramLabel = "PATH")
    private List<Path> witnesses = List.of();

    public LedgerVerifyCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        against.forEach(TextFile::requireReadable);
        witnesses.forEach(TextFile::requireReadable);
        Desk desk = invocation.desk();
        List<TrustedWitness> trusted =
                witnesses.isEmpty() ? List.of() : desk.witnesses().trusted();
        LedgerStatus status = desk.ledger().verify(against, witnesses, trusted);
        invocation.printer().list(LISTING, List.of(status));
        status.problems().forEach(invocation.printer()::note);
        status.witnesses().forEach(invocation.printer()::note);
        if (status.witnesses().isEmpty() && status.consistent()) {
            invocation.printer().note(MESSAGES.text("verify.unwitnessed"));
        }
        return status.consistent() ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private static Map<String, @Nullable Object> json(LedgerStatus status) {
        return new Fields()
                .put("consistent", status.consistent())
                .put("size", status.verification().size())
                .put("rootHash", status.verification().rootHash())
                .put("key", status.logKey())
                .put("problems", status.problems())
                .put("witnesses", status.witnesses())
                .map();
    }
}
