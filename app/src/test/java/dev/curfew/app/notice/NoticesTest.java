package dev.curfew.app.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.notice.Courier;
import dev.curfew.app.usecase.notice.Rounds;
import dev.curfew.ledger.log.LedgerException;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.notice.Messenger;
import dev.curfew.model.notice.Messenger.Told;
import dev.curfew.model.notice.Notice;
import dev.curfew.model.notice.NoticeEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Who hears of a request that waits, on the sample, told by `curfew watch` to a real receiver.
class NoticesTest {
    private static final Instant START = Instant.parse("2026-11-22T09:00:00Z");

    /// Made once, and copied for each test.
    @TempDir
    private static Path founded;

    private final Path home;
    private final CommandBench bench;

    NoticesTest(@TempDir Path home) {
        this.home = home;
        bench = new CommandBench(home, Clock.fixed(START, ZoneOffset.UTC));
    }

    @BeforeAll
    static void found() {
        CommandBench bench = CommandBench.withTheSample(founded);
        for (String officer : List.of("ada", "bo", "cy")) {
            assertThat(bench.addOfficer(officer).exitCode()).isZero();
        }
        bench.file("signed.cases.json", "{\"base\":{},\"cases\":[]}");
        Path policies = bench.file(
                "signed.cedar", "@id(\"signed\") @requires(\"1 of officer\") permit (principal, action, resource);");
        done(bench.as("ada", "policy", "save", policies.toString()));
        bench.file("hook.key", "a secret of some length");
    }

    @BeforeEach
    void copy() throws IOException {
        try (Stream<Path> all = Files.walk(founded)) {
            for (Path path : all.toList()) {
                Path to = home.resolve(founded.relativize(path).toString());
                if (!Files.exists(to)) {
                    Files.copy(path, to, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private static Answer done(Answer answer) {
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        return answer;
    }

    private void add(String name, Receiver receiver, String... more) {
        List<String> line = new ArrayList<>(List.of("notice", "add", name, "--webhook", receiver.address()));
        line.addAll(List.of("--secret-file", home.resolve("hook.key").toString()));
        line.addAll(List.of(more));
        done(bench.as("ada", line.toArray(String[]::new)));
    }

    private String request() {
        String role;
        try (Desk desk = bench.open()) {
            role = desk.estate().current().snapshot().policies().stream()
                    .map(Policy::id)
                    .map(PolicyId::text)
                    .findFirst()
                    .orElseThrow();
        }
        Answer asked = done(bench.as("ada", "request", role, "--for", "15m", "--reason", "deploy"));
        return asked.items().get(0).path("id").asText();
    }

    /// The same workspace, later.
    private CommandBench later(Duration by) {
        return new CommandBench(home, Clock.fixed(START.plus(by), ZoneOffset.UTC));
    }

    @Test
    void whatWaitsIsToldOnceEscalatesAndIsToldDecided() {
        try (Receiver all = new Receiver();
                Receiver bos = new Receiver();
                Receiver cys = new Receiver()) {
            add("all", all);
            add("bo", bos, "--for", "bo");
            add("cy", cys, "--for", "cy", "--on", "request-waiting,request-escalated");
            done(bench.as("ada", "notice", "escalate", "--after", "1h", "bo", "cy"));
            String id = request();
            done(bench.run("watch", "--once"));
            done(bench.run("watch", "--once"));
            assertThat(all.events()).containsExactly("request-waiting");
            assertThat(all.last().path("about").asText()).isEqualTo(id);
            assertThat(all.last().path("officers").toString()).isEqualTo("[\"bo\"]");
            assertThat(bos.events()).containsExactly("request-waiting");
            assertThat(cys.events()).isEmpty();

            CommandBench late = later(Duration.ofMinutes(61));
            done(late.run("watch", "--once"));
            assertThat(cys.events()).containsExactly("request-escalated");
            assertThat(bos.events()).hasSize(1);
            assertThat(all.events()).containsExactly("request-waiting", "request-escalated");
            done(later(Duration.ofHours(5)).run("watch", "--once"));
            assertThat(cys.events()).hasSize(1);

            done(late.as("cy", "deny", id));
            done(late.run("watch", "--once"));
            assertThat(all.events()).containsExactly("request-waiting", "request-escalated", "request-decided");
            assertThat(all.last().path("title").asText()).isEqualTo(id + " is denied");
            done(late.run("ledger", "verify"));
        }
    }

    @Test
    void aReceiverThatFailsIsToldAndHoldsNothingUp() {
        try (Receiver receiver = new Receiver()) {
            add("pager", receiver);
            assertThat(bench.run("notice", "test", "pager").exitCode()).isZero();
            assertThat(receiver.events()).containsExactly("test");
            receiver.answers(500);
            assertThat(bench.run("notice", "test", "pager").exitCode()).isEqualTo(ExitCode.REFUSED);
            String id = request();
            Answer watched = done(bench.run("watch", "--once"));
            assertThat(watched.err()).contains("pager").contains("500");
            done(bench.as("bo", "deny", id));
            assertThat(failing()).containsExactly("pager");
            Answer failing = bench.json("notice", "list", "--fail-on-failing");
            assertThat(failing.exitCode()).isEqualTo(ExitCode.REFUSED);
            assertThat(failing.items().get(0).path("waiting").asInt()).isEqualTo(1);
            assertThat(failing.items().get(0).at("/state/works").asBoolean(true))
                    .isFalse();

            receiver.answers(200);
            done(bench.run("watch", "--once"));
            assertThat(receiver.events()).containsExactly("test", "request-decided");
            Answer works = done(bench.json("notice", "list", "--fail-on-failing"));
            assertThat(works.items().get(0).path("waiting").asInt()).isZero();
            assertThat(failing()).isEmpty();
            assertThat(works.out() + failing.out()).doesNotContain("a secret of some length", "/hook");
        }
    }

    /// As the console tells it.
    private List<String> failing() {
        try (Desk desk = bench.open()) {
            return desk.notices().failing();
        }
    }

    @Test
    void killedBetweenSendingAndNotingItIsSentAgainWithTheSameId() throws InterruptedException {
        try (Receiver nobody = new Receiver()) {
            add("pager", nobody);
        }
        request();
        List<Notice> sent = new CopyOnWriteArrayList<>();
        Messenger messenger = (_, notice, secret) -> {
            assertThat(secret).isNotNull();
            sent.add(notice);
            return new Told(true, "taken");
        };
        try (Desk desk = bench.open()) {
            for (int i = 0; i < 2; i++) {
                try (Courier killed = courier(messenger)) {
                    killed.round(desk.notices());
                    killed.await(Duration.ofMinutes(1));
                }
            }
            try (Courier courier = courier(messenger)) {
                for (int i = 0; i < 3; i++) {
                    courier.round(desk.notices());
                    courier.await(Duration.ofMinutes(1));
                }
            }
        }
        assertThat(sent).hasSize(3);
        assertThat(sent).extracting(Notice::event).containsOnly(NoticeEvent.REQUEST_WAITING);
        assertThat(sent).extracting(Notice::id).containsOnly(sent.getFirst().id());
    }

    private static Courier courier(Messenger messenger) {
        return new Courier(messenger, Clock.fixed(START, ZoneOffset.UTC), (_, _) -> {});
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aRoundThatFailsIsToldAndIsNotTheLast(RuntimeException fault) throws InterruptedException {
        try (Receiver nobody = new Receiver()) {
            add("pager", nobody);
        }
        request();
        CountDownLatch twice = new CountDownLatch(2);
        Messenger failing = (_, _, _) -> {
            twice.countDown();
            return new Told(false, "nobody there");
        };
        AtomicLong hours = new AtomicLong();
        InstantSource hurried = () -> START.plus(Duration.ofHours(2 * hours.incrementAndGet()));
        Courier courier = new Courier(failing, hurried, (_, _) -> {
            throw fault;
        });
        BlockingQueue<Optional<RuntimeException>> told = new LinkedBlockingQueue<>();
        try (Desk desk = bench.open();
                Rounds _ = new Rounds(courier, desk.notices(), told::add, Duration.ofMillis(10))) {
            assertThat(twice.await(1, TimeUnit.MINUTES)).isTrue();
            assertThat(told.poll(1, TimeUnit.MINUTES)).isEqualTo(Optional.of(fault));
            assertThat(told.poll(1, TimeUnit.MINUTES)).as("the next round goes").isEqualTo(Optional.empty());
        }
    }

    static List<RuntimeException> faults() {
        return List.of(new LedgerException("the disk is full"), new IllegalStateException("a fault of our own"));
    }

    @Test
    void nobodyWaitsForAReceiverThatHangs() throws InterruptedException {
        try (Receiver nobody = new Receiver()) {
            add("pager", nobody);
        }
        String id = request();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ends = new CountDownLatch(1);
        Messenger hanging = (_, _, _) -> {
            begun.countDown();
            ends.await();
            return new Told(false, "late");
        };
        try (Courier courier = courier(hanging)) {
            try (Desk desk = bench.open()) {
                courier.round(desk.notices());
                begun.await();
                courier.round(desk.notices());
            }
            done(bench.as("bo", "deny", id));
            ends.countDown();
            courier.await(Duration.ofMinutes(1));
        }
    }

    @Test
    void whatIsNoCarrierIsNotAdded() {
        String key = home.resolve("hook.key").toString();
        bench.file("short.key", "short");
        for (List<String> line : List.of(
                List.of("notice", "add", "pager"),
                List.of("notice", "add", "pager", "--webhook", "http://pager.example.org/", "--secret-file", key),
                List.of("notice", "add", "pager", "--webhook", "https://pager.example.org/"),
                List.of(
                        "notice",
                        "add",
                        "pager",
                        "--webhook",
                        "https://pager.example.org/",
                        "--secret-file",
                        home.resolve("short.key").toString()),
                List.of("notice", "add", "pager", "--desktop", "--on", "nothing"),
                List.of("notice", "add", "m", "--mail-to", "a", "--mail-from", "b@example.org", "--smtp", "h:25"),
                List.of("notice", "add", "m", "--mail-to", "a@b", "--mail-from", "b@c", "--smtp", "h"))) {
            assertThat(bench.as("ada", line.toArray(String[]::new)).exitCode())
                    .as(line.toString())
                    .isEqualTo(ExitCode.USAGE);
        }
        assertThat(bench.as("ada", "notice", "add", "pager", "--desktop", "--for", "nobody")
                        .exitCode())
                .isEqualTo(ExitCode.REFUSED);
        assertThat(bench.as("ada", "notice", "escalate", "nobody").exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(bench.run("notice", "test", "pager").exitCode()).isEqualTo(ExitCode.REFUSED);
        done(bench.as("ada", "notice", "add", "here", "--desktop"));
        done(bench.as("ada", "notice", "remove", "here"));
        assertThat(done(bench.json("notice", "list")).items()).isEmpty();
    }
}
