package dev.curfew.app.cli;

import dev.curfew.app.cli.terminal.Terminal;
import dev.curfew.app.usecase.workspace.Workspaces;
import dev.curfew.model.text.Messages;
import java.time.InstantSource;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/// All commands, put together.
public final class CurfewCommandLine {
    private static final String HELP = "dev.curfew.app.cli.help";

    private final Terminal terminal;
    private final Workspaces workspaces;
    private final ConsoleOpening console;
    private final InstantSource clock;
    private final String version;

    /// @param version as the package says
    public CurfewCommandLine(
            Terminal terminal, Workspaces workspaces, ConsoleOpening console, InstantSource clock, String version) {
        this.terminal = terminal;
        this.workspaces = workspaces;
        this.console = console;
        this.clock = clock;
        this.version = version;
    }

    /// Runs one command line, and closes what it opened.
    ///
    /// @return the exit code, as [ExitCode] has them
    public int run(String... arguments) {
        try (Invocation invocation = new Invocation(terminal, workspaces, clock)) {
            int exitCode = execute(invocation, arguments);
            terminal.out().flush();
            return terminal.lost()
                    .map(new Failures(terminal, invocation)::unwritten)
                    .orElse(exitCode);
        } finally {
            terminal.out().flush();
            terminal.err().flush();
        }
    }

    /// A fault of the machine's or of our own is said in a sentence too, while the workspace's log still takes it.
    private int execute(Invocation invocation, String... arguments) {
        try {
            return asked(invocation, arguments).execute(arguments);
        } catch (Error e) {
            return new Failures(terminal, invocation).broken(e);
        }
    }

    /// Those that the arguments name. What cannot be understood so is read again with all of them, which knows what
    /// else could have been meant.
    private CommandLine asked(Invocation invocation, String... arguments) {
        Subcommands subcommands = Subcommands.of(invocation);
        Map<String, Supplier<Object>> named = subcommands.named(arguments);
        return named.isEmpty()
                ? commands(invocation, subcommands.all())
                : commands(invocation, named)
                        .setParameterExceptionHandler((_, again) ->
                                commands(invocation, subcommands.all()).execute(again));
    }

    /// All of them.
    CommandLine commands(Invocation invocation) {
        return commands(invocation, Subcommands.of(invocation).all());
    }

    private CommandLine commands(Invocation invocation, Map<String, Supplier<Object>> subcommands) {
        CommandLine root = new CommandLine(new CurfewCommand(invocation, console));
        root.getCommandSpec().addMixin("global", CommandSpec.forAnnotatedObject(invocation.options()));
        subcommands.forEach((name, command) -> root.addSubcommand(name, command.get()));
        return said(root, invocation);
    }

    /// With words, and with failures said in words.
    private CommandLine said(CommandLine root, Invocation invocation) {
        Failures failures = new Failures(terminal, invocation);
        root.setResourceBundle(ResourceBundle.getBundle(HELP));
        root.getCommandSpec().versionProvider(() ->
                new String[] {Messages.of(CurfewCommandLine.class).text("version", version)});
        new HelpOptions().addTo(root);
        root.setOut(terminal.out())
                .setErr(terminal.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.colours() ? Ansi.ON : Ansi.OFF))
                .setUsageHelpWidth(terminal.width().orElse(HelpOptions.WIDTH))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures);
        return root;
    }
}
