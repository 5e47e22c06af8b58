package dev.curfew.app;

import dev.curfew.app.cli.ConsoleOpening;
import dev.curfew.app.cli.CurfewCommandLine;
import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.terminal.SystemTerminal;
import dev.curfew.app.cli.terminal.Terminal;
import dev.curfew.app.console.Console;
import dev.curfew.app.console.NoDisplayException;
import dev.curfew.app.usecase.Frames;
import dev.curfew.app.wiring.HostName;
import dev.curfew.app.wiring.Places;
import dev.curfew.app.wiring.Surroundings;
import dev.curfew.app.wiring.WiredWorkspaces;
import dev.curfew.model.text.Messages;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.slf4j.LoggerFactory;

/// Where the process begins.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Terminal terminal = new SystemTerminal();
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> {
            // asked for only now: what does without a workspace starts no logging
            LoggerFactory.getLogger(Main.class).error("a fault in {}: {}", thread.getName(), Frames.of(fault));
            String name = fault.getClass().getSimpleName();
            terminal.err().println(Messages.of(Main.class).text("fault", name));
            terminal.err().flush();
        });
        Clock clock = Clock.systemUTC();
        Places places = Places.of(
                terminal.environment(),
                System.getProperty("os.name", ""),
                Path.of(System.getProperty("user.home", ".")));
        WiredWorkspaces workspaces = new WiredWorkspaces(new Surroundings(
                places, HostName.of(terminal.environment()), clock, new SecureRandom(), terminal.err()::println));
        ConsoleOpening console = (place, passphrase) -> {
            try {
                new Console(workspaces, clock, passphrase, places.preferencesFile()).open(place);
            } catch (NoDisplayException e) {
                throw new ConsoleOpening.NoDisplay(e);
            }
        };
        CurfewCommandLine commands = new CurfewCommandLine(terminal, workspaces, console, clock, version());
        Cancelling cancelling = Cancelling.onTermination(Thread.currentThread());
        int exitCode = ExitCode.REFUSED;
        try {
            exitCode = commands.run(arguments);
        } finally {
            cancelling.done();
            terminal.err().flush();
        }
        System.exit(exitCode);
    }

    private static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "(unpackaged)" : version;
    }
}
