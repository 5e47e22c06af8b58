package dev.curfew.app.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.console.bench.FxThread;
import dev.curfew.app.usecase.revocation.Alarms;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.proof.ListingEvidence;
import dev.curfew.revocation.after.Returned;
import dev.curfew.revocation.run.Revived;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;

class AlarmBannerTest {
    private static final Instant GONE = Instant.parse("2026-11-22T03:14:09Z");

    private final List<Node> above = new ArrayList<>();
    private final AlarmBanner banner = new AlarmBanner(_ -> {}, above);

    private static Revived revived(String token, int minute) {
        return new Revived(
                CredentialId.of("bao", token),
                "p-1",
                GONE,
                new ListingEvidence.Listed(GONE.plusSeconds(60L * minute), true, "listed"));
    }

    private String said() {
        Parent line = (Parent) above.getFirst();
        return ((Labeled) line.getChildrenUnmodifiable().getFirst()).getText();
    }

    @Test
    void theNewestIsSaidAndTheOthersAreCounted() throws Exception {
        FxThread.run(() -> {
            banner.show(new Alarms(List.of(revived("first", 1), revived("last", 9), revived("between", 5)), List.of()));

            assertThat(said()).startsWith("Good again: bao:last,").endsWith("And 2 more; the ledger has all.");
        });
    }

    @Test
    void whatWasNotSaidBeforeIsSaidFirst() throws Exception {
        FxThread.run(() -> {
            Revived before = revived("first", 9);
            banner.show(new Alarms(List.of(before), List.of()));
            Returned back = new Returned(CredentialId.of("bao", "new"), "bao:entity/ci", "p-2", GONE);
            banner.show(new Alarms(List.of(before), List.of(back)));

            assertThat(above).hasSize(1);
            assertThat(said()).startsWith("Back: bao:new ").endsWith("And 1 more; the ledger has both.");
        });
    }
}
