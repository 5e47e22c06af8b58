package dev.curfew.revocation.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.model.connection.Secret;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.Probe;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.Revoker;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.proof.ListingEvidence;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.revocation.StepRecord;
import dev.curfew.model.revocation.StepState;
import dev.curfew.revocation.Station;
import dev.curfew.revocation.choice.Extent;
import dev.curfew.revocation.choice.Naming;
import dev.curfew.revocation.plan.KillOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How much of an emergency goes on at once, what waits for what, and how it is cancelled.
class RolloutTest {
    private static final int KEYS = 40;
    private static final Duration A_MOMENT = Duration.ofMillis(500);
    private static final long SECONDS_MAX = 60;

    @TempDir
    private Path directory;

    private Station station;

    /// A key each of as many identities.
    private final Map<CredentialId, Secret> values = new HashMap<>();

    @BeforeEach
    void build() {
        station = new Station(directory);
        List<Fact> facts = new ArrayList<>();
        IntStream.range(0, KEYS).forEach(i -> {
            IdentityId holder = new IdentityId(Station.AWS, "arn:aws:iam::000000000001:user/" + i);
            CredentialId key = key(i);
            facts.add(Station.identity(holder, Map.of()));
            facts.add(Station.key(key, holder));
            station.source.give(key, "value " + i);
            values.put(key, Secret.of("value " + i));
        });
        station.read(facts.toArray(Fact[]::new));
    }

    private static CredentialId key(int number) {
        return new CredentialId(Station.AWS, "AKIA%04d".formatted(number));
    }

    private RevocationPlan plan(Extent extent, int keys) throws InterruptedException {
        List<String> ids = IntStream.range(0, keys).mapToObj(i -> key(i).text()).toList();
        return station.planner
                .plan(station.ada(), new KillOrder(new Naming(ids, List.of()), extent, "it went rogue"))
                .orThrow();
    }

    private RunReport run(RevocationPlan plan, Receipt receipt) {
        return station.executor.run(plan, receipt, values, Progress.SILENT).orThrow();
    }

    @Test
    void eightActsGoOnAtOnceAtASource() throws InterruptedException {
        Crowd crowd = new Crowd(8, A_MOMENT);
        station.target.revoking = (action, credential) -> {
            crowd.pass();
            return station.source.act(action, credential);
        };
        RevocationPlan plan = plan(Extent.DEACTIVATE, KEYS);

        RunReport report = run(plan, station.approve(plan));

        assertThat(crowd.most()).isEqualTo(8);
        assertThat(report.steps()).hasSize(KEYS).allMatch(step -> step.record().state() == StepState.ACTED);
    }

    @Test
    void thirtyTwoProofsGoOnAtOnceAtASource() throws InterruptedException {
        Crowd crowd = new Crowd(32, A_MOMENT);
        station.target.probing = new Probe() {
            @Override
            public ProbeOutcome attempt(CredentialId credential, Secret value) throws InterruptedException {
                crowd.pass();
                return station.source.attempt(credential, value);
            }

            @Override
            public ListingEvidence list(CredentialId credential) {
                return station.source.list(credential);
            }

            @Override
            public boolean belongs(CredentialId credential, Secret value) {
                return true;
            }
        };
        RevocationPlan plan = plan(Extent.DEACTIVATE, KEYS);
        Receipt receipt = station.approve(plan);

        run(plan, receipt);

        assertThat(crowd.most()).isEqualTo(32);
    }

    @Test
    void anActThatHangsHoldsUpTheNextPhaseForTwoSeconds() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        AtomicLong deletedAt = new AtomicLong();
        CountDownLatch deleted = new CountDownLatch(1);
        station.target.revoking = (action, credential) -> {
            if (credential.equals(key(0))) {
                answer.await();
            } else if (action.code().equals("aws.delete-access-key")) {
                deletedAt.set(System.nanoTime());
                deleted.countDown();
            }
            return station.source.act(action, credential);
        };
        RevocationPlan plan = plan(Extent.DELETE, 2);
        Receipt receipt = station.approve(plan);
        long begun = System.nanoTime();
        FutureTask<RunReport> running = new FutureTask<>(() -> run(plan, receipt));
        Thread.ofVirtual().start(running);

        assertThat(deleted.await(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
        assertThat(station.source.working()).as("it hangs still").contains(key(0));
        answer.countDown();

        assertThat(Duration.ofNanos(deletedAt.get() - begun)).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        assertThat(running.get(SECONDS_MAX, TimeUnit.SECONDS).steps())
                .hasSize(4)
                .allMatch(step -> step.record().state() == StepState.ACTED);
    }

    @Test
    void aSourceThatSaysNoIsNotSaidToBeSilent() throws InterruptedException {
        Duration answering = Duration.ofMillis(1200);
        station.target.revoking = (_, _) -> {
            Thread.sleep(answering);
            return new ActionOutcome.Refused(station.clock.instant(), "429");
        };
        List<SourceName> awaited = new ArrayList<>();
        RevocationPlan plan = plan(Extent.DEACTIVATE, 1);
        Board board = new Board() {
            @Override
            public void acted(PlannedStep step, StepRecord record) {}

            @Override
            public void awaited(SourceName source) {
                awaited.add(source);
            }

            @Override
            public void proven(PlannedStep step, Proof proof) {}
        };

        station.executor
                .run(plan, station.approve(plan), values, Progress.SILENT, board)
                .orThrow();

        assertThat(awaited).isEmpty();
    }

    @Test
    void noActBeginsBeforeAllWasSeenAtItsSource() throws Exception {
        RevocationPlan plan = plan(Extent.DEACTIVATE, 2);
        Seen seen = new Seen(plan, Duration.ofMinutes(10));
        FutureTask<RunReport> running = running(plan, seen);

        seen.one(Station.AWS);
        assertThatThrownBy(() -> running.get(A_MOMENT.toMillis(), TimeUnit.MILLISECONDS))
                .isInstanceOf(TimeoutException.class);
        assertThat(station.source.working()).contains(key(0), key(1));

        seen.one(Station.AWS);
        assertThat(running.get(SECONDS_MAX, TimeUnit.SECONDS).steps())
                .allMatch(step -> step.record().state() == StepState.ACTED);
    }

    @Test
    void whatIsNotSeenInTimeHoldsUpNoAct() throws Exception {
        RevocationPlan plan = plan(Extent.DEACTIVATE, 2);

        RunReport report = running(plan, new Seen(plan, A_MOMENT)).get(SECONDS_MAX, TimeUnit.SECONDS);

        assertThat(report.steps()).allMatch(step -> step.record().state() == StepState.ACTED);
    }

    private FutureTask<RunReport> running(RevocationPlan plan, Seen seen) throws InterruptedException {
        Receipt receipt = station.approve(plan);
        FutureTask<RunReport> running = new FutureTask<>(() -> station.executor
                .run(plan, receipt, values, Progress.SILENT, Board.SILENT, seen)
                .orThrow());
        Thread.ofVirtual().start(running);
        return running;
    }

    @ParameterizedTest(name = "after {0} ms: {1} times")
    @CsvSource({"0, 3", "2100, 1"})
    void whoSaysNothingForLongIsNotAskedAgain(long millis, int times) throws InterruptedException {
        AtomicInteger asked = new AtomicInteger();
        station.target.revoking = (_, _) -> {
            asked.incrementAndGet();
            Thread.sleep(millis);
            throw new SourceException(SourceException.Kind.UNREACHABLE, "no answer");
        };
        RevocationPlan plan = plan(Extent.DEACTIVATE, 1);

        RunReport report = run(plan, station.approve(plan));

        assertThat(asked).hasValue(times);
        assertThat(report.steps().getFirst().record().state()).isEqualTo(StepState.UNCERTAIN);
    }

    @Test
    void cancelledItSaysSoAndGoesOnWhereItStopped() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        AtomicBoolean hangs = new AtomicBoolean(true);
        List<CredentialId> acted = new ArrayList<>();
        station.target.revoking = hangingAt(key(0), hanging, hangs, acted);
        RevocationPlan plan = plan(Extent.DELETE, 3);
        Receipt receipt = station.approve(plan);
        FutureTask<RunReport> running = new FutureTask<>(() -> run(plan, receipt));
        Thread runner = Thread.ofVirtual().start(running);
        assertThat(hanging.await(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();

        runner.interrupt();
        RunReport cancelled = running.get(SECONDS_MAX, TimeUnit.SECONDS);

        assertThat(cancelled.cancelled()).isTrue();
        assertThat(cancelled.steps().getFirst().record().state())
                .as("it may have happened")
                .isEqualTo(StepState.STARTED);
        List<CredentialId> before = List.copyOf(acted);
        assertThat(station.source.working()).contains(key(0));

        hangs.set(false);
        RunReport whole = run(plan, receipt);

        assertThat(whole.cancelled()).isFalse();
        assertThat(whole.steps()).hasSize(6).allMatch(step -> step.record().state() == StepState.ACTED);
        assertThat(station.source.working()).doesNotContain(key(0), key(1), key(2));
        assertThat(acted).as("what was done is not done again").hasSize(6);
        assertThat(acted.subList(0, before.size())).isEqualTo(before);
    }

    private Revoker hangingAt(CredentialId one, CountDownLatch hanging, AtomicBoolean hangs, List<CredentialId> acted) {
        return (action, credential) -> {
            if (hangs.get() && credential.equals(one)) {
                hanging.countDown();
                new CountDownLatch(1).await();
            }
            synchronized (acted) {
                acted.add(credential);
            }
            return station.source.act(action, credential);
        };
    }

    @Test
    void whatTheSourceListsIsKeptBeforeAnythingIsDone() throws InterruptedException {
        RevocationPlan plan = plan(Extent.DELETE, 3);
        new Beforehand(station.bench).see(plan, values, Seen.nothing());
        RunReport report = run(plan, station.approve(plan));

        List<AuditEvent> events =
                station.ledger().stream().map(LedgerEntry::event).toList();
        for (int i = 0; i < 3; i++) {
            String id = key(i).text();
            List<String> its = events.stream()
                    .filter(event -> id.equals(event.details().get("credential")))
                    .map(AuditEvent::type)
                    .toList();
            assertThat(its).containsOnlyOnce("evidence.listed").startsWith("evidence.listed");
            assertThat(events)
                    .filteredOn(event -> event.type().equals("evidence.listed")
                            && id.equals(event.details().get("credential")))
                    .allSatisfy(
                            event -> assertThat(String.valueOf(event.details().get("listing")))
                                    .isNotBlank());
        }
        assertThat(report.steps().stream().flatMap(step -> step.proof().stream()))
                .hasSize(3)
                .allMatch(Proof.Proved.class::isInstance);
    }
}
