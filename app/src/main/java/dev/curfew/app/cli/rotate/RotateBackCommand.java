package dev.curfew.app.cli.rotate;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.OfficerOptions;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Goes one stage back.
@Command(name = "back")
public final class RotateBackCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "ROTATION", descriptionKey = "rotation.id")
    private String rotation = "";

    @Option(names = "--stray", paramLabel = "ID", descriptionKey = "rotate.stray")
    private @Nullable String stray;

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public RotateBackCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        return officer.list(
                invocation,
                RotationListing.LISTING,
                login -> invocation.desk().rotations().back(login, rotation, Optional.ofNullable(stray)));
    }
}
