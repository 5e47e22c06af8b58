package dev.curfew.snapshot.store.row;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// Which facts of a block have ended. There is none for a block whose facts are all true still.
@Entity
@SuppressWarnings("NullAway.Init") // Nobody makes one.
@Table(name = "fact_ends")
class FactEndsRow {
    /// The largest, as in the migration.
    private static final int BYTES_MAX = 65_536;

    @Id
    @Column(name = "block_id")
    long blockId;

    @Column(name = "open_facts", nullable = false)
    int openFacts;

    @Column(name = "last_end", nullable = false)
    long lastEnd;

    @Column(name = "ends", length = BYTES_MAX, nullable = false)
    byte[] ends;
}
