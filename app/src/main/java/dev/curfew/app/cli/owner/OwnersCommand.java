package dev.curfew.app.cli.owner;

import dev.curfew.analysis.owner.Judged;
import dev.curfew.analysis.owner.OwnerNames;
import dev.curfew.analysis.owner.OwnerRow;
import dev.curfew.analysis.owner.Verdict;
import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.governance.attestation.AttestationBook.Asked;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.text.Messages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Lists owners, and what lists of people say of them.
@Command(name = "owners")
public final class OwnersCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(OwnersCommand.class);

    /// @param asked what the owner was asked last; empty where they never were
    private record Row(OwnerRow owner, Optional<Asked> asked) {
        Judged judged() {
            return owner.judged();
        }
    }

    private static final Listing<Row> LISTING = new Listing<>(
            "curfew.owners/1",
            List.of(
                    Column.whole(MESSAGES.text("owner"), row -> row.judged().owner()),
                    Column.of(
                            MESSAGES.text("identities"),
                            row -> Long.toString(row.owner().identities())),
                    Column.of(
                            MESSAGES.text("state"),
                            row -> MESSAGES.text("state." + row.judged().verdict())),
                    Column.of(MESSAGES.text("left"), row -> row.judged().day()),
                    Column.of(MESSAGES.text("list"), row -> row.judged().list()),
                    Column.of(MESSAGES.text("how"), row -> how(row.judged())),
                    Column.of(
                            MESSAGES.text("evidence"), row -> first(row.owner().evidence())),
                    Column.of(
                            MESSAGES.text("attested"),
                            row -> row.asked().map(OwnersCommand::attested).orElse(""))),
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
        Map<String, Asked> asked = new HashMap<>();
        invocation
                .desk()
                .attestations()
                .list()
                .forEach(each -> asked.put(OwnerNames.plain(each.ask().owner()), each));
        List<Row> rows = OwnerRow.of(snapshot, invocation.clock().instant()).stream()
                .filter(row -> !gone || row.judged().verdict() == Verdict.GONE)
                .map(row -> new Row(
                        row,
                        Optional.ofNullable(
                                asked.get(OwnerNames.plain(row.judged().owner())))))
                .toList();
        invocation.list(LISTING, rows);
        return ExitCode.DONE;
    }

    private static String how(Judged judged) {
        return judged.how() == null ? "" : MESSAGES.text("how." + judged.how());
    }

    /// All are in JSON.
    private static String first(List<String> evidence) {
        return evidence.size() < 2
                ? String.join("", evidence)
                : MESSAGES.text("evidence.more", evidence.getFirst(), evidence.size() - 1);
    }

    private static String attested(Asked asked) {
        return asked.isAnswered()
                ? ModelWords.time(asked.answeredAt())
                : MESSAGES.text("attested.due", ModelWords.time(asked.ask().due()));
    }

    private static Map<String, @Nullable Object> json(Row row) {
        Judged judged = row.judged();
        return new Fields()
                .put("owner", judged.owner())
                .put("identities", row.owner().identities())
                .put("state", judged.verdict().name())
                .put("left", judged.day().isEmpty() ? null : judged.day())
                .put("list", judged.list().isEmpty() ? null : judged.list())
                .put("how", judged.how() == null ? null : judged.how().name())
                .put("evidence", row.owner().evidence())
                .put("asked", row.asked().map(asked -> asked.ask().at()).orElse(null))
                .put("due", row.asked().map(asked -> asked.ask().due()).orElse(null))
                .put("answered", row.asked().map(Asked::answeredAt).orElse(null))
                .put("persons", judged.people().stream().map(ResourceId::text).toList())
                .map();
    }
}
