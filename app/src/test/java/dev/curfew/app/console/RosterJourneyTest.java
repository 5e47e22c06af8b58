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
import dev.curfew.governance.roster.chain.RosterChange;
import dev.curfew.model.connection.Secret;
import java.time.Clock;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// Once the roster is founded, the console shows it with what waits for signatures, and offers only good keys.
class RosterJourneyTest {

    private static void as(String name, Consumer<OfficerLogin> act) {
        try (Secret passphrase = Secret.of(Decisions.PASSPHRASE)) {
            act.accept(new OfficerLogin(name, passphrase));
        }
    }

    @Test
    void whatWaitsForSignaturesIsShownAndSignedByAGoodKey() throws Exception {
        try (SampleWorkspace workspace = SampleWorkspace.live()) {
            Desk desk = workspace.desk();
            as("ada", ada -> desk.officers().add(ada, "Ada"));
            as("bo", bo -> desk.officers().add(bo, "Bo"));
            as("cy", cy -> desk.officers().add(cy, "Cy"));
            as("ada", ada -> desk.rosters().found(ada, 1));
            as("ada", ada -> desk.rosters().propose(ada, new RosterChange.Revoke("cy", "left")));
            as("ada", ada -> desk.rosters().propose(ada, new RosterChange.SetQuorum(2)));
            as("ada", ada -> desk.rosters().propose(ada, new RosterChange.Grant("bo", "security")));
            Pictures.inBothThemesAndSizes(
                    "officers-roster",
                    theme -> new ShellBench(desk, theme, Clock.systemUTC(), Destination.of(Place.EXCEPTIONS)),
                    bench -> new Hands(bench).menu("Officers"));
            FxThread.run(() -> {
                try (ShellBench bench =
                        new ShellBench(desk, new Theme(), Clock.systemUTC(), Destination.of(Place.EXCEPTIONS))) {
                    Hands hands = new Hands(bench);
                    hands.menu("Officers");
                    assertThat(hands.texts())
                            .contains("2 of 2 officers sign each change of this list.", "key revoked")
                            .anyMatch(text -> text.startsWith("Signed by ada; one more"));

                    hands.press("Sign the change");
                    assertThat(hands.choices("#officer")).hasSize(2).noneMatch(one -> one.contains("cy"));
                }
            });
        }
    }
}
