package dev.curfew.revocation.run;

import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.revocation.journal.Course;
import dev.curfew.revocation.journal.Journal;
import dev.curfew.revocation.journal.Words;
import dev.curfew.revocation.trial.Bench;
import dev.curfew.revocation.trial.Trial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/// What is to be seen of an emergency's credentials before they end: what the sources list of them, then whether they
/// work. It goes on while an officer's approval is entered.
public final class Beforehand {
    /// At a source: one that hangs takes no turn from the others.
    private static final int AT_ONCE = 16;

    private final Bench bench;

    public Beforehand(Bench bench) {
        this.bench = bench;
    }

    /// Returns when all was seen.
    ///
    /// @param values what to try with; neither kept nor closed here
    /// @param seen told of each
    public void see(RevocationPlan plan, Map<CredentialId, Secret> values, Seen seen) throws InterruptedException {
        Journal journal = new Journal(bench.office(), plan, plan.requester());
        Map<SourceName, Semaphore> turns = new HashMap<>();
        try (Threads threads = new Threads("beforehand-")) {
            List<Future<?>> begun = new ArrayList<>();
            for (CredentialId credential : withValuesFirst(plan, values)) {
                Course course = Course.of(plan, credential, journal);
                Semaphore its = turns.computeIfAbsent(credential.source(), _ -> new Semaphore(AT_ONCE));
                begun.add(threads.start(() -> {
                    try {
                        see(its, course, journal, values);
                    } finally {
                        seen.one(credential.source());
                    }
                }));
            }
            try {
                threads.await(begun);
            } catch (InterruptedException e) {
                threads.stop();
                throw e;
            }
        }
    }

    /// Those can be proved.
    private static List<CredentialId> withValuesFirst(RevocationPlan plan, Map<CredentialId, Secret> values) {
        return plan.steps().stream()
                .map(PlannedStep::credential)
                .distinct()
                .sorted((one, other) -> Boolean.compare(values.containsKey(other), values.containsKey(one)))
                .toList();
    }

    private void see(Semaphore turns, Course course, Journal journal, Map<CredentialId, Secret> values)
            throws InterruptedException {
        PlannedStep first = course.steps().getFirst();
        Trial trial = new Trial(bench, journal, course, values.get(first.credential()));
        turns.acquire();
        try {
            journal.evidence(first, Words.of(trial.listing().orElse(null)));
            trial.before(first);
        } finally {
            turns.release();
        }
    }
}
