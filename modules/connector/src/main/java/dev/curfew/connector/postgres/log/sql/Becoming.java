package dev.curfew.connector.postgres.log.sql;

import dev.curfew.connector.postgres.log.query.Told;
import dev.curfew.connector.postgres.log.word.Words;
import dev.curfew.model.timeline.DeedKind;
import java.util.List;
import java.util.Optional;

/// Statements by which a session becomes another role, or goes back.
final class Becoming {

    private Becoming() {}

    static Optional<Acting> of(Words words) {
        if (words.takeAny("commit", "rollback", "end", "abort")) {
            return words.isNext("to") || words.isNext("prepared") ? Optional.empty() : Optional.of(new Acting.Ended());
        }
        if (words.take("discard", "all")) {
            return Optional.of(new Acting.Back(true));
        }
        if (words.take("reset")) {
            return back(words);
        }
        return words.take("set") ? set(words) : Optional.empty();
    }

    /// `RESET ALL` leaves both as they are.
    private static Optional<Acting> back(Words words) {
        if (words.take("role")) {
            return Optional.of(new Acting.Back(false));
        }
        boolean isSession = words.take("session", "authorization") || words.take("session_authorization");
        return isSession ? Optional.of(new Acting.Back(true)) : Optional.empty();
    }

    private static Optional<Acting> set(Words words) {
        boolean isLocal = words.take("local");
        boolean isSession = words.take("session_authorization")
                || words.take("session", "authorization")
                || words.take("session", "session", "authorization");
        if (isSession) {
            assignment(words);
            return Optional.of(
                    words.take("default") ? new Acting.Back(true) : new Acting.As(words.roleNamed(), true, isLocal));
        }
        words.take("session");
        if (!words.take("role")) {
            return Optional.empty();
        }
        assignment(words);
        return Optional.of(
                words.takeAny("none", "default")
                        ? new Acting.Back(false)
                        : new Acting.As(words.roleNamed(), false, isLocal));
    }

    private static void assignment(Words words) {
        if (!words.take("to")) {
            words.takeSign('=');
        }
    }

    /// Going back is nothing that anybody has to know of.
    static List<Told> told(Acting acting) {
        return switch (acting) {
            case Acting.As as ->
                List.of(Told.of(
                        DeedKind.BECAME, (as.wholly() ? "SET SESSION AUTHORIZATION " : "SET ROLE ") + as.name()));
            case Acting.Back _, Acting.Ended _ -> List.of();
        };
    }
}
