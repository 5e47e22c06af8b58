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
import dev.curfew.governance.policy.PolicyPack;
import dev.curfew.governance.roster.chain.RosterChange;
import dev.curfew.governance.roster.chain.SignInProvider;
import dev.curfew.model.connection.Secret;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Signing in from the console, as far as no issuer is needed for it.
class SignInJourneyTest {

    private static final Clock CLOCK = Clock.fixed(SampleWorkspace.NOW, ZoneOffset.UTC);

    /// Nothing listens there.
    private static final URI NOWHERE = URI.create("http://127.0.0.1:9/staff");

    private static final String POLICY = """
            @id("one-who-signed-in")
            @requires("1 of officer signed in within 15 min")
            permit (principal, action, resource);
            """;

    private static void as(String name, Consumer<OfficerLogin> act) {
        try (Secret passphrase = Secret.of(Decisions.PASSPHRASE)) {
            act.accept(new OfficerLogin(name, passphrase));
        }
    }

    @Test
    void beforeTheRosterSaysWhereTheWordsSayWhatIsMissing() throws Exception {
        try (SampleWorkspace workspace = SampleWorkspace.live()) {
            FxThread.run(() -> {
                try (ShellBench bench = bench(workspace.desk(), new Theme(), Place.OVERVIEW)) {
                    Hands hands = new Hands(bench);
                    hands.key(".shell", KeyCode.I, true, true);
                    assertThat(hands.texts())
                            .contains("Nobody can sign in here yet")
                            .anyMatch(text -> text.startsWith("The roster is not founded yet"));
                }
            });
        }
    }

    @Test
    void anApprovalThatNeedsASignInOffersItAndAFaultIsToldWhereItIsAskedAgain() throws Exception {
        try (SampleWorkspace workspace = SampleWorkspace.decided()) {
            Desk desk = workspace.desk();
            as(Decisions.ADA, ada -> desk.rosters().found(ada, 1));
            as(
                    Decisions.ADA,
                    ada -> desk.rosters()
                            .propose(ada, new RosterChange.SignInBy(new SignInProvider(NOWHERE, "curfew", "", false))));
            as(Decisions.BO, bo -> desk.policies().save(bo, new PolicyPack(POLICY, "{\"base\": {}, \"cases\": []}")));
            String waiting = desk.exceptions().list().getFirst().request().id();
            FxThread.run(() -> {
                try (ShellBench bench =
                        new ShellBench(desk, new Theme(), CLOCK, Destination.of(Place.EXCEPTIONS, waiting))) {
                    Hands hands = new Hands(bench);
                    assertThat(hands.texts())
                            .contains(
                                    "Who approves this has to have signed in at most 15 min before, on this machine.");

                    hands.press("Approve");
                    assertThat(hands.texts()).contains("Officer sign-in", "Nobody is signed in on this machine.");
                    hands.sign(1, Decisions.PASSPHRASE);
                    bench.find("#sign-in-how");
                    hands.press("Sign in");

                    assertThat(hands.texts())
                            .contains("Officer sign-in")
                            .anyMatch(text -> text.contains("127.0.0.1:9"));
                    hands.press("Cancel");
                    assertThat(bench.sheets.isDisplay()).isFalse();
                }
            });
            Pictures.inBothThemesAndSizes(
                    "sign-in",
                    theme -> new ShellBench(desk, theme, CLOCK, Destination.of(Place.EXCEPTIONS, waiting)),
                    bench -> {
                        Hands hands = new Hands(bench);
                        hands.press("Approve");
                        hands.sign(1, Decisions.PASSPHRASE);
                        hands.press("Sign in");
                    });
        }
    }

    private static ShellBench bench(Desk desk, Theme theme, Place place) {
        return new ShellBench(desk, theme, CLOCK, Destination.of(place));
    }
}
