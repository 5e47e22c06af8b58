package dev.curfew.snapshot.store.row;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// One record, by kind and key. Saving it again replaces the body.
@Entity
@SuppressWarnings("NullAway.Init") // Nobody makes one.
@Table(name = "stored_record")
class RecordRow {
    /// The longest body, as in the migration.
    static final int BODY_CHARACTERS_MAX = 1_000_000;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    long id;

    @Column(name = "kind", length = 16, nullable = false)
    String kind;

    @Column(name = "record_key", length = 512, nullable = false)
    String recordKey;

    @Column(name = "body", length = BODY_CHARACTERS_MAX, nullable = false)
    String body;
}
