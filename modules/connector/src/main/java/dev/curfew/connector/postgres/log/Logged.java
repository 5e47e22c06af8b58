package dev.curfew.connector.postgres.log;

import dev.curfew.connector.postgres.log.query.Told;
import dev.curfew.connector.postgres.log.sql.Statement;
import dev.curfew.model.timeline.DeedKind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What an entry is about, by the server's own words in English (`lc_messages`).
///
/// <https://github.com/postgres/postgres/blob/master/src/backend/tcop/postgres.c>
sealed interface Logged {
    /// `statement: …`, `execute S_1/C_2: …`, of slow ones with how long they took. What goes on with a cursor was told
    /// when it was opened.
    Pattern STATEMENT = Pattern.compile(
            "(?:duration: [\\d.]+ ms {2})?(?:statement|execute (?!fetch from )[^:]*): (.*)", Pattern.DOTALL);

    Pattern DURATION = Pattern.compile("duration: [\\d.]+ ms");

    Pattern REPLICATION = Pattern.compile("received replication command: ([A-Z_]+).*", Pattern.DOTALL);

    /// What was prepared, where `EXECUTE` names it alone.
    String PREPARED = "prepare: ";

    /// "Invalid authorization specification", with all its subclasses.
    String NOT_LET_IN = "28";

    /// @param text goes no further than to tell whether an error is about it
    record Sent(String text, List<Statement> statements) implements Logged {}

    record LetIn() implements Logged {}

    record TurnedAway() implements Logged {}

    /// @param text as above; empty where it is not said
    record Failed(String text) implements Logged {}

    record Left() implements Logged {}

    /// The statement before is done: how long it took.
    record Done() implements Logged {}

    record Other() implements Logged {}

    static Logged of(LogLine line) {
        return switch (line.severity()) {
            case "LOG" -> log(line);
            case "ERROR" -> new Failed(line.statement());
            // those that end a session say what it was at, if it was at anything
            case "FATAL", "PANIC" ->
                line.state().startsWith(NOT_LET_IN)
                        ? new TurnedAway()
                        : line.statement().isEmpty() ? new Other() : new Failed(line.statement());
            default -> new Other();
        };
    }

    private static Logged log(LogLine line) {
        String message = line.message();
        Matcher statement = STATEMENT.matcher(message);
        if (statement.matches()) {
            String text = statement.group(1);
            boolean isPrepared = line.detail().startsWith(PREPARED);
            return new Sent(
                    text,
                    isPrepared ? Statement.ofPrepared(line.detail().substring(PREPARED.length())) : Statement.of(text));
        }
        Matcher replication = REPLICATION.matcher(message);
        if (replication.matches()) {
            boolean isCopy = replication.group(1).equals("BASE_BACKUP");
            Told told = new Told(isCopy ? DeedKind.READ_SECRET : DeedKind.READ, replication.group(1), "");
            return new Sent("", List.of(new Statement(List.of(told), Optional.empty())));
        }
        if (message.startsWith("connection authorized: ")
                || message.startsWith("replication connection authorized: ")) {
            return new LetIn();
        }
        if (message.startsWith("disconnection: ")) {
            return new Left();
        }
        return DURATION.matcher(message).matches() ? new Done() : new Other();
    }
}
