package dev.curfew.snapshot.store;

import dev.curfew.snapshot.store.row.FactRow;
import java.sql.PreparedStatement;
import java.util.List;
import org.hibernate.StatelessSession;

/// Writes rows of `fact` in batches.
final class FactWriter {
    /// Rows sent at a time: more gains nothing and holds more memory.
    private static final int BATCH_ROWS = 1000;

    private final StatelessSession session;

    FactWriter(StatelessSession session) {
        this.session = session;
    }

    void insert(List<FactRow> rows) {
        for (int from = 0; from < rows.size(); from += BATCH_ROWS) {
            session.insertMultiple(rows.subList(from, Math.min(from + BATCH_ROWS, rows.size())));
        }
    }

    /// Ends rows with the given sync. Plain JDBC: an entity would have to be loaded, body and all, to change one
    /// column.
    void end(List<Long> ids, long validTo) {
        session.doWork(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("update fact set valid_to = ? where id = ? and valid_to is null")) {
                for (int i = 0; i < ids.size(); i++) {
                    update.setLong(1, validTo);
                    update.setLong(2, ids.get(i));
                    update.addBatch();
                    if ((i + 1) % BATCH_ROWS == 0 || i + 1 == ids.size()) {
                        update.executeBatch();
                    }
                }
            }
        });
    }
}
