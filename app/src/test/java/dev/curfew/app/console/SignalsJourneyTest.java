package dev.curfew.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.console.bench.Decisions;
import dev.curfew.app.console.bench.FxThread;
import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.theme.Appearance;
import dev.curfew.app.console.theme.TextSize;
import dev.curfew.app.console.theme.Theme;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.signal.Sender;
import dev.curfew.model.signal.SignalKind;
import dev.curfew.model.signal.SignalSubject;
import dev.curfew.model.signal.SignalSubject.Form;
import dev.curfew.model.signal.Tip;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.Test;

/// Ada sees in the inventory why a risk is high, looks at what was signalled, and settles it.
class SignalsJourneyTest {
    private static final Sender IDP = new Sender(
            "idp",
            new Sender.Proof.Transmitter(URI.create("https://idp.example"), "curfew", "", "{\"keys\":[]}", false),
            EnumSet.allOf(SignalKind.class),
            List.of());

    private static ShellBench bench(Desk desk, Appearance appearance, TextSize size) {
        Theme theme = new Theme();
        theme.appearance().set(appearance);
        theme.textSize().set(size);
        return new ShellBench(desk, theme, () -> SampleWorkspace.NOW, Destination.of(Place.INVENTORY, Story.CI_ROLE));
    }

    private static Tip tip(String id, SignalKind kind, Duration ago, SignalSubject subject) {
        return new Tip(id, kind, List.of(subject), SampleWorkspace.NOW.minus(ago));
    }

    private static void signal(Desk desk) {
        try (Secret passphrase = Secret.of(Decisions.PASSPHRASE)) {
            OfficerLogin ada = new OfficerLogin(Decisions.ADA, passphrase);
            desk.officers().add(ada, "Ada Marsh");
            desk.signals().senders().add(ada, IDP, null);
        }
        SignalSubject role = SignalSubject.of(Form.ID, Story.CI_ROLE);
        desk.signals()
                .enter(
                        IDP,
                        List.of(
                                tip("j-1", SignalKind.CREDENTIAL_CHANGED, Duration.ofDays(1), role),
                                tip("j-2", SignalKind.RISK_HIGH, Duration.ofHours(3), role),
                                tip(
                                        "j-3",
                                        SignalKind.ACCOUNT_DISABLED,
                                        Duration.ofMinutes(9),
                                        SignalSubject.of(Form.EMAIL, "somebody@example.org"))))
                .orThrow();
    }

    @Test
    void aRiskIsSeenWithItsCausesAndSettled() throws Exception {
        try (SampleWorkspace sample = SampleWorkspace.filled()) {
            Desk desk = sample.desk();
            ShellBench quiet = FxThread.call(() -> bench(desk, Appearance.LIGHT, TextSize.PERCENT_100));
            nothingYet(quiet);
            signal(desk);
            for (TextSize size : new TextSize[] {TextSize.PERCENT_100, TextSize.PERCENT_150}) {
                for (Appearance appearance : new Appearance[] {Appearance.LIGHT, Appearance.DARK}) {
                    ShellBench bench = FxThread.call(() -> bench(desk, appearance, size));
                    look(bench, appearance.name().toLowerCase(Locale.ROOT) + "-" + size.percent());
                }
            }
            ShellBench bench = FxThread.call(() -> bench(desk, Appearance.LIGHT, TextSize.PERCENT_100));
            settle(bench);
            assertThat(desk.signals().list())
                    .filteredOn(one -> one.taken().stands())
                    .extracting(one -> one.taken().signal().tip().kind())
                    .containsExactlyInAnyOrder(SignalKind.ACCOUNT_DISABLED, SignalKind.CREDENTIAL_CHANGED);
        }
    }

    private static void nothingYet(ShellBench bench) throws Exception {
        Hands hands = new Hands(bench);
        FxThread.run(() -> {
            assertThat(hands.texts()).doesNotContain("Risk");
            hands.menu("Signals");
            assertThat(hands.texts()).contains("Nobody signalled anything");
        });
        FxThread.run(() -> Pictures.keep(bench.picture(), "signals-empty-light-100"));
        FxThread.run(bench::close);
    }

    private static void look(ShellBench bench, String name) throws Exception {
        Hands hands = new Hands(bench);
        FxThread.run(() -> assertThat(hands.texts())
                .contains("Risk", "high: 80 of 100", "Risk high: 79", "Credential changed: 5"));
        FxThread.run(() -> Pictures.keep(bench.picture(), "signals-risk-" + name));
        FxThread.run(() -> {
            hands.menu("Signals");
            assertThat(hands.texts())
                    .contains(
                            "Standing (3)",
                            "Risk high: " + Story.CI_ROLE,
                            "Account disabled: somebody@example.org",
                            "Names nobody who was read")
                    .doesNotContain("Names " + Story.CI_ROLE);
        });
        FxThread.run(() -> Pictures.keep(bench.picture(), "signals-list-" + name));
        FxThread.run(() -> hands.press("Close"));
        FxThread.run(() -> hands.pressStarting("Settle"));
        FxThread.run(() -> Pictures.keep(bench.picture(), "signals-settle-" + name));
        FxThread.run(bench::close);
    }

    private static void settle(ShellBench bench) throws Exception {
        Hands hands = new Hands(bench);
        FxThread.run(() -> {
            hands.pressStarting("Settle");
            assertThat(hands.texts()).contains("Settle a signal", "idp");
            hands.choose("#officer", 0);
            hands.type("#settle-reason", "it was a drill");
            hands.type("#officer-passphrase", "wrong");
            hands.press("Sign that it is settled");
            assertThat(hands.texts()).contains("It was not settled");
            hands.press("Back");
            assertThat(hands.texts()).contains("high: 80 of 100");
            assertThat(((TextInputControl) bench.find("#settle-reason")).getText())
                    .isEqualTo("it was a drill");

            hands.sign(0, Decisions.PASSPHRASE);
            hands.press("Sign that it is settled");
            assertThat(hands.texts()).contains("5 of 100").doesNotContain("Settle a signal");

            hands.menu("Signals");
            assertThat(hands.texts())
                    .contains("Standing (2)", "Settled (1)")
                    .anyMatch(text -> text.startsWith("Settled by ") && text.endsWith(": it was a drill"));
        });
        FxThread.run(() -> Pictures.keep(bench.picture(), "signals-settled-light-100"));
        FxThread.run(bench::close);
    }
}
