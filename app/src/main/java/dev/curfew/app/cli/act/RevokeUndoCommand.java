package dev.curfew.app.cli.act;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.usecase.revocation.Revocations;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.undo.Reversal;
import dev.curfew.revocation.undo.UndoneStep;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Takes back what of a plan can be taken back, by the officer's signature, and tries whether it works again.
@Command(name = "undo")
public final class RevokeUndoCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(RevokeUndoCommand.class);

    private final Invocation invocation;

    @Mixin
    private final PlanOptions options = new PlanOptions();

    @Option(names = "--preview")
    private boolean preview;

    public RevokeUndoCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        Revocations revocations = invocation.desk().revocations();
        Reversal shown = revocations.reversal(options.plan());
        shown.acts()
                .forEach(act -> invocation
                        .printer()
                        .note(MESSAGES.text(
                                "undo.act",
                                act.action().code(),
                                act.step().credential().text(),
                                act.step().action().code())));
        shown.kept().forEach(invocation.printer()::note);
        if (preview) {
            return ExitCode.DONE;
        }
        List<UndoneStep> undone = options.run(
                invocation,
                shown.plan(),
                (login, values, progress) -> revocations.undo(login, shown, values, progress));
        invocation.printer().list(UndoneListing.LISTING, undone);
        return UndoneListing.exitCode(undone);
    }
}
