package dev.curfew.snapshot.store;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.snapshot.store.row.Tables;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {
    private final JdbcDataSource source = new JdbcDataSource();

    @BeforeEach
    void migrated() {
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Schema.migrate(source);
    }

    @Test
    void whatTheMigrationsMakeIsWhatIsReadAndWritten() {
        assertThatCode(() -> Tables.validate(source)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table stored_record",
                "alter table sync drop column removed",
                "alter table fact_block alter column facts varchar(20)"
            })
    void tablesThatAreOtherwiseAreFound(String change) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(change);
        }

        assertThatThrownBy(() -> Tables.validate(source)).isInstanceOf(PersistenceException.class);
    }
}
