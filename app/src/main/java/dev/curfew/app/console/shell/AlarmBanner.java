package dev.curfew.app.console.shell;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.component.state.Banner;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Navigator;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.usecase.revocation.Alarms;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// Says above everything that what was revoked is not gone, until that is over or somebody puts it away; what is new is
/// said again.
final class AlarmBanner {
    private static final Messages MESSAGES = Messages.of(AlarmBanner.class);

    private record Alarm(String words, Destination there) {}

    private final Navigator navigator;
    private final List<Node> above;
    private List<Node> shown = List.of();

    /// @param above what stands above everything
    AlarmBanner(Navigator navigator, List<Node> above) {
        this.navigator = navigator;
        this.above = above;
    }

    void show(Alarms alarms) {
        putAway();
        List<Alarm> all = all(alarms);
        if (!all.isEmpty()) {
            String more = all.size() == 1 ? "" : MESSAGES.text("alarm.more", all.size() - 1);
            Banner banner = new Banner(
                    Tone.BAD,
                    (all.getFirst().words() + " " + more).strip(),
                    Action.of(
                            MESSAGES.text("alarm.show"),
                            Material2OutlinedAL.ARROW_FORWARD,
                            () -> navigator.go(all.getFirst().there())),
                    Action.of(MESSAGES.text("alarm.away"), Material2OutlinedAL.CLOSE, this::putAway));
            shown = List.of(banner);
            above.addAll(shown);
        }
    }

    private void putAway() {
        above.removeAll(shown);
        shown = List.of();
    }

    private static List<Alarm> all(Alarms alarms) {
        return Stream.concat(
                        alarms.revived().stream()
                                .map(one -> new Alarm(
                                        MESSAGES.text(
                                                "alarm.revived",
                                                one.credential().text(),
                                                one.planId()),
                                        Destination.of(Place.REVOCATION, one.planId()))),
                        alarms.returned().stream()
                                .map(one -> new Alarm(
                                        MESSAGES.text(
                                                "alarm.returned", one.what().text(), one.identity(), one.planId()),
                                        Destination.of(
                                                Place.INVENTORY, one.what().text()))))
                .toList();
    }
}
