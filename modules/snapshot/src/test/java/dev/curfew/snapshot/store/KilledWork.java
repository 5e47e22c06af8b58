package dev.curfew.snapshot.store;

import dev.curfew.model.estate.Identity;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.revocation.StepRecord;
import dev.curfew.model.revocation.StepState;
import dev.curfew.snapshot.testing.Facts;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// What a process does besides small units of work when it is killed.
enum KilledWork {
    /// Nothing.
    COMMITTING(40),
    /// With each unit all facts of a large source change.
    SYNCING(12),
    /// After each unit an export is written.
    EXPORTING(12),
    /// For each unit the workspace is opened and closed, and closing rewrites a file that is mostly waste.
    CLOSING(8);

    static final String BULK_SOURCE = "bulk";
    static final int BULK_FACTS = 3000;

    /// A record that is no unit's, and is replaced by each.
    static final String WASTE = "waste";

    /// Characters of it; a few of them are more than a file may waste.
    private static final int WASTE_CHARACTERS = 900_000;

    /// Units a process does at most; fewer where one takes longer.
    final int units;

    KilledWork(int units) {
        this.units = units;
    }

    void write(Transaction transaction, String unit) {
        switch (this) {
            case COMMITTING, EXPORTING -> {}
            case SYNCING -> transaction.record(bulk(unit));
            case CLOSING -> transaction.steps().save(waste(unit));
        }
    }

    private static Observation bulk(String unit) {
        List<Identity> facts = IntStream.range(0, BULK_FACTS)
                .mapToObj(i -> Facts.identity(BULK_SOURCE, "all", "id" + i, unit))
                .toList();
        SourceName source = new SourceName(BULK_SOURCE);
        Coverage whole = new Coverage(source, "all", CoverageState.READ, "", BULK_FACTS, Facts.THEN);
        return new Observation(source, Facts.THEN, Facts.THEN, List.copyOf(facts), List.of(whole));
    }

    private static StepRecord waste(String unit) {
        byte[] noise = new byte[WASTE_CHARACTERS / 2];
        new Random(unit.hashCode()).nextBytes(noise);
        return new StepRecord(
                WASTE, 1, StepState.STARTED, Facts.THEN, HexFormat.of().formatHex(noise));
    }
}
