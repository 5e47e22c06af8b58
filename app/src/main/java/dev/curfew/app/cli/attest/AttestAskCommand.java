package dev.curfew.app.cli.attest;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.DurationText;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.app.cli.output.ExchangeFiles;
import dev.curfew.app.cli.see.Named;
import dev.curfew.governance.attestation.AnswerDesk;
import dev.curfew.governance.attestation.Ask;
import dev.curfew.governance.attestation.AttestationBook;
import dev.curfew.governance.attestation.Attesting;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.text.Messages;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes a file that asks an owner whether what is theirs is still needed.
@Command(name = "ask")
public final class AttestAskCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "OWNER", descriptionKey = "attest.owner")
    private String owner = "";

    @Option(names = "--to", paramLabel = "FILE", required = true, descriptionKey = "file.new")
    private Path file = Path.of("");

    @Option(names = "--within", paramLabel = "TIME", defaultValue = "14d", converter = DurationText.class)
    private Duration within = Duration.ZERO;

    @Option(names = "--identity", paramLabel = "ID")
    private List<String> identities = List.of();

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public AttestAskCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        ExchangeFiles.requireNew(file);
        List<EntityId> only = identities.stream()
                .map(id -> Named.in(invocation.desk().estate(), id))
                .toList();
        Attesting.Order order = invocation.desk().attestations().order(owner, only);
        Ask ask = officer.run(
                invocation.terminal(), login -> invocation.desk().attestations().ask(login, order, within));
        ExchangeFiles.write(file, ask.text());
        invocation.printer().list(AskListing.LISTING, List.of(new AttestationBook.Asked(ask, null, "", List.of())));
        invocation.printer().note(Messages.of(AttestAskCommand.class).text("asked", file, AnswerDesk.NAMESPACE));
        return ExitCode.DONE;
    }
}
