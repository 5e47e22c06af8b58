package dev.curfew.app.cli;

import dev.curfew.app.cli.act.RevokeApproveCommand;
import dev.curfew.app.cli.act.RevokeCommand;
import dev.curfew.app.cli.act.RevokeDenyCommand;
import dev.curfew.app.cli.act.RevokeListCommand;
import dev.curfew.app.cli.act.RevokePlanCommand;
import dev.curfew.app.cli.act.RevokeRunCommand;
import dev.curfew.app.cli.act.RevokeUndoCommand;
import dev.curfew.app.cli.act.RevokeVerifyCommand;
import dev.curfew.app.cli.breakglass.BreakGlassCommand;
import dev.curfew.app.cli.breakglass.DrillCommand;
import dev.curfew.app.cli.breakglass.DrillListCommand;
import dev.curfew.app.cli.breakglass.RegisterCommand;
import dev.curfew.app.cli.breakglass.StatusCommand;
import dev.curfew.app.cli.breakglass.UseReviewCommand;
import dev.curfew.app.cli.breakglass.UsesCommand;
import dev.curfew.app.cli.connect.ConnectCommand;
import dev.curfew.app.cli.connect.ConnectKindCommand;
import dev.curfew.app.cli.connect.SourcesCommand;
import dev.curfew.app.cli.connection.ConnectionCheckCommand;
import dev.curfew.app.cli.connection.ConnectionCommand;
import dev.curfew.app.cli.connection.ConnectionCredentialCommand;
import dev.curfew.app.cli.connection.ConnectionEnvironmentCommand;
import dev.curfew.app.cli.connection.ConnectionListCommand;
import dev.curfew.app.cli.connection.ConnectionLoginCommand;
import dev.curfew.app.cli.connection.ConnectionRemoveCommand;
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
import dev.curfew.app.cli.issue.WindowsCommand;
import dev.curfew.app.cli.kill.ContainCommand;
import dev.curfew.app.cli.kill.KillCommand;
import dev.curfew.app.cli.kill.LeakedCommand;
import dev.curfew.app.cli.kill.OffboardCommand;
import dev.curfew.app.cli.kill.RatifyCommand;
import dev.curfew.app.cli.narrow.NarrowCommand;
import dev.curfew.app.cli.narrow.NarrowListCommand;
import dev.curfew.app.cli.narrow.NarrowRollbackCommand;
import dev.curfew.app.cli.owner.FrictionCommand;
import dev.curfew.app.cli.owner.OwnersCommand;
import dev.curfew.app.cli.playbook.PlaybookCheckCommand;
import dev.curfew.app.cli.playbook.PlaybookCommand;
import dev.curfew.app.cli.playbook.PlaybookListCommand;
import dev.curfew.app.cli.playbook.PlaybookReviewCommand;
import dev.curfew.app.cli.playbook.PlaybookRunsCommand;
import dev.curfew.app.cli.playbook.PlaybookShowCommand;
import dev.curfew.app.cli.playbook.PlaybookSignCommand;
import dev.curfew.app.cli.playbook.PlaybookTellCommand;
import dev.curfew.app.cli.playbook.PlaybookWithdrawCommand;
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
import dev.curfew.app.cli.rotate.RotateBackCommand;
import dev.curfew.app.cli.rotate.RotateCommand;
import dev.curfew.app.cli.rotate.RotateCutCommand;
import dev.curfew.app.cli.rotate.RotateFinishCommand;
import dev.curfew.app.cli.rotate.RotateListCommand;
import dev.curfew.app.cli.rotate.RotateLookCommand;
import dev.curfew.app.cli.rotate.RotateStartCommand;
import dev.curfew.app.cli.run.EmergencyCommand;
import dev.curfew.app.cli.run.OfflineCommand;
import dev.curfew.app.cli.run.RunCommand;
import dev.curfew.app.cli.run.UnwrapCommand;
import dev.curfew.app.cli.see.ExpiringCommand;
import dev.curfew.app.cli.see.IdentitiesCommand;
import dev.curfew.app.cli.see.ReachCommand;
import dev.curfew.app.cli.see.ShowCommand;
import dev.curfew.app.cli.serve.ServeCommand;
import dev.curfew.app.cli.timebox.TimeBoxCommand;
import dev.curfew.app.cli.timebox.TimeBoxListCommand;
import dev.curfew.app.cli.timebox.TimeBoxRollbackCommand;
import dev.curfew.app.cli.timeline.TimelineCommand;
import dev.curfew.app.cli.velocity.VelocityCommand;
import dev.curfew.app.cli.watch.WatchCommand;
import dev.curfew.app.cli.workspace.ExportCommand;
import dev.curfew.app.cli.workspace.InitCommand;
import dev.curfew.app.cli.workspace.OpenCommand;
import dev.curfew.connector.Connectors;
import dev.curfew.model.kind.SourceKind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/// The commands below the first, by name. Each is put together only when it is taken: all of them take longer than what
/// most are asked to do.
final class Subcommands {
    /// How the options begin that are answered by the first command itself, for which it has to know all others.
    private static final List<String> ANSWERED_ABOVE = List.of("-h", "--h", "-V", "--v");

    /// A file of arguments, which may hold a command's name.
    private static final String ARGUMENTS_FILE = "@";

    private final Map<String, Supplier<Object>> all = new LinkedHashMap<>();

    private Subcommands() {}

    static Subcommands of(Invocation invocation) {
        Subcommands commands = new Subcommands();
        commands.reading(invocation);
        commands.seeing(invocation);
        DecidingCommands.addTo(commands.all, invocation);
        commands.acting(invocation);
        return commands;
    }

    /// In the order in which help lists them.
    Map<String, Supplier<Object>> all() {
        return Collections.unmodifiableMap(all);
    }

    /// Those whose names are among the arguments, whatever they stand for there; none where all of them are needed.
    Map<String, Supplier<Object>> named(String... arguments) {
        Map<String, Supplier<Object>> named = new LinkedHashMap<>();
        for (String argument : arguments) {
            boolean above = named.isEmpty() && ANSWERED_ABOVE.stream().anyMatch(argument::startsWith);
            if (above || argument.startsWith(ARGUMENTS_FILE)) {
                return Map.of();
            }
            Supplier<Object> command = all.get(argument);
            if (command != null) {
                named.put(argument, command);
            }
        }
        return named;
    }

    private void reading(Invocation invocation) {
        all.put("init", () -> new InitCommand(invocation));
        all.put("sample", () -> new SampleCommand(invocation));
        all.put("connect", () -> connect(invocation));
        all.put(
                "connection",
                () -> new CommandLine(new ConnectionCommand())
                        .addSubcommand(new ConnectionListCommand(invocation))
                        .addSubcommand(new ConnectionCheckCommand(invocation))
                        .addSubcommand(new ConnectionCredentialCommand(invocation))
                        .addSubcommand(new ConnectionLoginCommand(invocation))
                        .addSubcommand(new ConnectionEnvironmentCommand(invocation))
                        .addSubcommand(new ConnectionRemoveCommand(invocation)));
        all.put("sources", () -> new SourcesCommand(invocation));
        all.put("sync", () -> new SyncCommand(invocation));
        all.put("import", () -> imports(invocation));
    }

    private void seeing(Invocation invocation) {
        all.put("identities", () -> new IdentitiesCommand(invocation));
        all.put("show", () -> new ShowCommand(invocation));
        all.put("timeline", () -> new TimelineCommand(invocation));
        all.put("reach", () -> new ReachCommand(invocation));
        all.put("who-reaches", () -> new WhoReachesCommand(invocation));
        all.put("paths", () -> new PathsCommand(invocation));
        all.put("choke-points", () -> new ChokePointsCommand(invocation));
        all.put("rank", () -> new RankCommand(invocation));
        all.put("what-if", () -> new WhatIfCommand(invocation));
        all.put("graph", () -> new GraphCommand(invocation));
        all.put("expiring", () -> new ExpiringCommand(invocation));
        all.put("velocity", () -> new VelocityCommand(invocation));
        all.put("owners", () -> new OwnersCommand(invocation));
        all.put("friction", () -> new FrictionCommand(invocation));
        all.put("escalations", () -> new EscalationsCommand(invocation));
        all.put("evaluate", () -> EvaluateCommand.of(invocation));
    }

    private void acting(Invocation invocation) {
        all.put("issue", () -> new IssueCommand(invocation));
        all.put(RunCommand.NAME, () -> RunCommand.of(invocation));
        all.put("windows", () -> new WindowsCommand(invocation));
        all.put("end", () -> new EndCommand(invocation));
        all.put("watch", () -> new WatchCommand(invocation));
        all.put("serve", () -> new ServeCommand(invocation));
        all.put(
                "break-glass",
                () -> new CommandLine(new BreakGlassCommand())
                        .addSubcommand(new RegisterCommand(invocation))
                        .addSubcommand(EmergencyCommand.of(invocation))
                        .addSubcommand(OfflineCommand.of(invocation))
                        .addSubcommand(UnwrapCommand.of(invocation))
                        .addSubcommand(new StatusCommand(invocation))
                        .addSubcommand(new UsesCommand(invocation))
                        .addSubcommand(new UseReviewCommand(invocation)));
        all.put(
                "drill",
                () -> new CommandLine(new DrillCommand(invocation)).addSubcommand(new DrillListCommand(invocation)));
        all.put(
                "playbook",
                () -> new CommandLine(new PlaybookCommand())
                        .addSubcommand(new PlaybookCheckCommand(invocation))
                        .addSubcommand(new PlaybookSignCommand(invocation))
                        .addSubcommand(new PlaybookListCommand(invocation))
                        .addSubcommand(new PlaybookShowCommand(invocation))
                        .addSubcommand(new PlaybookRunsCommand(invocation))
                        .addSubcommand(new PlaybookReviewCommand(invocation))
                        .addSubcommand(new PlaybookWithdrawCommand(invocation))
                        .addSubcommand(new PlaybookTellCommand(invocation)));
        all.put("leaked", () -> new LeakedCommand(invocation));
        all.put("kill", () -> new KillCommand(invocation));
        all.put("contain", () -> new ContainCommand(invocation));
        all.put("ratify", () -> new RatifyCommand(invocation));
        all.put("offboard", () -> new OffboardCommand(invocation));
        all.put(
                "revoke",
                () -> new CommandLine(new RevokeCommand())
                        .addSubcommand(new RevokePlanCommand(invocation))
                        .addSubcommand(new RevokeApproveCommand(invocation))
                        .addSubcommand(new RevokeDenyCommand(invocation))
                        .addSubcommand(new RevokeRunCommand(invocation))
                        .addSubcommand(new RevokeVerifyCommand(invocation))
                        .addSubcommand(new RevokeUndoCommand(invocation))
                        .addSubcommand(new RevokeListCommand(invocation)));
        all.put(
                "rotate",
                () -> new CommandLine(new RotateCommand())
                        .addSubcommand(new RotateStartCommand(invocation))
                        .addSubcommand(new RotateLookCommand(invocation))
                        .addSubcommand(new RotateCutCommand(invocation))
                        .addSubcommand(new RotateBackCommand(invocation))
                        .addSubcommand(new RotateFinishCommand(invocation))
                        .addSubcommand(new RotateListCommand(invocation)));
        all.put(
                "narrow",
                () -> new CommandLine(new NarrowCommand(invocation))
                        .addSubcommand(new NarrowRollbackCommand(invocation))
                        .addSubcommand(new NarrowListCommand(invocation)));
        all.put(
                "timebox",
                () -> new CommandLine(new TimeBoxCommand(invocation))
                        .addSubcommand(new TimeBoxRollbackCommand(invocation))
                        .addSubcommand(new TimeBoxListCommand(invocation)));
        all.put(
                "ledger",
                () -> new CommandLine(new LedgerCommand())
                        .addSubcommand(new LedgerListCommand(invocation))
                        .addSubcommand(new LedgerVerifyCommand(invocation))
                        .addSubcommand(new LedgerExportCommand(invocation))
                        .addSubcommand(new LedgerWitnessCommand(invocation))
                        .addSubcommand(new LedgerTrustCommand(invocation)));
        all.put("export", () -> new ExportCommand(invocation));
        all.put("open", () -> new OpenCommand(invocation));
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
}
