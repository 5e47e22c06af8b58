package dev.curfew.snapshot.store.row;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/// One record, by kind and key. Saving it again replaces the body.
@Entity
@Table(name = "stored_record")
public class RecordRow {
    /// The longest key, as in the migration.
    public static final int KEY_CHARACTERS_MAX = 512;

    /// The longest body, as in the migration.
    public static final int BODY_CHARACTERS_MAX = 1_000_000;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "kind", length = 16, nullable = false)
    private String kind;

    @Column(name = "record_key", length = KEY_CHARACTERS_MAX, nullable = false)
    private String recordKey;

    @Column(name = "body", length = BODY_CHARACTERS_MAX, nullable = false)
    private String body;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected RecordRow() {}

    public RecordRow(String kind, String recordKey, String body) {
        this.kind = kind;
        this.recordKey = recordKey;
        this.body = body;
    }

    public String body() {
        return body;
    }

    public void replaceBody(String fresh) {
        body = fresh;
    }
}
