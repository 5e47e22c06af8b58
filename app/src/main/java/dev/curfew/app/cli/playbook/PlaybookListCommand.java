package dev.curfew.app.cli.playbook;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.app.usecase.playbook.PlaybookWords;
import dev.curfew.governance.officer.Believed;
import dev.curfew.governance.playbook.Playbook;
import dev.curfew.governance.playbook.SignedPlaybook;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/// Lists playbooks, with who signed them and whether they are in force.
@Command(name = "list")
public final class PlaybookListCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(PlaybookListCommand.class);

    /// As many digits tell them apart.
    private static final int HASH_SHOWN = 12;

    static final Listing<SignedPlaybook> LISTING = new Listing<>(
            "curfew.playbooks/1",
            List.of(
                    Column.whole(MESSAGES.text("name"), one -> one.playbook().name()),
                    Column.of(MESSAGES.text("standing"), PlaybookListCommand::standing),
                    Column.of(
                            MESSAGES.text("trigger"),
                            one -> one.playbook().trigger().text()),
                    Column.of(
                            MESSAGES.text("scope"),
                            one -> PlaybookWords.scope(one.playbook().scope())),
                    Column.of(MESSAGES.text("signed-by"), one -> String.join(", ", one.signers())),
                    Column.of(
                            MESSAGES.text("until"),
                            one -> ModelWords.time(one.playbook().expiresAt())),
                    Column.of(MESSAGES.text("hash"), one -> one.hash().substring(0, HASH_SHOWN))),
            PlaybookListCommand::json,
            MESSAGES.text("list.none"));

    private final Invocation invocation;

    public PlaybookListCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Believed<SignedPlaybook> kept = invocation.desk().playbooks().list();
        invocation.printer().list(LISTING, kept);
        kept.all().stream()
                .filter(one -> !one.why().isEmpty())
                .map(one -> MESSAGES.text("list.why", one.playbook().name(), one.why()))
                .forEach(invocation.printer()::note);
        return ExitCode.DONE;
    }

    private static String standing(SignedPlaybook one) {
        return PlaybookWords.standing(one.standing());
    }

    /// A playbook in sentences.
    static List<String> sentences(Playbook playbook) {
        return Stream.concat(
                        Stream.of(MESSAGES.text("title", playbook.name(), playbook.hash())),
                        PlaybookWords.facts(playbook, ModelWords::time).stream()
                                .map(fact -> MESSAGES.text("fact", fact.name(), fact.value())))
                .toList();
    }

    private static Map<String, @Nullable Object> json(SignedPlaybook one) {
        return new Fields()
                .put("name", one.playbook().name())
                .put("hash", one.hash())
                .put("standing", one.standing().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("why", one.why())
                .put("proposedBy", one.proposedBy())
                .put("proposedAt", one.proposedAt())
                .put("signers", one.signers())
                .put("devices", one.devices())
                .put("playbook", one.playbook().toJson())
                .map();
    }
}
