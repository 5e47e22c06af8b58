package dev.curfew.snapshot.store.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.estate.Fact;
import dev.curfew.snapshot.json.RecordJson;
import dev.curfew.snapshot.store.fact.FactType;
import dev.curfew.snapshot.store.fact.Shared;
import dev.curfew.snapshot.store.fact.StoredBlock;
import dev.curfew.snapshot.testing.Facts;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A store of schema 1, brought to the newest.
class FactsIntoBlocksTest {
    private final String url = "jdbc:h2:mem:" + UUID.randomUUID();
    private final RecordJson json = new RecordJson();
    private Connection connection;
    private long ids;

    @BeforeEach
    void oldStore() throws SQLException {
        connection = DriverManager.getConnection(url);
        migrate("1");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void everyFactKeepsItsHistory() throws SQLException {
        for (Fact fact : Facts.ofEveryKind()) {
            insert(fact, 1, null);
        }
        insert(Facts.identity("gone"), 1, 3L);
        insert(Facts.identity("changed", "1"), 1, 2L);
        insert(Facts.identity("changed", "2"), 2, 4L);
        insert(Facts.identity("changed", "3"), 4, null);

        migrate("latest");

        assertThat(at(0)).isEmpty();
        assertThat(at(1)).isEqualTo(everyKindAnd(Facts.identity("gone"), Facts.identity("changed", "1")));
        assertThat(at(2)).isEqualTo(everyKindAnd(Facts.identity("gone"), Facts.identity("changed", "2")));
        assertThat(at(3)).isEqualTo(everyKindAnd(Facts.identity("changed", "2")));
        assertThat(at(4)).isEqualTo(everyKindAnd(Facts.identity("changed", "3")));
        assertThat(count("select count(*) from information_schema.tables where table_name = 'FACT'"))
                .isZero();
    }

    @Test
    void aBlockIsOpenAsLongAsOneOfItsFactsIs() throws SQLException {
        insert(Facts.identity("a"), 1, 2L);
        insert(Facts.identity("b"), 1, 5L);
        insert(Facts.identity("c"), 2, 3L);
        insert(Facts.identity("d"), 2, null);

        migrate("latest");

        assertThat(count("select open_facts from fact_ends e join fact_block b on b.id = e.block_id"
                        + " where valid_from = 1"))
                .isZero();
        assertThat(count("select last_end from fact_ends e join fact_block b on b.id = e.block_id"
                        + " where valid_from = 1"))
                .isEqualTo(5);
        assertThat(count("select open_facts from fact_ends e join fact_block b on b.id = e.block_id"
                        + " where valid_from = 2"))
                .isEqualTo(1);
    }

    @Test
    void aMoveThatWasCutShortIsMadeAgain() throws SQLException {
        insert(Facts.identity("a"), 1, null);
        migrate("2");
        try (Statement statement = connection.createStatement()) {
            statement.execute("insert into fact_block (source, valid_from, facts, content) values ('x', 1, 1, X'00')");
        }

        migrate("latest");

        assertThat(at(1)).containsExactly(Facts.identity("a"));
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(url, "", "")
                .locations("classpath:dev/curfew/snapshot/store/migration")
                .javaMigrations(new FactsIntoBlocks())
                .target(target)
                .loggers("slf4j")
                .load()
                .migrate();
    }

    private static Set<Fact> everyKindAnd(Fact... more) {
        List<Fact> all = new ArrayList<>(Facts.ofEveryKind());
        all.addAll(List.of(more));
        return Set.copyOf(all);
    }

    private void insert(Fact fact, long validFrom, @Nullable Long validTo) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into fact values (?,?,?,?,?,?,?,?,?)")) {
            insert.setLong(1, ++ids);
            insert.setString(2, fact.source().value());
            insert.setString(3, FactType.of(fact).word());
            insert.setString(4, fact.key());
            insert.setString(5, fact.provenance().scope());
            insert.setBytes(6, new byte[32]);
            insert.setString(7, json.write(fact));
            insert.setLong(8, validFrom);
            insert.setObject(9, validTo);
            insert.executeUpdate();
        }
    }

    private Set<Fact> at(long number) throws SQLException {
        TreeMap<Long, StoredBlock> blocks = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id, facts, content, ends from fact_block"
                        + " left join fact_ends on id = block_id where valid_from <= " + number)) {
            while (rows.next()) {
                blocks.put(
                        rows.getLong(1),
                        new StoredBlock(rows.getLong(1), rows.getInt(2), rows.getBytes(3), rows.getBytes(4)));
            }
        }
        return blocks.values().stream()
                .flatMap(block -> block.openAt(number, new Shared()).stream())
                .map(StoredBlock.Placed::fact)
                .collect(Collectors.toSet());
    }

    private long count(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
