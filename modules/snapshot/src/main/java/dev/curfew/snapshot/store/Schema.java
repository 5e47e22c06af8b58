package dev.curfew.snapshot.store;

import dev.curfew.snapshot.store.upgrade.FactsIntoBlocks;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// The tables, by Flyway. Flyway is started only when there is something to do: it takes longer than all else at
/// opening.
final class Schema {
    /// The newest migration's number.
    static final int VERSION = 4;

    private static final String MIGRATIONS = "classpath:dev/curfew/snapshot/store/migration";

    private Schema() {}

    static void migrate(DataSource source) {
        Flyway.configure(Schema.class.getClassLoader())
                .dataSource(source)
                .locations(MIGRATIONS)
                .javaMigrations(new FactsIntoBlocks())
                .loggers("slf4j")
                .cleanDisabled(true)
                .load()
                .migrate();
    }

    /// Each step can be gone again, should the process end in one.
    static void upgrade(H2File file) throws SQLException {
        try (Connection held = file.writing().getConnection()) {
            H2File.appendOnly(held);
            migrate(file.writing());
            WorkspaceTable.setSchemaVersion(held, VERSION);
        }
    }
}
