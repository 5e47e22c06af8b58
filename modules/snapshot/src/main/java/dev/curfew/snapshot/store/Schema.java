package dev.curfew.snapshot.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// The tables, by Flyway. Flyway is started only when there is something to do: it takes longer than all else at
/// opening.
final class Schema {
    /// The newest migration's number.
    static final int VERSION = 1;

    private static final String MIGRATIONS = "classpath:dev/curfew/snapshot/store/migration";

    private Schema() {}

    static void migrate(DataSource source) {
        Flyway.configure(Schema.class.getClassLoader())
                .dataSource(source)
                .locations(MIGRATIONS)
                .loggers("slf4j")
                .cleanDisabled(true)
                .load()
                .migrate();
    }

    static void upgrade(H2File file) throws SQLException {
        migrate(file.writing());
        try (Connection connection = file.writing().getConnection()) {
            WorkspaceTable.setSchemaVersion(connection, VERSION);
        }
    }
}
