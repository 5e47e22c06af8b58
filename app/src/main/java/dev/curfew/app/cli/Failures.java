package dev.curfew.app.cli;

import dev.curfew.app.cli.terminal.Terminal;
import dev.curfew.app.usecase.Foreseen;
import dev.curfew.app.usecase.Frames;
import dev.curfew.model.text.Messages;
import java.nio.channels.ClosedByInterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// Turns failures into one sentence on standard error and an exit code. The stack goes to the log.
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private static final Messages MESSAGES = Messages.of(Failures.class);

    private final Terminal terminal;
    private final Invocation invocation;

    Failures(Terminal terminal, Invocation invocation) {
        this.terminal = terminal;
        this.invocation = invocation;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        return switch (failure) {
            case UsageProblem _ -> foreseen(failure, command, ExitCode.USAGE);
            case InterruptedException _ -> say(MESSAGES.text("interrupted"), ExitCode.REFUSED);
            case Exception e when closedOnTheWay(e) -> say(MESSAGES.text("interrupted"), ExitCode.REFUSED);
            default ->
                Foreseen.of(failure)
                        .map(what -> foreseen(failure, command, exitCode(what)))
                        .orElseGet(() -> unexpected(failure, command));
        };
    }

    /// Files that were at work close with an exception of their own.
    private static boolean closedOnTheWay(Throwable failure) {
        return failure instanceof ClosedByInterruptException
                || (failure.getCause() != null && closedOnTheWay(failure.getCause()));
    }

    private static int exitCode(Foreseen what) {
        return switch (what) {
            case SOURCE -> ExitCode.SOURCE;
            case REFUSED, WORKSPACE -> ExitCode.REFUSED;
        };
    }

    /// For what no command can handle: no memory, a class that is missing, a check of our own that failed.
    int broken(Error fault) {
        log().error("a fault: {}", Frames.of(fault));
        return unexpectedly(fault);
    }

    /// What was done stays done; that it was told is not so.
    int unwritten(String reason) {
        return say(MESSAGES.text("unwritten", reason), ExitCode.REFUSED);
    }

    /// Its message was written for a person, and the log may have it too.
    private int foreseen(Exception failure, CommandLine command, int exitCode) {
        log().info("{} failed", command.getCommandSpec().qualifiedName(), failure);
        return say(words(failure), exitCode);
    }

    private static String words(Exception failure) {
        return String.valueOf(failure.getMessage());
    }

    /// Nobody knows what its message quotes.
    private int unexpected(Exception failure, CommandLine command) {
        log().error("unexpected failure of {}: {}", command.getCommandSpec().qualifiedName(), Frames.of(failure));
        return unexpectedly(failure);
    }

    private int unexpectedly(Throwable failure) {
        return say(
                MESSAGES.text(
                        "unexpected",
                        failure.getClass().getSimpleName(),
                        invocation.place().directory().resolve("logs")),
                ExitCode.REFUSED);
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        String suggestion = suggestion(failure);
        String name = command.getCommandSpec().qualifiedName();
        return say(MESSAGES.text("usage", sentence(words(failure)), suggestion, name), ExitCode.USAGE);
    }

    private static String sentence(String words) {
        return words.endsWith(".") ? words : words + ".";
    }

    private static String suggestion(ParameterException failure) {
        return failure instanceof UnmatchedArgumentException unmatched
                        && !unmatched.getSuggestions().isEmpty()
                ? MESSAGES.text("suggestion", unmatched.getSuggestions().getFirst())
                : "";
    }

    private int say(String sentence, int exitCode) {
        terminal.err().println(MESSAGES.text("failure", sentence.strip()));
        return exitCode;
    }

    /// Asked for only when something failed: what does without a workspace starts no logging.
    private static Logger log() {
        return LoggerFactory.getLogger(Failures.class);
    }
}
