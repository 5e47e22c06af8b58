package dev.curfew.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.console.bench.Decisions;
import dev.curfew.app.console.bench.FxThread;
import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.theme.Theme;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.governance.delegation.Handed;
import dev.curfew.governance.duty.DutyRules;
import dev.curfew.governance.roster.chain.RosterChange;
import dev.curfew.model.connection.Secret;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// An officer hands on their voice, the other one approves with it, and it is ended before its time.
class VoiceJourneyTest {
    private static final String CY = "cy";

    private static <T> T as(String name, Function<OfficerLogin, T> act) {
        try (Secret passphrase = Secret.of(Decisions.PASSPHRASE)) {
            return act.apply(new OfficerLogin(name, passphrase));
        }
    }

    private static ShellBench open(Desk desk, Theme theme, String request) {
        return new ShellBench(desk, theme, () -> SampleWorkspace.NOW, Destination.of(Place.EXCEPTIONS, request));
    }

    private static void found(Desk desk) {
        as(CY, cy -> desk.officers().add(cy, "Cy Okafor"));
        as(Decisions.ADA, ada -> desk.rosters().found(ada, 1));
    }

    private static void permit(Desk desk) {
        DutyRules rules = new DutyRules(null, null, null, Duration.ofDays(10), Set.of(), Set.of());
        as(Decisions.ADA, ada -> desk.rosters().propose(ada, new RosterChange.SetDuties(rules)));
        as(Decisions.ADA, ada -> desk.rosters().propose(ada, new RosterChange.Grant(Decisions.BO, "security")));
    }

    private static String ask(Desk desk) {
        return as(
                Decisions.ADA,
                ada -> desk.exceptions()
                        .request(ada, Decisions.BREAK_GLASS, Duration.ofMinutes(15), "nightly restore", Map.of())
                        .request()
                        .id());
    }

    @Test
    void whereTheRosterLetsNobodyDoThatItSaysSo() throws Exception {
        try (SampleWorkspace workspace = SampleWorkspace.decided()) {
            Desk desk = workspace.desk();
            found(desk);
            FxThread.run(() -> {
                try (ShellBench bench = open(desk, new Theme(), "")) {
                    Hands hands = new Hands(bench);
                    hands.menu("Officers");
                    assertThat(hands.said("Hand on a voice")).contains("--delegated-for");
                    hands.press("Hand on a voice");
                    assertThat(bench.scene.lookup("#hand-on-to")).isNull();
                }
            });
        }
    }

    @Test
    void aVoiceIsHandedOnSpokenInAndEnded() throws Exception {
        try (SampleWorkspace workspace = SampleWorkspace.decided()) {
            Desk desk = workspace.desk();
            found(desk);
            permit(desk);
            String request = ask(desk);
            Pictures.inBothThemesAndSizes(
                    "dialog-officers", theme -> open(desk, theme, request), bench -> new Hands(bench).menu("Officers"));
            Pictures.inBothThemesAndSizes("dialog-hand-on", theme -> open(desk, theme, request), bench -> {
                Hands hands = new Hands(bench);
                hands.menu("Officers");
                hands.press("Hand on a voice");
            });
            FxThread.run(() -> {
                try (ShellBench bench = open(desk, new Theme(), request)) {
                    Hands hands = new Hands(bench);
                    hands.menu("Officers");
                    hands.press("Hand on a voice");
                    assertThat(hands.choices("#hand-on-length"))
                            .hasSize(6)
                            .last()
                            .isEqualTo("PT240H");
                    hands.choose("#hand-on-to", hands.choiceOf("#hand-on-to", "name=cy,"));
                    hands.choose("#officer", hands.choiceOf("#officer", "name=cy,"));
                    assertThat(hands.texts()).contains("Choose another officer: nobody speaks for themselves.");
                    hands.sign("name=bo,", Decisions.PASSPHRASE);
                    hands.press("Sign and hand it on");
                    assertThat(hands.texts()).anyMatch(text -> text.startsWith("Speaks for bo until 2026-11-23"));
                }
            });
            Pictures.inBothThemesAndSizes(
                    "officers-voices", theme -> open(desk, theme, request), bench -> new Hands(bench).menu("Officers"));
            approve(desk, request);
            FxThread.run(() -> {
                try (ShellBench bench = open(desk, new Theme(), request)) {
                    Hands hands = new Hands(bench);
                    hands.menu("Officers");
                    hands.press("End this");
                    assertThat(hands.choices("#officer")).hasSize(2).noneMatch(one -> one.contains("name=ada,"));
                    hands.sign("name=cy,", Decisions.PASSPHRASE);
                    hands.press("Sign and end it");
                    assertThat(hands.texts()).noneMatch(text -> text.startsWith("Speaks for"));
                }
            });
            assertThat(desk.delegations().list()).singleElement().matches(one -> !one.stands());
        }
    }

    private static void approve(Desk desk, String request) throws Exception {
        Handed voice = desk.delegations().list().getFirst();
        Pictures.inBothThemesAndSizes("dialog-approve-voice", theme -> open(desk, theme, request), bench -> {
            Hands hands = new Hands(bench);
            hands.press("Approve");
            hands.choose("#officer", hands.choiceOf("#officer", "name=cy,"));
        });
        FxThread.run(() -> {
            try (ShellBench bench = open(desk, new Theme(), request)) {
                Hands hands = new Hands(bench);
                hands.press("Approve");
                hands.choose("#officer", hands.choiceOf("#officer", "name=ada,"));
                assertThat(hands.choices("#voice"))
                        .as("nobody handed theirs to ada")
                        .hasSize(1);
                hands.choose("#officer", hands.choiceOf("#officer", "name=cy,"));
                assertThat(hands.choices("#voice")).hasSize(2);
                hands.choose("#voice", 1);
                hands.type("#officer-passphrase", Decisions.PASSPHRASE);
                hands.press("Sign and approve");
            }
        });
        assertThat(desk.exceptions().list())
                .filteredOn(it -> it.request().id().equals(request))
                .singleElement()
                .satisfies(it -> assertThat(it.decisions())
                        .singleElement()
                        .satisfies(approval -> assertThat(approval.statement())
                                .contains("\"voiceOf\":\"bo\"")
                                .contains(voice.delegation().hash())));
    }
}
