package dev.curfew.app.cli.evaluate;

import dev.curfew.analysis.batch.CaseEvaluators;
import dev.curfew.app.cli.Invocation;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// Decides access from policies alone; each provider is a command below.
@Command(name = "evaluate")
public final class EvaluateCommand {

    /// The command with a command below it for every provider that has an evaluator.
    public static CommandLine of(Invocation invocation) {
        CommandLine evaluate = new CommandLine(new EvaluateCommand());
        CaseEvaluators.all(invocation.clock())
                .forEach((name, evaluator) ->
                        evaluate.addSubcommand(name, new EvaluateCasesCommand(invocation, evaluator)));
        return evaluate;
    }
}
