package dev.curfew.snapshot.store.record;

import dev.curfew.model.port.Records;
import dev.curfew.snapshot.json.RecordJson;
import dev.curfew.snapshot.store.sql.Row;
import dev.curfew.snapshot.store.sql.SqlSession;
import java.util.List;
import java.util.Optional;

/// Records of one kind, as JSON in the table `stored_record`.
public final class StoredRecords<T> implements Records<T> {
    /// The longest key, as in the migration.
    private static final int KEY_CHARACTERS_MAX = 512;

    /// The longest body, as in the migration.
    private static final int BODY_CHARACTERS_MAX = 1_000_000;

    private static final String ONE = " where kind = ? and record_key = ?";
    private static final Row<String> BODY = at -> at.getString(1);

    private final SqlSession session;
    private final RecordJson json;
    private final RecordKind<T> kind;
    private final RecordAccess access;

    public StoredRecords(SqlSession session, RecordJson json, RecordKind<T> kind, RecordAccess access) {
        this.session = session;
        this.json = json;
        this.kind = kind;
        this.access = access;
    }

    @Override
    public Optional<T> find(String key) {
        access.reading();
        return session.first("select body from stored_record" + ONE, BODY, kind.name(), key)
                .map(this::decode);
    }

    @Override
    public List<T> all() {
        return startingWith("");
    }

    @Override
    public List<T> startingWith(String prefix) {
        access.reading();
        return session
                .list(
                        "select body from stored_record where kind = ? and record_key like ? escape '!' order by id",
                        BODY,
                        kind.name(),
                        prefix.replaceAll("[!%_]", "!$0") + "%")
                .stream()
                .map(this::decode)
                .toList();
    }

    @Override
    public void save(T value) {
        access.writing();
        String key = kind.key().apply(value);
        String body = json.write(value);
        checkLength("key", key, KEY_CHARACTERS_MAX);
        checkLength("record", body, BODY_CHARACTERS_MAX);
        int replaced = session.change("update stored_record set body = ?" + ONE, body, kind.name(), key);
        if (replaced == 0) {
            session.change(
                    "insert into stored_record (body, kind, record_key) values (?, ?, ?)", body, kind.name(), key);
        }
    }

    @Override
    public void remove(String key) {
        access.writing();
        session.change("delete from stored_record" + ONE, kind.name(), key);
    }

    private T decode(String body) {
        return json.read(body, kind.type());
    }

    /// A limit that nothing of ours comes near; without the check the database would say it in its own words.
    private void checkLength(String what, String text, int charactersMax) {
        if (text.length() > charactersMax) {
            throw new IllegalArgumentException(
                    "a " + what + " of " + kind.name() + " has at most " + charactersMax + " characters");
        }
    }
}
