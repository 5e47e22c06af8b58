package dev.curfew.app.usecase.counter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.run.RunOrder;
import dev.curfew.app.usecase.workload.Workloads;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.governance.RequestState;
import dev.curfew.model.id.PolicyId;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Errands on the sample, done by whoever has it open: another process, as far as the other side can tell.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClerkTest {
    private static final String SUBJECT = "repo:acme/shop";

    private final CommandBench bench;

    ClerkTest(@TempDir Path home) {
        bench = CommandBench.withTheSample(home);
    }

    @BeforeAll
    void vouch() {
        assertThat(bench.addOfficer("bo").exitCode()).isZero();
        trust("ci", "curfew");
        bench.file("signed.cases.json", "{\"base\":{},\"cases\":[]}");
        Path policies = bench.file(
                "signed.cedar", "@id(\"signed\") @requires(\"1 of officer\") permit (principal, action, resource);");
        var saved = bench.as("bo", "policy", "save", policies.toString());
        assertThat(saved.exitCode()).as(saved.err()).isZero();
    }

    private void trust(String name, String audience) {
        var answer = bench.as(
                "bo",
                "workload",
                "trust",
                name,
                "--issuer",
                "https://ci.example.org",
                "--audience",
                audience,
                "--subject",
                "repo:acme/*");
        assertThat(answer.exitCode()).as(answer.err()).isZero();
    }

    private static Errand.Ask ask(Desk desk) {
        return new Errand.Ask(caller(desk), new RunOrder(policy(desk), Duration.ofMinutes(15), "deploy", Map.of()));
    }

    private static Caller caller(Desk desk) {
        return caller(desk, "ci");
    }

    private static Caller caller(Desk desk, String trust) {
        return desk.workloadTrusts().list().stream()
                .filter(one -> one.name().equals(trust))
                .map(one -> Caller.by(one, SUBJECT))
                .findFirst()
                .orElseThrow();
    }

    private static String policy(Desk desk) {
        return desk.estate().current().snapshot().policies().stream()
                .map(Policy::id)
                .map(PolicyId::text)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatWasKeptStandsWhateverGoesWrongAfter() {
        try (Desk desk = bench.open()) {
            AtomicInteger asked = new AtomicInteger();
            Supplier<Workloads> failing = () -> {
                if (asked.incrementAndGet() > 1) {
                    throw new IllegalStateException("after it was entered");
                }
                return desk.workloads();
            };
            Clerk clerk =
                    new Clerk(desk.workloadTrusts()::list, failing, desk::signals, desk::emergencyStatuses, false);
            Slip slip = clerk.does(ask(desk));
            assertThat(slip.kind()).isEqualTo(Slip.Kind.NEEDS_SIGNATURES);
            assertThat(desk.exceptions().find(slip.requestId()).request().state())
                    .isEqualTo(RequestState.PENDING);
            assertThat(bench.workspace().resolve("logs").resolve("curfew.log"))
                    .content()
                    .contains("a fault in serving", "IllegalStateException")
                    .doesNotContain("after it was entered");
        }
    }

    @Test
    void whoWasKnownByAnotherTrustIsNotServed() {
        Caller before;
        String id;
        trust("ours", "curfew");
        try (Desk desk = bench.open()) {
            before = caller(desk, "ours");
            id = Clerk.at(desk).does(new Errand.Ask(before, ask(desk).order())).requestId();
            assertThat(Clerk.at(desk).does(new Errand.Look(before, id)).kind()).isEqualTo(Slip.Kind.FOUND);
        }
        trust("ours", "another");
        try (Desk desk = bench.open()) {
            for (Errand errand : List.of(
                    new Errand.Look(before, id),
                    new Errand.TakeBack(before, id),
                    new Errand.Ask(before, ask(desk).order()))) {
                Slip slip = Clerk.at(desk).does(errand);
                assertThat(slip.kind()).as(errand.toString()).isEqualTo(Slip.Kind.TRUST_CHANGED);
                assertThat(slip.trusts()).isEqualTo(desk.workloadTrusts().list());
            }
        }
        assertThat(bench.as("bo", "workload", "distrust", "ours").exitCode()).isZero();
        try (Desk desk = bench.open()) {
            Slip slip = Clerk.at(desk).does(new Errand.Look(before, id));
            assertThat(slip.kind()).isEqualTo(Slip.Kind.NOT_DONE);
            assertThat(slip.why()).isEqualTo("NOT_TRUSTED");
        }
    }

    @Test
    void whoeverHasItOpenDoesWhatOthersBring() throws InterruptedException {
        try (Passage passage = bench.passage()) {
            assertThat(passage.bring(new Errand.Trusts())).isEmpty();
            List<Slip> told = new ArrayList<>();
            try (Desk desk = bench.open();
                    Counter _ = desk.openCounter(told::add).orElseThrow()) {
                assertThat(passage.bring(new Errand.Trusts()).orElseThrow().trusts())
                        .isEqualTo(desk.workloadTrusts().list());
                Slip asked = passage.bring(ask(desk)).orElseThrow();
                assertThat(asked.kind()).isEqualTo(Slip.Kind.NEEDS_SIGNATURES);
                Slip seen = passage.bring(new Errand.Look(caller(desk), asked.requestId()))
                        .orElseThrow();
                assertThat(seen)
                        .hasToString(Clerk.at(desk)
                                .does(new Errand.Look(caller(desk), asked.requestId()))
                                .toString());
                assertThat(passage.bring(new Errand.TakeBack(caller(desk), asked.requestId()))
                                .map(Slip::kind))
                        .contains(Slip.Kind.WITHDRAWN);
                assertThat(told).extracting(Slip::changed).containsExactly(false, true, false, true);
            }
            assertThat(passage.bring(new Errand.Trusts())).isEmpty();
        }
    }

    @Test
    void whoeverCannotOpenTheWorkspaceGetsNothing() throws InterruptedException {
        try (Desk desk = bench.open();
                Counter _ = desk.openCounter(_ -> {}).orElseThrow();
                Passage stranger = new Passage(bench.workspace(), new byte[32])) {
            int before = desk.exceptions().list().size();
            Optional<Slip> slip = stranger.bring(ask(desk));
            assertThat(slip.map(Slip::kind)).contains(Slip.Kind.FAULT);
            assertThat(desk.exceptions().list()).hasSize(before);
        }
    }

    @Test
    @Timeout(60)
    void whoeverSaysNothingIsNotWaitedFor() throws Exception {
        try (Desk desk = bench.open();
                SocketChannel silent = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            try (Counter _ = desk.openCounter(_ -> {}).orElseThrow()) {
                silent.connect(UnixDomainSocketAddress.of(CounterPlace.of(bench.workspace())));
                assertThat(silent.read(ByteBuffer.allocate(1)))
                        .as("it was let in")
                        .isEqualTo(1);
            }
            assertThat(CounterPlace.of(bench.workspace())).doesNotExist();
        }
    }

    @Test
    void aSocketThatAKilledProcessLeftIsNobodysAndIsTakenOver() throws Exception {
        Path socket = CounterPlace.of(bench.workspace());
        CounterPlace.clear(socket);
        Files.createFile(socket);
        try (Passage passage = bench.passage()) {
            assertThat(passage.bring(new Errand.Trusts())).isEmpty();
            try (Desk desk = bench.open();
                    Counter _ = desk.openCounter(_ -> {}).orElseThrow()) {
                assertThat(passage.bring(new Errand.Trusts())).isPresent();
            }
        }
        assertThat(socket).doesNotExist();
    }

    @Test
    void aPathThatIsTooLongForASocketHasOneElsewhere(@TempDir Path deep) {
        Path far = deep.resolve("x".repeat(120)).resolve("workspace");
        assertThat(CounterPlace.of(far).toString().length()).isLessThanOrEqualTo(100);
        assertThat(CounterPlace.of(far)).isNotEqualTo(CounterPlace.of(far.resolveSibling("another")));
    }
}
