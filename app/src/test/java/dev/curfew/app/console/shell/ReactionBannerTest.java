package dev.curfew.app.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.finding.Finding;
import dev.curfew.analysis.finding.Rule;
import dev.curfew.analysis.finding.Severity;
import dev.curfew.app.console.bench.FxThread;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.model.id.IdentityId;
import dev.curfew.revocation.reaction.Reacted;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;

class ReactionBannerTest {
    private final List<Node> above = new ArrayList<>();
    private final List<Destination> gone = new ArrayList<>();
    private final ReactionBanner banner = new ReactionBanner(gone::add, above);

    private static Finding risk(String user) {
        return Finding.of(Rule.RISK, "", Severity.HIGH, IdentityId.of("prod", user), user, "80", "risk-high 80");
    }

    private static Reacted held(String user) {
        return new Reacted.Held("guard", risk(user), "It is protected.");
    }

    private Parent line() {
        return (Parent) above.getFirst();
    }

    private String said() {
        return ((Labeled) line().getChildrenUnmodifiable().getFirst()).getText();
    }

    private void press(int which) {
        ((Button) line().getChildrenUnmodifiable().get(which)).fire();
    }

    @Test
    void theNewestIsSaidTheOthersAreCountedAndOncePutAwayNoMore() throws Exception {
        FxThread.run(() -> {
            banner.tell(held("ci"));
            banner.tell(held("shop"));
            assertThat(above).hasSize(1);
            assertThat(said())
                    .startsWith("Playbook guard is for this, and could not be begun: The risk of shop is 80")
                    .endsWith("It is protected. And 1 more.");
            press(1);
            assertThat(gone).containsExactly(Destination.of(Place.INVENTORY, "prod:shop"));

            press(2);
            assertThat(above).isEmpty();
            banner.tell(held("report"));
            assertThat(said()).contains("report").endsWith("It is protected.");
        });
    }

    @Test
    void whatNoPlaybookIsForIsNotSaid() throws Exception {
        FxThread.run(() -> {
            banner.tell(new Reacted.Told(risk("ci")));
            assertThat(above).isEmpty();
        });
    }
}
