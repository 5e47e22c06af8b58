package dev.curfew.app.cli.rotate;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.DurationText;
import dev.curfew.revocation.rotation.Quiet;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Switches the old credential off once it is quiet.
@Command(name = "cut")
public final class RotateCutCommand implements Callable<Integer> {
    /// In spite of what, as it is typed.
    enum Although {
        used,
        unknown
    }

    private final Invocation invocation;

    @Option(names = "--quiet", paramLabel = "TIME", defaultValue = "1d", converter = DurationText.class)
    private Duration quiet = Duration.ofDays(1);

    @Option(names = "--although", paramLabel = "used|unknown")
    private @Nullable Although although;

    @Mixin
    private final CutOptions options = new CutOptions();

    public RotateCutCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        return options.run(
                invocation,
                quiet,
                inSpiteOf(),
                (login, rotation, order, progress) ->
                        invocation.desk().rotations().cut(login, rotation, order, progress));
    }

    private Set<Quiet> inSpiteOf() {
        return switch (although) {
            case used -> EnumSet.of(Quiet.NOT_YET);
            case unknown -> EnumSet.of(Quiet.UNKNOWN);
            case null -> Set.of();
        };
    }
}
