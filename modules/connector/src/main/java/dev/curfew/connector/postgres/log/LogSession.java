package dev.curfew.connector.postgres.log;

import dev.curfew.connector.postgres.log.sql.Acting;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A session, as the log follows it.
final class LogSession {
    /// As many numbers are kept in mind; what is missing stands nearby, written in the same moment.
    private static final int MISSED_MAX = 64;

    /// Numbers below [#number] that did not come yet.
    private final NavigableSet<Long> missed = new TreeSet<>();

    private final String user;
    private As as = As.ITSELF;
    private long number;
    private @Nullable Pending pending;

    /// @param role by `SET ROLE`; empty: none
    /// @param wholly by `SET SESSION AUTHORIZATION`; empty: who logged in
    /// @param local whether the role ends with the transaction
    private record As(String role, String wholly, boolean local) {
        static final As ITSELF = new As("", "", false);
    }

    LogSession(String user) {
        this.user = user;
    }

    /// Who logged in.
    String user() {
        return user;
    }

    /// Whose rights it has; empty: those of who logged in.
    String acting() {
        String acting = as.role().isEmpty() ? as.wholly() : as.role();
        return acting.equals(user) ? "" : acting;
    }

    /// Whether an entry is another than those before; both forms of the log may hold it, and either lack it.
    boolean isNew(LogLine line) {
        if (line.number() <= 0) {
            return true;
        }
        if (line.number() <= number) {
            return missed.remove(line.number());
        }
        for (long each = Math.max(number + 1, line.number() - MISSED_MAX); number > 0 && each < line.number(); each++) {
            missed.add(each);
        }
        while (missed.size() > MISSED_MAX) {
            missed.pollFirst();
        }
        number = line.number();
        return true;
    }

    Optional<Pending> pending() {
        return Optional.ofNullable(pending);
    }

    /// @param text of what was sent
    Pending begin(String text) {
        As before = as;
        Pending begun = new Pending(text, () -> as = before);
        pending = begun;
        return begun;
    }

    void end(boolean failed) {
        if (pending != null) {
            pending.end(failed);
            pending = null;
        }
    }

    void go(Acting acting) {
        as = switch (acting) {
            case Acting.As to ->
                to.wholly() ? new As("", to.name(), to.local()) : new As(to.name(), as.wholly(), to.local());
            case Acting.Back back -> back.wholly() ? As.ITSELF : new As("", as.wholly(), false);
            case Acting.Ended _ -> as.local() ? new As("", as.wholly(), false) : as;
        };
    }
}
