package dev.curfew.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.console.bench.Decisions;
import dev.curfew.app.console.bench.FxThread;
import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.screen.inventory.signal.SignalsDialog;
import dev.curfew.app.console.theme.Theme;
import dev.curfew.app.notice.Receiver;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.notice.Rounds;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.notice.Carrier;
import dev.curfew.model.notice.NoticeEvent;
import dev.curfew.model.text.Sha256;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Who is told of what, in the window: one carrier that arrives, one that fails and says why, tried and taken away.
class NoticesJourneyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private SampleWorkspace workspace;
    private final Receiver works = new Receiver();
    private final Receiver broken = new Receiver();

    NoticesJourneyTest() throws IOException, InterruptedException {
        workspace = SampleWorkspace.decided();
    }

    @AfterEach
    void close() throws IOException {
        workspace.close();
        works.close();
        broken.close();
    }

    private ShellBench bench(Theme theme, Destination start) {
        return new ShellBench(workspace.desk(), theme, () -> SampleWorkspace.NOW, start);
    }

    private void add(String name, Receiver receiver, Set<NoticeEvent> events, String officer) {
        Carrier carrier =
                new Carrier(name, new Carrier.Way.Webhook(URI.create(receiver.address()), "", false), events, officer);
        try (Secret passphrase = Secret.of(Decisions.PASSPHRASE);
                Secret secret = Secret.of("a secret of some length")) {
            workspace.desk().notices().add(new OfficerLogin(Decisions.ADA, passphrase), carrier, secret);
        }
    }

    /// Somebody asks for something, and the round that follows finds one receiver that does not take it.
    private void somethingIsTold() throws InterruptedException {
        Desk desk = workspace.desk();
        try (Secret passphrase = Secret.of(Decisions.PASSPHRASE)) {
            desk.exceptions()
                    .request(
                            new OfficerLogin(Decisions.ADA, passphrase),
                            Decisions.BREAK_GLASS,
                            Duration.ofMinutes(15),
                            "stuck again",
                            Map.of());
        }
        long until = System.nanoTime() + PATIENCE.toNanos();
        try (Rounds _ = desk.bringNotices(_ -> {})) {
            while (desk.notices().failing().isEmpty() && System.nanoTime() < until) {
                Thread.sleep(50);
            }
        }
        assertThat(desk.notices().failing()).containsExactly("pager");
    }

    private static AuditEvent unsigned(String type, String subject, Map<String, Object> details) {
        return new AuditEvent(type, SampleWorkspace.NOW, Decisions.ADA, Sha256.hex(subject), details);
    }

    @Test
    void whatNoOfficerSignedIsSaidOnTheOverviewAndWhereItWouldBeListed() throws Exception {
        add("pager", works, EnumSet.allOf(NoticeEvent.class), "");
        workspace = workspace.forged(
                unsigned("notice.carrier", "curfew.notice", Map.of("name", "pager", "address", "https://evil.example")),
                unsigned("signal.received", "curfew.signals", Map.of("id", "none")));
        String doubt = workspace.desk().notices().doubts().getFirst();
        String signal = workspace.desk().signals().kept().doubts().getFirst();
        FxThread.run(() -> {
            try (ShellBench bench = bench(new Theme(), Destination.of(Place.OVERVIEW))) {
                Hands hands = new Hands(bench);
                assertThat(hands.texts()).contains("Where notices go is not what an officer signed", doubt);
                bench.go(Destination.notices());
                Pictures.keep(bench.picture(), "notices-forged");
                assertThat(hands.texts()).contains("Nobody is told of anything", doubt);
                bench.sheets.close();
                new SignalsDialog(bench.session).open();
                assertThat(hands.texts()).contains("Signals", signal);
            }
        });
    }

    @Test
    void whatIsBrokenOffWhileItIsEnteredIsSaid() throws Exception {
        add("pager", works, EnumSet.allOf(NoticeEvent.class), "");
        Deque<Runnable> held = new ArrayDeque<>();
        AtomicBoolean isSlow = new AtomicBoolean();
        FxThread.run(() -> {
            try (ShellBench bench = new ShellBench(
                    workspace.desk(), () -> SampleWorkspace.NOW, Destination.of(Place.CONNECTIONS), task -> {
                        if (isSlow.get()) {
                            held.add(task);
                        } else {
                            task.run();
                        }
                    })) {
                Hands hands = new Hands(bench);
                hands.menu("Notices");
                hands.press("Remove");
                hands.sign(0, Decisions.PASSPHRASE);
                isSlow.set(true);
                hands.press("Remove pager");
                bench.sheets.close();
                isSlow.set(false);
                held.remove().run();
                assertThat(hands.texts())
                        .contains("It was broken off on the way. What stands is below.", "a webhook at 127.0.0.1");
            }
        });
    }

    @Test
    void whatDoesNotArriveIsSaidTriedAndTakenAway() throws Exception {
        Pictures.inBothThemesAndSizes(
                "notices-none",
                theme -> bench(theme, Destination.notices()),
                bench -> assertThat(new Hands(bench).texts()).contains("Nobody is told of anything"));
        broken.answers(404);
        add("desk", works, EnumSet.allOf(NoticeEvent.class), "");
        add("pager", broken, EnumSet.of(NoticeEvent.REQUEST_WAITING, NoticeEvent.TEST), Decisions.BO);
        somethingIsTold();
        Pictures.inBothThemesAndSizes("notices", theme -> bench(theme, Destination.of(Place.OVERVIEW)), bench -> {
            Hands hands = new Hands(bench);
            assertThat(hands.texts()).contains("Notices by pager do not arrive");
            bench.go(Destination.notices());
        });
        FxThread.run(() -> {
            try (ShellBench bench = bench(new Theme(), Destination.of(Place.CONNECTIONS))) {
                Hands hands = new Hands(bench);
                hands.menu("Notices");
                assertThat(hands.texts())
                        .contains("a webhook at 127.0.0.1", "requests that wait", "2 notices", "everything", "bo")
                        .anyMatch(text -> text.startsWith("fails since "))
                        .anyMatch(text -> text.contains("404"));

                broken.answers(204);
                hands.press("Send a test");
                assertThat(hands.texts()).anyMatch(text -> text.startsWith("pager carries: "));
                assertThat(broken.events()).containsExactly("test");

                hands.press("Remove");
                hands.sign(0, Decisions.PASSPHRASE);
                hands.press("Remove pager");
                assertThat(hands.texts()).contains("pager is gone.").doesNotContain("a webhook at 127.0.0.1, bo");
            }
        });
        assertThat(workspace.desk().notices().list())
                .extracting(one -> one.standing().carrier().name())
                .containsExactly("desk");
    }
}
