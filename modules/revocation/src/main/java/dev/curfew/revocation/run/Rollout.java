package dev.curfew.revocation.run;

import static java.util.stream.Collectors.toMap;

import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.Revoker;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.revocation.StepRecord;
import dev.curfew.model.revocation.StepState;
import dev.curfew.revocation.journal.Journal;
import dev.curfew.revocation.plan.Phase;
import dev.curfew.revocation.plan.Told;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Runs the phases of an emergency, each at all sources at once. Proving begins as soon as the last act on a credential
/// is done, and no act waits for it, but for those on what Curfew itself works with: once that is gone, nothing can be
/// asked any more.
final class Rollout {
    /// What an administrator's script would dare, below the rate limits of every provider.
    private static final int ACTS_AT_ONCE = 8;

    /// A tried credential is asked about a few times a second.
    private static final int PROOFS_AT_ONCE = 32;

    /// A source that hangs holds up the next phase of the others no longer than this.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /// What was refused or not answered may only have been too much at once. All acts are idempotent.
    private static final List<Duration> AGAIN_AFTER = List.of(Duration.ofMillis(250), Duration.ofSeconds(1));

    private final RevocationPlan plan;
    private final List<Phase> phases;
    private final Journal journal;
    private final StepRunner runner;
    private final Map<SourceName, Revoker> revokers;
    private final Board board;
    private final Map<String, String> identities;
    private final Map<String, Future<?>> acting = new LinkedHashMap<>();
    private final Map<CredentialId, Future<?>> proving = new ConcurrentHashMap<>();
    private final Map<CredentialId, Proof> proofs = new ConcurrentHashMap<>();
    private final Map<SourceName, Semaphore> actTurns = new ConcurrentHashMap<>();
    private final Map<SourceName, Semaphore> proofTurns = new ConcurrentHashMap<>();

    Rollout(
            RevocationPlan plan,
            List<Phase> phases,
            Journal journal,
            StepRunner runner,
            Map<SourceName, Revoker> revokers,
            Board board) {
        this.plan = plan;
        this.phases = phases;
        this.journal = journal;
        this.runner = runner;
        this.revokers = revokers;
        this.board = board;
        identities = Told.of(plan).stream().collect(toMap(Told::credential, Told::identity));
    }

    RunReport run() {
        try (Threads threads = new Threads("revoke-")) {
            boolean cancelled = false;
            try {
                for (Phase phase : Phase.values()) {
                    begin(threads, phase);
                }
                threads.await(acting.values());
                threads.await(proving.values());
            } catch (InterruptedException e) {
                // Cancelled: the journal says how far it came, and the report says that it was.
                threads.stop();
                cancelled = true;
            }
            return report(cancelled);
        }
    }

    private void begin(Threads threads, Phase phase) throws InterruptedException {
        List<PlannedStep> steps = plan.steps().stream()
                .filter(step -> phases.get(step.ordinal() - 1) == phase)
                .toList();
        if (steps.isEmpty()) {
            return;
        }
        if (phase == Phase.OWN) {
            threads.await(acting.values());
            threads.await(proving.values());
        }
        journal.started(steps.stream().filter(runner::isToDo).toList());
        List<Future<?>> begun = new ArrayList<>();
        for (List<PlannedStep> course : byIdentity(steps)) {
            String identity = identity(course.getFirst());
            Future<?> before = acting.get(identity);
            Future<?> act = threads.start(() -> act(threads, course, before));
            acting.put(identity, act);
            begun.add(act);
            if (phase == Phase.OWN) {
                threads.await(List.of(act));
                threads.await(proving.values());
            }
        }
        threads.await(begun, PATIENCE);
    }

    /// One after another on one identity: two acts on one object of a target get in each other's way.
    private List<List<PlannedStep>> byIdentity(List<PlannedStep> steps) {
        Map<String, List<PlannedStep>> courses = new LinkedHashMap<>();
        steps.forEach(step ->
                courses.computeIfAbsent(identity(step), _ -> new ArrayList<>()).add(step));
        return List.copyOf(courses.values());
    }

    private String identity(PlannedStep step) {
        String credential = step.credential().text();
        return identities.getOrDefault(credential, credential);
    }

    private void act(Threads threads, List<PlannedStep> course, @Nullable Future<?> before)
            throws InterruptedException {
        if (before != null) {
            threads.await(List.of(before));
        }
        SourceName source = course.getFirst().credential().source();
        Revoker revoker = Objects.requireNonNull(revokers.get(source));
        Semaphore turns = actTurns.computeIfAbsent(source, _ -> new Semaphore(ACTS_AT_ONCE));
        turns.acquire();
        try {
            for (PlannedStep step : course) {
                if (runner.isToDo(step)) {
                    act(step, revoker);
                }
                if (isLast(step)) {
                    proving.put(step.credential(), threads.start(() -> prove(step)));
                }
            }
        } finally {
            turns.release();
        }
    }

    private void act(PlannedStep step, Revoker revoker) throws InterruptedException {
        StepRecord record = runner.act(step, revoker);
        for (Duration pause : AGAIN_AFTER) {
            if (record.state() == StepState.ACTED) {
                break;
            }
            runner.pause(pause);
            record = runner.act(step, revoker);
        }
        synchronized (board) {
            board.acted(step, record);
        }
    }

    private void prove(PlannedStep last) throws InterruptedException {
        Semaphore turns = proofTurns.computeIfAbsent(last.credential().source(), _ -> new Semaphore(PROOFS_AT_ONCE));
        turns.acquire();
        try {
            Proof proof = runner.prove(last);
            proofs.put(last.credential(), proof);
            synchronized (board) {
                board.proven(last, proof);
            }
        } finally {
            turns.release();
        }
    }

    private boolean isLast(PlannedStep step) {
        return plan.steps().stream()
                .filter(other -> other.credential().equals(step.credential()))
                .allMatch(other -> other.ordinal() <= step.ordinal());
    }

    private RunReport report(boolean cancelled) {
        List<StepReport> reports = plan.steps().stream()
                .filter(step -> journal.record(step).isPresent())
                .map(step -> runner.report(
                        step, isLast(step) ? Optional.ofNullable(proofs.get(step.credential())) : Optional.empty()))
                .toList();
        return new RunReport(plan.id(), reports, cancelled);
    }
}
