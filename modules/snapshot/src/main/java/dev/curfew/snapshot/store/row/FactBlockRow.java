package dev.curfew.snapshot.store.row;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/// Facts of one source that one sync saw first, in one row. Inserted once and never changed.
@Entity
@Table(name = "fact_block")
public class FactBlockRow {
    /// The largest content, as in the migration.
    private static final int BYTES_MAX = 1_048_576;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "source", length = 32, nullable = false)
    private String source;

    @Column(name = "valid_from", nullable = false)
    private long validFrom;

    @Column(name = "facts", nullable = false)
    private int facts;

    @Column(name = "content", length = BYTES_MAX, nullable = false)
    private byte[] content;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected FactBlockRow() {}

    /// @param validFrom the sync that first saw them so
    /// @param facts how many there are
    /// @param content lent, and not changed
    public FactBlockRow(String source, long validFrom, int facts, byte[] content) {
        this.source = source;
        this.validFrom = validFrom;
        this.facts = facts;
        this.content = content;
    }
}
