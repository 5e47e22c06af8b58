package dev.curfew.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// Failures around another program: said as ever, but ending with a code that the program's own are not taken for.
final class AroundCommand implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private final Failures failures;

    AroundCommand(Failures failures) {
        this.failures = failures;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        failures.handleExecutionException(failure, command, parsed);
        return ExitCode.RUN_FAILED;
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        failures.handleParseException(failure, arguments);
        return ExitCode.RUN_FAILED;
    }
}
