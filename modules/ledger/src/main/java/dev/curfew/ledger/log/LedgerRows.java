package dev.curfew.ledger.log;

import dev.curfew.ledger.merkle.Frontier;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.Checkpoint;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.text.Messages;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/// The ledger's two tables, in SQL that H2 and PostgreSQL share. Reads what is there, good or bad; judging is
/// `verify`'s.
public final class LedgerRows {
    private static final List<String> SCHEMA = List.of(
            """
            create table if not exists ledger_entry (
                idx bigint primary key,
                type varchar(100) not null,
                subject_hash varchar(64) not null,
                canonical text not null,
                leaf_hash varchar(64) not null)
            """, "create index if not exists ledger_entry_subject on ledger_entry (subject_hash, type, idx)", """
            create table if not exists ledger_checkpoint (
                size bigint primary key,
                origin varchar(200) not null,
                root_hash varchar(64) not null,
                frontier varchar(4096) not null,
                note text not null,
                at varchar(40) not null)
            """);

    private static final Messages WORDS = Messages.of(LedgerRows.class);

    private static final String CHECKPOINT_COLUMNS =
            "select size, origin, root_hash, frontier, note, at from ledger_checkpoint";

    /// Rows that one statement asks for by their numbers.
    private static final int AT_ONCE_MAX = 500;

    private final Connection jdbc;

    /// One entry as it stands in the table.
    public record EntryRow(long index, String type, String subjectHash, String canonical, String leafHash) {
        /// @throws LedgerException if the text is not an event's
        AuditEvent event() {
            try {
                return EventText.parse(canonical);
            } catch (IllegalArgumentException e) {
                throw new LedgerException(WORDS.text("entry-unreadable", String.valueOf(index)), e);
            }
        }
    }

    /// One checkpoint as it stands in the table, with the frontier the next entry is appended to (hexadecimal).
    public record CheckpointRow(Checkpoint checkpoint, String frontier) {}

    public LedgerRows(Connection jdbc) {
        this.jdbc = jdbc;
    }

    void createSchema() {
        try (Statement statement = jdbc.createStatement()) {
            for (String sql : SCHEMA) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new LedgerException("the ledger's tables could not be made", e);
        }
    }

    void insert(EntryRow row) {
        String sql = "insert into ledger_entry (idx, type, subject_hash, canonical, leaf_hash) values (?, ?, ?, ?, ?)";
        try (PreparedStatement insert = jdbc.prepareStatement(sql)) {
            insert.setLong(1, row.index());
            insert.setString(2, row.type());
            insert.setString(3, row.subjectHash());
            insert.setString(4, row.canonical());
            insert.setString(5, row.leafHash());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new LedgerException("entry " + row.index() + " could not be written", e);
        }
    }

    void insert(CheckpointRow row) {
        String sql =
                "insert into ledger_checkpoint (size, origin, root_hash, frontier, note, at) values (?, ?, ?, ?, ?, ?)";
        Checkpoint checkpoint = row.checkpoint();
        try (PreparedStatement insert = jdbc.prepareStatement(sql)) {
            insert.setLong(1, checkpoint.size());
            insert.setString(2, checkpoint.origin());
            insert.setString(3, checkpoint.rootHash());
            insert.setString(4, row.frontier());
            insert.setString(5, checkpoint.note());
            insert.setString(6, checkpoint.at().toString());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new LedgerException("checkpoint " + checkpoint.size() + " could not be written", e);
        }
    }

    /// In the order of their index, gaps left as they are.
    public List<EntryRow> entries(long from, int limit) {
        String sql =
                "select idx, type, subject_hash, canonical, leaf_hash from ledger_entry where idx >= ? order by idx"
                        + " limit ?";
        try (PreparedStatement select = jdbc.prepareStatement(sql)) {
            select.setLong(1, from);
            select.setInt(2, limit);
            return readEntries(select);
        } catch (SQLException e) {
            throw new LedgerException("the ledger's entries could not be read", e);
        }
    }

    Optional<EntryRow> newest(String type, String subjectHash) {
        return about(type, subjectHash, " order by idx desc limit 1").stream().findFirst();
    }

    /// Oldest first.
    List<EntryRow> about(String type, String subjectHash) {
        return about(type, subjectHash, " order by idx");
    }

    private List<EntryRow> about(String type, String subjectHash, String order) {
        String sql = "select idx, type, subject_hash, canonical, leaf_hash from ledger_entry"
                + " where subject_hash = ? and type = ?" + order;
        try (PreparedStatement select = jdbc.prepareStatement(sql)) {
            select.setString(1, subjectHash);
            select.setString(2, type);
            return readEntries(select);
        } catch (SQLException e) {
            throw new LedgerException("the ledger's entries could not be read", e);
        }
    }

    private static List<EntryRow> readEntries(PreparedStatement select) throws SQLException {
        List<EntryRow> rows = new ArrayList<>();
        try (ResultSet result = select.executeQuery()) {
            while (result.next()) {
                rows.add(new EntryRow(
                        result.getLong(1),
                        result.getString(2),
                        result.getString(3),
                        result.getString(4),
                        result.getString(5)));
            }
        }
        return rows;
    }

    /// How many entries there are about it.
    long count(String type, String subjectHash) {
        String sql = "select count(*) from ledger_entry where subject_hash = ? and type = ?";
        try (PreparedStatement select = jdbc.prepareStatement(sql)) {
            select.setString(1, subjectHash);
            select.setString(2, type);
            try (ResultSet result = select.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        } catch (SQLException e) {
            throw new LedgerException("the ledger's entries could not be counted", e);
        }
    }

    /// The hashes of leaves by their index, as the column says; those that are missing are left out.
    ///
    /// @throws IllegalArgumentException if one is no hexadecimal
    Map<Long, byte[]> leafHashes(Collection<Long> indexes) {
        return byNumber(
                "select idx, leaf_hash from ledger_entry where idx in ",
                indexes,
                (_, hash) -> HexFormat.of().parseHex(hash));
    }

    /// The frontiers of trees by their size, as the column says; those that are missing are left out.
    ///
    /// @throws IllegalArgumentException if one is not of a tree of its size
    Map<Long, Frontier> frontiers(Collection<Long> sizes) {
        return byNumber(
                "select size, frontier from ledger_checkpoint where size in ",
                sizes,
                (size, frontier) -> Frontier.of(size, HexFormat.of().parseHex(frontier)));
    }

    private <T> Map<Long, T> byNumber(String sql, Collection<Long> numbers, BiFunction<Long, String, T> read) {
        Map<Long, T> found = new HashMap<>();
        List<Long> all = List.copyOf(numbers);
        for (int from = 0; from < all.size(); from += AT_ONCE_MAX) {
            List<Long> some = all.subList(from, Math.min(all.size(), from + AT_ONCE_MAX));
            String list = some.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
            try (PreparedStatement select = jdbc.prepareStatement(sql + list);
                    ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    found.put(result.getLong(1), read.apply(result.getLong(1), result.getString(2)));
                }
            } catch (SQLException e) {
                throw new LedgerException("the ledger's rows could not be read", e);
            }
        }
        return found;
    }

    /// One more than the newest entry's index; 0 for an empty log.
    long length() {
        try (PreparedStatement select =
                        jdbc.prepareStatement("select idx from ledger_entry order by idx desc limit 1");
                ResultSet result = select.executeQuery()) {
            return result.next() ? result.getLong(1) + 1 : 0;
        } catch (SQLException e) {
            throw new LedgerException("the ledger's entries could not be read", e);
        }
    }

    /// As [#entries], parsed.
    ///
    /// @throws LedgerException if one is not an event
    public List<LedgerEntry> read(long from, int limit) {
        return entries(from, limit).stream()
                .map(row -> new LedgerEntry(row.index(), row.event(), row.canonical(), row.leafHash()))
                .toList();
    }

    /// By size, oldest first.
    public List<CheckpointRow> checkpoints() {
        return readCheckpoints(CHECKPOINT_COLUMNS + " order by size");
    }

    public Optional<CheckpointRow> newestCheckpoint() {
        return readCheckpoints(CHECKPOINT_COLUMNS + " order by size desc limit 1").stream()
                .findFirst();
    }

    /// The one signed when the log had this size.
    public Optional<CheckpointRow> checkpoint(long size) {
        return readCheckpoints(CHECKPOINT_COLUMNS + " where size = " + size).stream()
                .findFirst();
    }

    private List<CheckpointRow> readCheckpoints(String sql) {
        List<CheckpointRow> rows = new ArrayList<>();
        try (PreparedStatement select = jdbc.prepareStatement(sql);
                ResultSet result = select.executeQuery()) {
            while (result.next()) {
                Checkpoint checkpoint = new Checkpoint(
                        result.getString(2),
                        result.getLong(1),
                        result.getString(3),
                        result.getString(5),
                        Instant.parse(result.getString(6)));
                rows.add(new CheckpointRow(checkpoint, result.getString(4)));
            }
        } catch (SQLException e) {
            throw new LedgerException("the ledger's checkpoints could not be read", e);
        }
        return rows;
    }
}
