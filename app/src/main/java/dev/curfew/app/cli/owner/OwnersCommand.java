package dev.curfew.app.cli.owner;

import dev.curfew.analysis.owner.Judged;
import dev.curfew.analysis.owner.OwnerRow;
import dev.curfew.analysis.owner.Verdict;
import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Lists owners, and what lists of people say of them.
@Command(name = "owners")
public final class OwnersCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(OwnersCommand.class);

    private static final Listing<OwnerRow> LISTING = new Listing<>(
            "curfew.owners/1",
            List.of(
                    Column.whole(MESSAGES.text("owner"), row -> row.judged().owner()),
                    Column.of(MESSAGES.text("identities"), row -> Long.toString(row.identities())),
                    Column.of(
                            MESSAGES.text("state"),
                            row -> MESSAGES.text("state." + row.judged().verdict())),
                    Column.of(MESSAGES.text("left"), row -> row.judged().day()),
                    Column.of(MESSAGES.text("list"), row -> row.judged().list()),
                    Column.of(MESSAGES.text("how"), row -> how(row.judged()))),
            OwnersCommand::json,
            MESSAGES.text("owners.none"));

    private final Invocation invocation;

    @Option(names = "--gone")
    private boolean gone;

    public OwnersCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Snapshot snapshot = invocation.desk().estate().current().snapshot();
        List<OwnerRow> rows = OwnerRow.of(snapshot, invocation.clock().instant()).stream()
                .filter(row -> !gone || row.judged().verdict() == Verdict.GONE)
                .toList();
        invocation.list(LISTING, rows);
        return ExitCode.DONE;
    }

    private static String how(Judged judged) {
        return judged.how() == null ? "" : MESSAGES.text("how." + judged.how());
    }

    private static Map<String, @Nullable Object> json(OwnerRow row) {
        Judged judged = row.judged();
        return new Fields()
                .put("owner", judged.owner())
                .put("identities", row.identities())
                .put("state", judged.verdict().name())
                .put("left", judged.day().isEmpty() ? null : judged.day())
                .put("list", judged.list().isEmpty() ? null : judged.list())
                .put("how", judged.how() == null ? null : judged.how().name())
                .put("persons", judged.people().stream().map(ResourceId::text).toList())
                .map();
    }
}
