package dev.curfew.app.cli.rotate;

import dev.curfew.app.cli.Invocation;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Deletes the old credential after it was cut.
@Command(name = "finish")
public final class RotateFinishCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Mixin
    private final CutOptions options = new CutOptions();

    public RotateFinishCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        return options.run(
                invocation,
                Duration.ZERO,
                Set.of(),
                (login, rotation, order, progress) ->
                        invocation.desk().rotations().end(login, rotation, order, progress));
    }
}
