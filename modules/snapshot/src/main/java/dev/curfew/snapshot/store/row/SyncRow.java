package dev.curfew.snapshot.store.row;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/// One recorded sync. Never changed.
@Entity
@SuppressWarnings("NullAway.Init") // Nobody makes one.
@Table(name = "sync")
class SyncRow {
    @Id
    @Column(name = "number")
    long number;

    @Column(name = "source", length = 32, nullable = false)
    String source;

    @Column(name = "started_at", nullable = false)
    Instant startedAt;

    @Column(name = "finished_at", nullable = false)
    Instant finishedAt;

    @Column(name = "recorded_at", nullable = false)
    Instant recordedAt;

    @Column(name = "added", nullable = false)
    long added;

    @Column(name = "changed", nullable = false)
    long changed;

    @Column(name = "removed", nullable = false)
    long removed;

    @Column(name = "unchanged", nullable = false)
    long unchanged;

    @Column(name = "coverage", length = RecordRow.BODY_CHARACTERS_MAX, nullable = false)
    String coverage;
}
