package dev.curfew.snapshot.store.row;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// Facts of one source that one sync saw first, in one row. Inserted once and never changed.
@Entity
@SuppressWarnings("NullAway.Init") // Nobody makes one.
@Table(name = "fact_block")
class FactBlockRow {
    /// The largest content, as in the migration.
    private static final int BYTES_MAX = 1_048_576;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    long id;

    @Column(name = "source", length = 32, nullable = false)
    String source;

    @Column(name = "valid_from", nullable = false)
    long validFrom;

    @Column(name = "facts", nullable = false)
    int facts;

    @Column(name = "content", length = BYTES_MAX, nullable = false)
    byte[] content;
}
