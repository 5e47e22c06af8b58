package dev.curfew.connector.postgres.act;

import dev.curfew.connector.postgres.link.PgException;
import dev.curfew.connector.postgres.link.PgSession;
import java.util.List;

/// Sessions that are open, and their end.
final class OpenSessions {
    /// A backend notices between two rows; one that waits for a disk takes longer.
    private static final int WAIT_MILLIS = 5_000;

    /// A client that connects again while others are ended is ended in the next round.
    private static final int ROUNDS_MAX = 3;

    private static final String TERMINATE = """
            SELECT pg_terminate_backend(pid, %d) FROM pg_stat_activity
             WHERE usesysid = ?::text::oid AND pid <> pg_backend_pid()""".formatted(WAIT_MILLIS);

    private static final String OPEN =
            "SELECT count(*) FROM pg_stat_activity WHERE usesysid = ?::text::oid AND pid <> pg_backend_pid()";

    private final PgSession session;

    OpenSessions(PgSession session) {
        this.session = session;
    }

    /// @param left still open, or open again
    record Ended(int ended, int left) {}

    Ended end(long role) throws PgException, InterruptedException {
        String oid = String.valueOf(role);
        int ended = 0;
        for (int round = 0; round < ROUNDS_MAX; round++) {
            List<Boolean> went = session.rows(TERMINATE, row -> row.getBoolean(1), oid);
            ended += (int) went.stream().filter(Boolean::booleanValue).count();
            if (went.isEmpty()) {
                return new Ended(ended, 0);
            }
        }
        return new Ended(ended, Integer.parseInt(session.one(OPEN, oid)));
    }
}
