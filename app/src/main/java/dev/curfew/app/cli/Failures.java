package dev.curfew.app.cli;

import dev.curfew.app.cli.output.FailureJson;
import dev.curfew.app.cli.output.OutputFormat;
import dev.curfew.app.cli.terminal.Terminal;
import dev.curfew.app.usecase.Foreseen;
import dev.curfew.app.usecase.Frames;
import dev.curfew.model.text.Messages;
import java.nio.channels.ClosedByInterruptException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
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
            case Stopped stopped -> stopped(words(stopped), command);
            case InterruptedException _ -> interrupted(command);
            case Exception e when closedOnTheWay(e) -> interrupted(command);
            default ->
                Foreseen.of(failure)
                        .map(what -> foreseen(failure, command, exitCode(command, what)))
                        .orElseGet(() -> unexpected(failure, command));
        };
    }

    private int interrupted(CommandLine command) {
        return stopped(MESSAGES.text("interrupted"), command);
    }

    private int stopped(String sentence, CommandLine command) {
        return say(sentence, end(command, ExitCode.REFUSED));
    }

    /// Around another program it is a code that the program's own are not taken for.
    private static int end(CommandLine command, int usual) {
        int own = command.getCommandSpec().exitCodeOnExecutionException();
        return own == CommandLine.ExitCode.SOFTWARE ? usual : own;
    }

    /// Files that were at work close with an exception of their own.
    private static boolean closedOnTheWay(Throwable failure) {
        return failure instanceof ClosedByInterruptException
                || (failure.getCause() != null && closedOnTheWay(failure.getCause()));
    }

    private static int exitCode(CommandLine command, Foreseen what) {
        return switch (what) {
            case FILE -> ExitCode.USAGE;
            case SOURCE -> end(command, ExitCode.SOURCE);
            case REFUSED, WORKSPACE -> end(command, ExitCode.REFUSED);
        };
    }

    /// For what no command can handle: no memory, a class that is missing, a check of our own that failed.
    int broken(Error fault) {
        log().error("a fault: {}", Frames.of(fault));
        return unexpectedly(fault, ExitCode.REFUSED);
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
        return unexpectedly(failure, end(command, ExitCode.REFUSED));
    }

    private int unexpectedly(Throwable failure, int exitCode) {
        return say(
                MESSAGES.text(
                        "unexpected",
                        failure.getClass().getSimpleName(),
                        invocation.place().directory().resolve("logs")),
                exitCode);
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        String suggestion = suggestion(failure);
        String name = command.getCommandSpec().qualifiedName();
        String sentence = MESSAGES.text("usage", sentence(words(failure)), suggestion, name);
        return say(sentence, ExitCode.USAGE, isForScripts() || isForScripts(arguments));
    }

    private boolean isForScripts() {
        return invocation.options().format() == OutputFormat.json;
    }

    /// Of what was not read to its end.
    private static boolean isForScripts(String... arguments) {
        List<String> options = Stream.of(arguments)
                .takeWhile(it -> !it.equals("--"))
                .map(it -> it.toLowerCase(Locale.ROOT))
                .toList();
        return String.join(" ", options).replace('=', ' ').contains("--format json");
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
        return say(sentence, exitCode, isForScripts());
    }

    private int say(String sentence, int exitCode, boolean forScripts) {
        String words = sentence.strip();
        terminal.err().println(forScripts ? FailureJson.of(words, exitCode) : MESSAGES.text("failure", words));
        return exitCode;
    }

    /// Asked for only when something failed: what does without a workspace starts no logging.
    private static Logger log() {
        return LoggerFactory.getLogger(Failures.class);
    }
}
