package dev.curfew.app.cli.playbook;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.playbook.PlaybookWords;
import dev.curfew.app.usecase.playbook.Playbooks;
import dev.curfew.governance.playbook.Playbook;
import dev.curfew.governance.playbook.SignedPlaybook;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows one playbook, with what would set it off now.
@Command(name = "show")
public final class PlaybookShowCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "NAME", descriptionKey = "playbook.name")
    private String name = "";

    @Option(names = "--text")
    private boolean text;

    public PlaybookShowCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Playbooks playbooks = invocation.desk().playbooks();
        List<SignedPlaybook> named = playbooks.list().all().stream()
                .filter(one -> one.playbook().name().equals(name))
                .toList();
        if (named.isEmpty()) {
            throw new Refused(Messages.of(PlaybookShowCommand.class).text("show.unknown", name));
        }
        Playbook newest = named.reversed().stream()
                .filter(SignedPlaybook::isInForce)
                .findFirst()
                .orElse(named.getLast())
                .playbook();
        if (text) {
            invocation.terminal().out().println(newest.text());
            invocation.terminal().out().flush();
            return ExitCode.DONE;
        }
        invocation.printer().list(PlaybookListCommand.LISTING, named);
        PlaybookListCommand.sentences(newest).forEach(invocation.printer()::note);
        PlaybookWords.of(playbooks.matches(newest)).forEach(invocation.printer()::note);
        return ExitCode.DONE;
    }
}
