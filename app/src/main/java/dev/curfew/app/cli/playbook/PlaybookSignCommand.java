package dev.curfew.app.cli.playbook;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.app.cli.option.TextFile;
import dev.curfew.app.usecase.playbook.PlaybookCheck;
import dev.curfew.app.usecase.playbook.PlaybookWords;
import dev.curfew.app.usecase.playbook.Playbooks;
import dev.curfew.governance.playbook.Playbook;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.playbook.Match;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Signs a playbook as it is shown; with the last signature of its quorum it is in force.
@Command(name = "sign")
public final class PlaybookSignCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(PlaybookSignCommand.class);

    private final Invocation invocation;

    @Parameters(arity = "0..1", paramLabel = "FILE", descriptionKey = "playbook.file")
    private @Nullable Path file;

    @Option(names = "--name", paramLabel = "NAME")
    private @Nullable String name;

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public PlaybookSignCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        Playbooks playbooks = invocation.desk().playbooks();
        Playbook playbook = shown(playbooks);
        List<Match> matches = playbooks.matches(playbook);
        PlaybookListCommand.sentences(playbook).forEach(invocation.printer()::note);
        PlaybookWords.of(matches).forEach(invocation.printer()::note);
        return officer.list(invocation, PlaybookListCommand.LISTING, login -> playbooks.sign(login, playbook, matches));
    }

    private Playbook shown(Playbooks playbooks) {
        if (file != null && name == null) {
            return playbooks.usable(TextFile.read(file, PlaybookCheck.BYTES_MAX));
        }
        if (file == null && name != null) {
            return playbooks.toSign(name);
        }
        throw new UsageProblem(MESSAGES.text("sign.which"));
    }
}
