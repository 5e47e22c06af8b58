package dev.curfew.snapshot.store.row;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/// One state of one fact. Inserted once; only `validTo` is ever changed, from null.
@Entity
@Table(name = "fact")
public class FactRow {
    /// Ids fetched at a time; as the sequence's increment in the migration.
    private static final int IDS_AT_A_TIME = 1000;

    /// The longest body, as in the migration.
    public static final int BODY_CHARACTERS_MAX = 1_000_000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "fact_ids")
    @SequenceGenerator(name = "fact_ids", sequenceName = "fact_ids", allocationSize = IDS_AT_A_TIME)
    private @Nullable Long id;

    @Column(name = "source", length = 32, nullable = false)
    private String source;

    @Column(name = "fact_type", length = 16, nullable = false)
    private String factType;

    @Column(name = "fact_key", length = 20_000, nullable = false)
    private String factKey;

    @Column(name = "scope", length = 4096, nullable = false)
    private String scope;

    @Column(name = "content_hash", nullable = false)
    private byte[] contentHash;

    @Column(name = "body", length = BODY_CHARACTERS_MAX, nullable = false)
    private String body;

    @Column(name = "valid_from", nullable = false)
    private long validFrom;

    @Column(name = "valid_to")
    private @Nullable Long validTo;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected FactRow() {}

    /// @param validFrom the sync that first saw it so
    public FactRow(
            String source,
            String factType,
            String factKey,
            String scope,
            byte[] contentHash,
            String body,
            long validFrom) {
        this.source = source;
        this.factType = factType;
        this.factKey = factKey;
        this.scope = scope;
        this.contentHash = contentHash.clone();
        this.body = body;
        this.validFrom = validFrom;
    }
}
