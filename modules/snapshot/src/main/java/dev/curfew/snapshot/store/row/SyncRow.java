package dev.curfew.snapshot.store.row;

import dev.curfew.model.observation.Observation;
import dev.curfew.model.observation.SyncSummary;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/// One recorded sync. Never changed.
@Entity
@Table(name = "sync")
public class SyncRow {
    @Id
    @Column(name = "number")
    private long number;

    @Column(name = "source", length = 32, nullable = false)
    private String source;

    @Column(name = "started_at", nullable = false)
    private Instant startedAt;

    @Column(name = "finished_at", nullable = false)
    private Instant finishedAt;

    @Column(name = "recorded_at", nullable = false)
    private Instant recordedAt;

    @Column(name = "added", nullable = false)
    private long added;

    @Column(name = "changed", nullable = false)
    private long changed;

    @Column(name = "removed", nullable = false)
    private long removed;

    @Column(name = "unchanged", nullable = false)
    private long unchanged;

    @Column(name = "coverage", length = RecordRow.BODY_CHARACTERS_MAX, nullable = false)
    private String coverage;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected SyncRow() {}

    /// @param coverage JSON of the source's whole coverage after this sync
    public SyncRow(Observation observation, SyncSummary summary, Instant recordedAt, String coverage) {
        this.number = summary.snapshotNumber();
        this.source = observation.source().value();
        this.startedAt = observation.startedAt();
        this.finishedAt = observation.finishedAt();
        this.recordedAt = recordedAt;
        this.added = summary.added();
        this.changed = summary.changed();
        this.removed = summary.removed();
        this.unchanged = summary.unchanged();
        this.coverage = coverage;
    }
}
