package dev.curfew.app.cli.rotate;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.rotation.Look;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Asks the source when the old credential was last used.
@Command(name = "look")
public final class RotateLookCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "ROTATION", descriptionKey = "rotation.id")
    private String rotation = "";

    public RotateLookCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        Look look = invocation.desk().rotations().look(rotation);
        invocation.printer().list(RotationListing.LISTING, List.of(look.rotation()));
        note("look.used", look.rotation().old().text(), ModelWords.usage(look.usage()));
        if (!look.gaps().isEmpty()) {
            note("look.since", String.join("; ", look.gaps()));
        }
        return ExitCode.DONE;
    }

    private void note(String key, Object... words) {
        invocation.printer().note(Messages.of(RotateLookCommand.class).text(key, words));
    }
}
