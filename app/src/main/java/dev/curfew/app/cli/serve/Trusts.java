package dev.curfew.app.cli.serve;

import dev.curfew.app.usecase.Desk;
import dev.curfew.governance.workload.WorkloadTrust;
import java.time.Duration;
import java.util.List;

/// Who is trusted to name workloads, as it was when the workspace was last looked into. Whoever shows nothing good is
/// refused by this, without the workspace being opened; whoever does is held to the ledger once more when they ask.
final class Trusts {
    /// After this a new trust is known, also where nobody could ask yet.
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final Turns turns;
    private volatile List<WorkloadTrust> known = List.of();
    private volatile long readAt;

    Trusts(Turns turns) {
        this.turns = turns;
    }

    List<WorkloadTrust> current() throws InterruptedException {
        if (System.nanoTime() - readAt > FRESH.toNanos()) {
            turns.take(this::read);
        }
        return known;
    }

    /// In a turn that was taken anyway.
    List<WorkloadTrust> read(Desk desk) {
        known = desk.workloadTrusts().list();
        readAt = System.nanoTime();
        return known;
    }
}
