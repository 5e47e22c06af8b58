package dev.curfew.app.cli;

import dev.curfew.app.cli.act.RevokeCommand;
import dev.curfew.app.cli.act.RevokeListCommand;
import dev.curfew.app.cli.act.RevokePlanCommand;
import dev.curfew.app.cli.act.RevokeRunCommand;
import dev.curfew.app.cli.act.RevokeVerifyCommand;
import dev.curfew.app.cli.connect.ConnectCommand;
import dev.curfew.app.cli.connect.ConnectKindCommand;
import dev.curfew.app.cli.connect.SourcesCommand;
import dev.curfew.app.cli.connection.ConnectionCheckCommand;
import dev.curfew.app.cli.connection.ConnectionCommand;
import dev.curfew.app.cli.connection.ConnectionCredentialCommand;
import dev.curfew.app.cli.connection.ConnectionEnvironmentCommand;
import dev.curfew.app.cli.connection.ConnectionListCommand;
import dev.curfew.app.cli.connection.ConnectionRemoveCommand;
import dev.curfew.app.cli.decide.ApproveCommand;
import dev.curfew.app.cli.decide.DenyCommand;
import dev.curfew.app.cli.decide.OfficerAddCommand;
import dev.curfew.app.cli.decide.OfficerCommand;
import dev.curfew.app.cli.decide.OfficerListCommand;
import dev.curfew.app.cli.decide.RequestCommand;
import dev.curfew.app.cli.decide.RequestsCommand;
import dev.curfew.app.cli.decide.ReviewCommand;
import dev.curfew.app.cli.decide.WithdrawCommand;
import dev.curfew.app.cli.escalations.EscalationsCommand;
import dev.curfew.app.cli.evaluate.EvaluateCommand;
import dev.curfew.app.cli.graph.ChokePointsCommand;
import dev.curfew.app.cli.graph.GraphCommand;
import dev.curfew.app.cli.graph.PathsCommand;
import dev.curfew.app.cli.graph.RankCommand;
import dev.curfew.app.cli.graph.WhatIfCommand;
import dev.curfew.app.cli.graph.WhoReachesCommand;
import dev.curfew.app.cli.issue.EndCommand;
import dev.curfew.app.cli.issue.IssueCommand;
import dev.curfew.app.cli.issue.ShortenCommand;
import dev.curfew.app.cli.issue.WindowsCommand;
import dev.curfew.app.cli.kill.KillCommand;
import dev.curfew.app.cli.kill.LeakedCommand;
import dev.curfew.app.cli.policy.PolicyCommand;
import dev.curfew.app.cli.policy.PolicyHistoryCommand;
import dev.curfew.app.cli.policy.PolicyReplayCommand;
import dev.curfew.app.cli.policy.PolicySaveCommand;
import dev.curfew.app.cli.policy.PolicySchemaCommand;
import dev.curfew.app.cli.policy.PolicyShowCommand;
import dev.curfew.app.cli.policy.PolicyTestCommand;
import dev.curfew.app.cli.prove.LedgerCommand;
import dev.curfew.app.cli.prove.LedgerExportCommand;
import dev.curfew.app.cli.prove.LedgerListCommand;
import dev.curfew.app.cli.prove.LedgerTrustCommand;
import dev.curfew.app.cli.prove.LedgerVerifyCommand;
import dev.curfew.app.cli.prove.LedgerWitnessCommand;
import dev.curfew.app.cli.read.ImportCommand;
import dev.curfew.app.cli.read.ImportKindCommand;
import dev.curfew.app.cli.read.SampleCommand;
import dev.curfew.app.cli.read.SyncCommand;
import dev.curfew.app.cli.renewal.ExtendCommand;
import dev.curfew.app.cli.renewal.RenewCommand;
import dev.curfew.app.cli.renewal.StandingCommand;
import dev.curfew.app.cli.run.RunCommand;
import dev.curfew.app.cli.see.ExpiringCommand;
import dev.curfew.app.cli.see.IdentitiesCommand;
import dev.curfew.app.cli.see.ReachCommand;
import dev.curfew.app.cli.see.ShowCommand;
import dev.curfew.app.cli.terminal.Terminal;
import dev.curfew.app.cli.watch.WatchCommand;
import dev.curfew.app.cli.workspace.ExportCommand;
import dev.curfew.app.cli.workspace.InitCommand;
import dev.curfew.app.cli.workspace.OpenCommand;
import dev.curfew.app.usecase.workspace.Workspaces;
import dev.curfew.connector.Connectors;
import dev.curfew.model.kind.SourceKind;
import dev.curfew.model.text.Messages;
import java.time.InstantSource;
import java.util.Objects;
import java.util.ResourceBundle;
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
            return execute(invocation, arguments);
        } finally {
            terminal.out().flush();
            terminal.err().flush();
        }
    }

    /// A fault of the machine's or of our own is said in a sentence too, while the workspace's log still takes it.
    private int execute(Invocation invocation, String... arguments) {
        try {
            return commands(invocation).execute(arguments);
        } catch (Error e) {
            return new Failures(terminal, invocation).broken(e);
        }
    }

    CommandLine commands(Invocation invocation) {
        CommandLine root = new CommandLine(new CurfewCommand(invocation, console));
        root.getCommandSpec().addMixin("global", CommandSpec.forAnnotatedObject(invocation.options()));
        root.addSubcommand(new InitCommand(invocation))
                .addSubcommand(new SampleCommand(invocation))
                .addSubcommand(connect(invocation))
                .addSubcommand(new CommandLine(new ConnectionCommand())
                        .addSubcommand(new ConnectionListCommand(invocation))
                        .addSubcommand(new ConnectionCheckCommand(invocation))
                        .addSubcommand(new ConnectionCredentialCommand(invocation))
                        .addSubcommand(new ConnectionEnvironmentCommand(invocation))
                        .addSubcommand(new ConnectionRemoveCommand(invocation)))
                .addSubcommand(new SourcesCommand(invocation))
                .addSubcommand(new SyncCommand(invocation))
                .addSubcommand(imports(invocation))
                .addSubcommand(new IdentitiesCommand(invocation))
                .addSubcommand(new ShowCommand(invocation))
                .addSubcommand(new ReachCommand(invocation))
                .addSubcommand(new WhoReachesCommand(invocation))
                .addSubcommand(new PathsCommand(invocation))
                .addSubcommand(new ChokePointsCommand(invocation))
                .addSubcommand(new RankCommand(invocation))
                .addSubcommand(new WhatIfCommand(invocation))
                .addSubcommand(new GraphCommand(invocation))
                .addSubcommand(new ExpiringCommand(invocation))
                .addSubcommand(new EscalationsCommand(invocation))
                .addSubcommand(EvaluateCommand.of(invocation))
                .addSubcommand(new CommandLine(new OfficerCommand())
                        .addSubcommand(new OfficerAddCommand(invocation))
                        .addSubcommand(new OfficerListCommand(invocation)))
                .addSubcommand(new CommandLine(new PolicyCommand())
                        .addSubcommand(new PolicyShowCommand(invocation))
                        .addSubcommand(new PolicySchemaCommand(invocation))
                        .addSubcommand(new PolicyTestCommand(invocation))
                        .addSubcommand(new PolicyReplayCommand(invocation))
                        .addSubcommand(new PolicySaveCommand(invocation))
                        .addSubcommand(new PolicyHistoryCommand(invocation)))
                .addSubcommand(new RequestCommand(invocation))
                .addSubcommand(new ExtendCommand(invocation))
                .addSubcommand(new RenewCommand(invocation))
                .addSubcommand(new RequestsCommand(invocation))
                .addSubcommand(new ReviewCommand(invocation))
                .addSubcommand(new ApproveCommand(invocation))
                .addSubcommand(new DenyCommand(invocation))
                .addSubcommand(new WithdrawCommand(invocation))
                .addSubcommand(new IssueCommand(invocation))
                .addSubcommand(RunCommand.of(invocation))
                .addSubcommand(new WindowsCommand(invocation))
                .addSubcommand(new ShortenCommand(invocation))
                .addSubcommand(new EndCommand(invocation))
                .addSubcommand(new StandingCommand(invocation))
                .addSubcommand(new WatchCommand(invocation))
                .addSubcommand(new LeakedCommand(invocation))
                .addSubcommand(new KillCommand(invocation))
                .addSubcommand(new CommandLine(new RevokeCommand())
                        .addSubcommand(new RevokePlanCommand(invocation))
                        .addSubcommand(new RevokeRunCommand(invocation))
                        .addSubcommand(new RevokeVerifyCommand(invocation))
                        .addSubcommand(new RevokeListCommand(invocation)))
                .addSubcommand(new CommandLine(new LedgerCommand())
                        .addSubcommand(new LedgerListCommand(invocation))
                        .addSubcommand(new LedgerVerifyCommand(invocation))
                        .addSubcommand(new LedgerExportCommand(invocation))
                        .addSubcommand(new LedgerWitnessCommand(invocation))
                        .addSubcommand(new LedgerTrustCommand(invocation)))
                .addSubcommand(new ExportCommand(invocation))
                .addSubcommand(new OpenCommand(invocation));
        return said(root, invocation);
    }

    private static CommandLine connect(Invocation invocation) {
        CommandLine connect = new CommandLine(new ConnectCommand());
        for (SourceKind kind : Connectors.kinds().servers()) {
            connect.addSubcommand(kind.word(), ConnectKindCommand.of(invocation, kind));
        }
        return connect;
    }

    private static CommandLine imports(Invocation invocation) {
        CommandLine imports = new CommandLine(new ImportCommand());
        for (SourceKind kind : Connectors.kinds().files()) {
            imports.addSubcommand(kind.word(), ImportKindCommand.of(invocation, kind));
        }
        return imports;
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
        AroundCommand around = new AroundCommand(failures);
        Objects.requireNonNull(root.getSubcommands().get(RunCommand.NAME))
                .setExecutionExceptionHandler(around)
                .setParameterExceptionHandler(around);
        return root;
    }
}
