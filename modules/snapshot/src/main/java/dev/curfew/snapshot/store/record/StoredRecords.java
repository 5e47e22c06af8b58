package dev.curfew.snapshot.store.record;

import dev.curfew.model.port.Records;
import dev.curfew.snapshot.json.RecordJson;
import dev.curfew.snapshot.store.row.RecordRow;
import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;

/// Records of one kind, as JSON in the table `stored_record`.
public final class StoredRecords<T> implements Records<T> {
    private final StatelessSession session;
    private final RecordJson json;
    private final RecordKind<T> kind;
    private final RecordAccess access;

    public StoredRecords(StatelessSession session, RecordJson json, RecordKind<T> kind, RecordAccess access) {
        this.session = session;
        this.json = json;
        this.kind = kind;
        this.access = access;
    }

    @Override
    public Optional<T> find(String key) {
        access.reading();
        return row(key).map(this::decode);
    }

    @Override
    public List<T> all() {
        return startingWith("");
    }

    @Override
    public List<T> startingWith(String prefix) {
        access.reading();
        return session
                .createSelectionQuery("""
                    from RecordRow r where r.kind = :kind and r.recordKey like :prefix escape '!'
                    order by r.id\
                    """, RecordRow.class)
                .setParameter("kind", kind.name())
                .setParameter("prefix", prefix.replaceAll("[!%_]", "!$0") + "%")
                .getResultList()
                .stream()
                .map(this::decode)
                .toList();
    }

    @Override
    public void save(T value) {
        access.writing();
        String key = kind.key().apply(value);
        String body = json.write(value);
        checkLength("key", key, RecordRow.KEY_CHARACTERS_MAX);
        checkLength("record", body, RecordRow.BODY_CHARACTERS_MAX);
        Optional<RecordRow> there = row(key);
        if (there.isPresent()) {
            there.get().replaceBody(body);
            session.update(there.get());
        } else {
            session.insert(new RecordRow(kind.name(), key, body));
        }
    }

    @Override
    public void remove(String key) {
        access.writing();
        row(key).ifPresent(session::delete);
    }

    private Optional<RecordRow> row(String key) {
        return session.createSelectionQuery(
                        "from RecordRow r where r.kind = :kind and r.recordKey = :key", RecordRow.class)
                .setParameter("kind", kind.name())
                .setParameter("key", key)
                .uniqueResultOptional();
    }

    private T decode(RecordRow row) {
        return json.read(row.body(), kind.type());
    }

    /// A limit that nothing of ours comes near; without the check the database would say it in its own words.
    private void checkLength(String what, String text, int charactersMax) {
        if (text.length() > charactersMax) {
            throw new IllegalArgumentException(
                    "a " + what + " of " + kind.name() + " has at most " + charactersMax + " characters");
        }
    }
}
