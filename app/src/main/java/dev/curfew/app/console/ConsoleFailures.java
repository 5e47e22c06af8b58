package dev.curfew.app.console;

import dev.curfew.app.console.work.Failure;
import dev.curfew.app.usecase.Foreseen;
import dev.curfew.app.usecase.Refused;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.io.UncheckedIOException;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a failure means to a person. Those that were foreseen carry their sentence; of all others the log has the
/// stack.
final class ConsoleFailures implements Function<RuntimeException, Failure> {

    private static final Messages MESSAGES = Messages.of(ConsoleFailures.class);

    private static final Pattern SENTENCES = Pattern.compile("(?<=\\.) (?=\\p{Lu})");
    private static final Pattern COMMAND = Pattern.compile(": (?:curfew |--)");

    @Override
    public Failure apply(RuntimeException failure) {
        return switch (failure) {
            case SourceException source -> new Failure(kind(source), words(source));
            case Refused refused -> new Failure(Failure.Kind.REFUSED, words(refused));
            case UncheckedIOException io -> new Failure(Failure.Kind.REFUSED, MESSAGES.text("failure.file", words(io)));
            default ->
                Foreseen.of(failure)
                        .map(what -> new Failure(kind(what), words(failure)))
                        .orElseGet(() -> new Failure(
                                Failure.Kind.UNEXPECTED,
                                MESSAGES.text(
                                        "failure.unexpected", failure.getClass().getSimpleName())));
        };
    }

    private static Failure.Kind kind(Foreseen what) {
        return switch (what) {
            case SOURCE -> Failure.Kind.UNREACHABLE;
            case REFUSED, FILE -> Failure.Kind.REFUSED;
            case WORKSPACE -> Failure.Kind.WORKSPACE;
        };
    }

    private static Failure.Kind kind(SourceException failure) {
        return switch (failure.kind()) {
            case UNREACHABLE, THROTTLED -> Failure.Kind.UNREACHABLE;
            case REFUSED, MALFORMED -> Failure.Kind.REFUSED;
        };
    }

    /// What to do next is another thing in a window: where that is known, it stands in place of the sentences that
    /// tell a command.
    private static String words(Refused refused) {
        String next = "refused." + refused.rule();
        if (!MESSAGES.has(next)) {
            return refused.getMessage();
        }
        return Stream.concat(
                        SENTENCES
                                .splitAsStream(refused.getMessage())
                                .filter(sentence -> !COMMAND.matcher(sentence).find()),
                        Stream.of(MESSAGES.text(next)))
                .collect(Collectors.joining(" "));
    }

    private static String words(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }
}
