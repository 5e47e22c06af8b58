package dev.curfew.app.cli.evaluate;

import dev.curfew.analysis.batch.AwsCases;
import dev.curfew.analysis.batch.KubernetesCases;
import dev.curfew.analysis.batch.VaultCases;
import dev.curfew.app.cli.Invocation;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// Decides access from policies alone; each provider is a command below.
@Command(name = "evaluate")
public final class EvaluateCommand {

    /// The command with a command below it for every provider that has an evaluator.
    public static CommandLine of(Invocation invocation) {
        return new CommandLine(new EvaluateCommand())
                .addSubcommand("aws", new EvaluateCasesCommand(invocation, new AwsCases()))
                .addSubcommand("vault", new EvaluateCasesCommand(invocation, new VaultCases(invocation.clock())))
                .addSubcommand("kubernetes", new EvaluateCasesCommand(invocation, new KubernetesCases()));
    }
}
