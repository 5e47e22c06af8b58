package dev.curfew.app.cli.run;

import dev.curfew.app.cli.ask.ClaimOptions;
import dev.curfew.app.cli.option.DurationText;
import dev.curfew.app.usecase.run.RunOrder;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What a command runs with, and for how long.
final class RunOptions {

    /// Asks anew.
    static final class Asking {
        @Option(names = "--role", paramLabel = "POLICY", required = true)
        private String role = "";

        @Option(names = "--ttl", paramLabel = "TIME", required = true, converter = DurationText.class)
        private Duration ttl = Duration.ZERO;

        @Option(names = "--purpose", paramLabel = "TEXT", required = true)
        private String purpose = "";
    }

    /// Asks, or goes on with what was asked.
    static final class Ways {
        @ArgGroup(exclusive = false)
        private @Nullable Asking asking;

        @Option(names = "--request", paramLabel = "REQUEST", required = true)
        private @Nullable String request;
    }

    @ArgGroup(multiplicity = "1")
    private Ways way = new Ways();

    @Option(names = "--timeout", paramLabel = "TIME", converter = DurationText.class)
    private @Nullable Duration timeout;

    @Option(names = "--file", paramLabel = "FILE")
    private @Nullable Path file;

    @Mixin
    private final ClaimOptions claims = new ClaimOptions();

    /// The request to go on with; null to ask anew.
    @Nullable
    String request() {
        return way.request;
    }

    RunOrder order() {
        Asking asking = way.asking == null ? new Asking() : way.asking;
        return new RunOrder(asking.role, asking.ttl, asking.purpose, claims.map());
    }

    /// Where the credential is to be written for the command; null: into its environment.
    @Nullable
    Path file() {
        return file;
    }

    /// @param left until the source ends the credential: the command is told before, so that it can end with it
    Duration atMost(Duration left) {
        Duration until = left.compareTo(Child.GRACE.multipliedBy(2)) > 0 ? left.minus(Child.GRACE) : left;
        return timeout == null || timeout.compareTo(until) > 0 ? until : timeout;
    }
}
