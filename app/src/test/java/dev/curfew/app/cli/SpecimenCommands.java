package dev.curfew.app.cli;

import dev.curfew.app.cli.terminal.SystemTerminal;
import dev.curfew.app.cli.terminal.Terminal;
import dev.curfew.app.wiring.Places;
import dev.curfew.app.wiring.Surroundings;
import dev.curfew.app.wiring.WiredWorkspaces;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import picocli.CommandLine;

/// All commands to look at, not to run.
final class SpecimenCommands {

    private SpecimenCommands() {}

    static CommandLine make(Clock clock) {
        Terminal terminal = new SystemTerminal();
        WiredWorkspaces workspaces = workspaces(clock);
        ConsoleOpening console = (_, _) -> {
            throw new ConsoleOpening.NoDisplay();
        };
        return new CurfewCommandLine(terminal, workspaces, console, clock, "1.2.3")
                .commands(new Invocation(terminal, workspaces, clock));
    }

    /// Not put together yet.
    static Subcommands subcommands(Clock clock) {
        return Subcommands.of(new Invocation(new SystemTerminal(), workspaces(clock), clock));
    }

    private static WiredWorkspaces workspaces(Clock clock) {
        Path nowhere = Path.of("nowhere");
        return new WiredWorkspaces(
                new Surroundings(new Places(nowhere, nowhere), "test-host", clock, new SecureRandom(), _ -> {}));
    }
}
