package dev.curfew.snapshot.store.row;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// Which facts of a block have ended. There is none for a block whose facts are all true still.
@Entity
@Table(name = "fact_ends")
public class FactEndsRow {
    /// The largest, as in the migration.
    private static final int BYTES_MAX = 65_536;

    @Id
    @Column(name = "block_id")
    private long blockId;

    @Column(name = "open_facts", nullable = false)
    private int openFacts;

    @Column(name = "last_end", nullable = false)
    private long lastEnd;

    @Column(name = "ends", length = BYTES_MAX, nullable = false)
    private byte[] ends;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected FactEndsRow() {}

    /// @param openFacts how many of the block are true still
    /// @param lastEnd the newest sync that ended one
    /// @param ends which ended when; lent, and not changed
    public FactEndsRow(long blockId, int openFacts, long lastEnd, byte[] ends) {
        this.blockId = blockId;
        this.openFacts = openFacts;
        this.lastEnd = lastEnd;
        this.ends = ends;
    }
}
