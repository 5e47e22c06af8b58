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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Runs the phases of an emergency. What makes credentials ends at all sources before anything else does at any; then
/// each source goes through its phases by itself, and waits for no other. Proving begins as soon as the last act on a
/// credential is done, and no act waits for it, but for those on what Curfew itself works with: once that is gone,
/// nothing can be asked any more.
final class Rollout {
    /// What an administrator's script would dare, below the rate limits of every provider.
    private static final int ACTS_AT_ONCE = 8;

    /// A tried credential is asked about a few times a second.
    private static final int PROOFS_AT_ONCE = 32;

    /// An act that hangs holds up the next phase no longer than this.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /// That a source hangs is known within so much more than the patience.
    private static final Duration LOOKED_EVERY = Duration.ofMillis(500);

    /// Often enough to know that it goes on.
    private static final Duration TOLD_EVERY = Duration.ofSeconds(10);

    /// What was refused, or broke off within the patience, may only have been too much at once. All acts are
    /// idempotent.
    private static final List<Duration> AGAIN_AFTER = List.of(Duration.ofMillis(250), Duration.ofSeconds(1));

    private static final List<Phase> BY_SOURCE = List.of(Phase.CONTAINMENT, Phase.ENDING, Phase.DELETION);

    private final RevocationPlan plan;
    private final List<Phase> phases;
    private final Journal journal;
    private final StepRunner runner;
    private final Map<SourceName, Revoker> revokers;
    private final Board board;
    private final Seen seen;
    private final Map<String, String> identities;
    private final Map<Actor, Future<?>> acting = new ConcurrentHashMap<>();
    private final Silence silence = new Silence(PATIENCE, TOLD_EVERY);
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
            Board board,
            Seen seen) {
        this.plan = plan;
        this.phases = phases;
        this.journal = journal;
        this.runner = runner;
        this.revokers = revokers;
        this.board = board;
        this.seen = seen;
        identities = Told.of(plan).stream().collect(toMap(Told::credential, Told::identity));
    }

    RunReport run() {
        try (Threads threads = new Threads("revoke-")) {
            boolean cancelled = false;
            try {
                begin(threads, steps(Phase.MINTING, _ -> true));
                awaitActs(threads, bySource(threads));
                awaitAll(threads);
                endOwn(threads, steps(Phase.OWN, _ -> true));
            } catch (InterruptedException e) {
                // Cancelled: the journal says how far it came, and the report says that it was.
                threads.stop();
                cancelled = true;
            }
            return report(cancelled);
        }
    }

    private List<PlannedStep> steps(Phase phase, Predicate<PlannedStep> which) {
        return plan.steps().stream()
                .filter(step -> phases.get(step.ordinal() - 1) == phase)
                .filter(which)
                .toList();
    }

    private List<Future<?>> bySource(Threads threads) {
        List<Future<?>> begun = new ArrayList<>();
        for (SourceName source : revokers.keySet()) {
            begun.add(threads.start(() -> {
                for (Phase phase : BY_SOURCE) {
                    begin(
                            threads,
                            steps(phase, step -> step.credential().source().equals(source)));
                }
            }));
        }
        return begun;
    }

    private void begin(Threads threads, List<PlannedStep> steps) throws InterruptedException {
        if (steps.isEmpty()) {
            return;
        }
        journal.started(steps.stream().filter(runner::isToDo).toList());
        threads.await(
                byIdentity(steps).stream()
                        .<Future<?>>map(course -> begun(threads, course))
                        .toList(),
                PATIENCE);
    }

    private Future<?> begun(Threads threads, List<PlannedStep> course) {
        Actor actor = actor(course.getFirst());
        silence.begins(actor.source());
        Future<?> before = acting.get(actor);
        Future<?> act = threads.start(() -> {
            try {
                act(threads, course, before);
            } finally {
                silence.done(actor.source());
            }
        });
        acting.put(actor, act);
        return act;
    }

    /// One after another, each proved before the next.
    private void endOwn(Threads threads, List<PlannedStep> steps) throws InterruptedException {
        if (steps.isEmpty()) {
            return;
        }
        journal.started(steps.stream().filter(runner::isToDo).toList());
        for (List<PlannedStep> course : byIdentity(steps)) {
            awaitActs(threads, List.of(begun(threads, course)));
            awaitAll(threads);
        }
    }

    private void awaitAll(Threads threads) throws InterruptedException {
        awaitActs(threads, acting.values());
        while (!threads.await(proving.values(), TOLD_EVERY)) {
            tell(undone(proving, CredentialId::source), Board::trying);
        }
    }

    private void awaitActs(Threads threads, Collection<Future<?>> acts) throws InterruptedException {
        while (!threads.await(acts, LOOKED_EVERY)) {
            tell(undone(acting, Actor::source).filter(silence::lasts), Board::awaited);
        }
    }

    private static <K> Stream<SourceName> undone(Map<K, Future<?>> all, Function<K, SourceName> source) {
        return all.entrySet().stream()
                .filter(each -> !each.getValue().isDone())
                .map(each -> source.apply(each.getKey()))
                .distinct();
    }

    private void tell(Stream<SourceName> sources, BiConsumer<Board, SourceName> what) {
        synchronized (board) {
            sources.filter(silence::isToBeTold).forEach(source -> what.accept(board, source));
        }
    }

    /// One after another on one identity: two acts on one object of a target get in each other's way.
    private List<List<PlannedStep>> byIdentity(List<PlannedStep> steps) {
        Map<Actor, List<PlannedStep>> courses = new LinkedHashMap<>();
        steps.forEach(step ->
                courses.computeIfAbsent(actor(step), _ -> new ArrayList<>()).add(step));
        return List.copyOf(courses.values());
    }

    /// On whom is acted.
    private record Actor(SourceName source, String identity) {}

    private Actor actor(PlannedStep step) {
        String credential = step.credential().text();
        return new Actor(step.credential().source(), identities.getOrDefault(credential, credential));
    }

    private void act(Threads threads, List<PlannedStep> course, @Nullable Future<?> before)
            throws InterruptedException {
        if (before != null) {
            threads.await(List.of(before));
        }
        SourceName source = course.getFirst().credential().source();
        Revoker revoker = Objects.requireNonNull(revokers.get(source));
        seen.await(source);
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
        long begun = System.nanoTime();
        StepRecord record = answered(step, revoker);
        for (Duration pause : AGAIN_AFTER) {
            if (record.state() == StepState.ACTED || hung(record, begun)) {
                break;
            }
            runner.pause(pause);
            begun = System.nanoTime();
            record = answered(step, revoker);
        }
        synchronized (board) {
            board.acted(step, record);
        }
    }

    /// Whether to ask again would be to wait as long again for who says nothing.
    private static boolean hung(StepRecord record, long begun) {
        return record.state() == StepState.UNCERTAIN && System.nanoTime() - begun >= PATIENCE.toNanos();
    }

    private StepRecord answered(PlannedStep step, Revoker revoker) throws InterruptedException {
        StepRecord record = runner.act(step, revoker);
        if (record.state() != StepState.UNCERTAIN) {
            silence.ends(step.credential().source());
        }
        return record;
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
