package dev.curfew.snapshot.store.upgrade;

import dev.curfew.model.estate.Fact;
import dev.curfew.snapshot.json.RecordJson;
import dev.curfew.snapshot.store.fact.Ends;
import dev.curfew.snapshot.store.fact.FactBlock;
import dev.curfew.snapshot.store.fact.FactType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/// Moves the facts of schema 1, a row each in JSON, into blocks with the same history. Can be run again after it was
/// cut short, whether before or after the old table went.
public final class FactsIntoBlocks implements JavaMigration {
    private final RecordJson json = new RecordJson();

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("3");
    }

    @Override
    public String getDescription() {
        return "facts into blocks";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        if (hasOldTable(connection)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("delete from fact_ends");
                statement.execute("delete from fact_block");
                move(connection);
                statement.execute("drop table fact");
                statement.execute("drop sequence if exists fact_ids");
            }
        }
    }

    private static boolean hasOldTable(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select 1 from information_schema.tables where lower(table_name) = 'fact'")) {
            return rows.next();
        }
    }

    private void move(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select source, valid_from, valid_to, fact_type, body from fact"
                        + " order by source, valid_from, fact_type, fact_key")) {
            Group group = new Group("", 0);
            while (rows.next()) {
                if (!group.isOf(rows.getString(1), rows.getLong(2))) {
                    group.write(connection);
                    group = new Group(rows.getString(1), rows.getLong(2));
                }
                long validTo = rows.getLong(3);
                if (!rows.wasNull()) {
                    group.ends.put(group.facts.size(), validTo);
                }
                group.facts.add(json.read(
                        rows.getString(5), FactType.ofWord(rows.getString(4)).type()));
            }
            group.write(connection);
        }
    }

    /// The facts of one source that one sync saw first.
    private static final class Group {
        private final String source;
        private final long validFrom;
        private final List<Fact> facts = new ArrayList<>();
        private final SortedMap<Integer, Long> ends = new TreeMap<>();

        Group(String source, long validFrom) {
            this.source = source;
            this.validFrom = validFrom;
        }

        boolean isOf(String otherSource, long otherValidFrom) {
            return source.equals(otherSource) && validFrom == otherValidFrom;
        }

        void write(Connection connection) throws SQLException {
            int from = 0;
            for (FactBlock.Packed packed : FactBlock.pack(facts)) {
                long id = insertBlock(connection, packed);
                Ends ended = Ends.NONE;
                long lastEnd = 0;
                for (var end : ends.subMap(from, from + packed.facts()).entrySet()) {
                    ended = ended.with(List.of(end.getKey() - from), end.getValue());
                    lastEnd = Math.max(lastEnd, end.getValue());
                }
                if (ended.count() > 0) {
                    insertEnds(connection, id, packed.facts() - ended.count(), lastEnd, ended);
                }
                from += packed.facts();
            }
        }

        private long insertBlock(Connection connection, FactBlock.Packed packed) throws SQLException {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into fact_block (source, valid_from, facts, content) values (?, ?, ?, ?)",
                    new String[] {"id"})) {
                insert.setString(1, source);
                insert.setLong(2, validFrom);
                insert.setInt(3, packed.facts());
                insert.setBytes(4, packed.content());
                insert.executeUpdate();
                try (ResultSet key = insert.getGeneratedKeys()) {
                    key.next();
                    return key.getLong(1);
                }
            }
        }

        private static void insertEnds(Connection connection, long id, int openFacts, long lastEnd, Ends ended)
                throws SQLException {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into fact_ends (block_id, open_facts, last_end, ends) values (?, ?, ?, ?)")) {
                insert.setLong(1, id);
                insert.setInt(2, openFacts);
                insert.setLong(3, lastEnd);
                insert.setBytes(4, ended.toBytes());
                insert.executeUpdate();
            }
        }
    }
}
