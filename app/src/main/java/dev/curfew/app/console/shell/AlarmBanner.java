package dev.curfew.app.console.shell;

import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Navigator;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.usecase.revocation.Alarms;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;

/// Says above everything that what was revoked is not gone, until that is over or somebody puts it away; what is new is
/// said again, and before what was said already.
final class AlarmBanner {
    private static final Messages MESSAGES = Messages.of(AlarmBanner.class);

    /// @param at when it was seen; of what is back, when it was gone
    private record Alarm(String words, Destination there, Instant at) {}

    private final NewsLine line;
    private Set<Alarm> said = Set.of();

    /// @param above what stands above everything
    AlarmBanner(Navigator navigator, List<Node> above) {
        line = new NewsLine(navigator, above, "alarm.more", () -> {});
    }

    void show(Alarms alarms) {
        line.clear();
        List<Alarm> all = newestFirst(alarms);
        if (!all.isEmpty()) {
            line.show(
                    Tone.BAD,
                    all.getFirst().words(),
                    all.size() - 1,
                    MESSAGES.text("alarm.show"),
                    all.getFirst().there());
        }
        said = Set.copyOf(all);
    }

    private List<Alarm> newestFirst(Alarms alarms) {
        return all(alarms)
                .sorted(Comparator.comparing((Alarm alarm) -> said.contains(alarm))
                        .thenComparing(Alarm::at, Comparator.reverseOrder()))
                .toList();
    }

    private static Stream<Alarm> all(Alarms alarms) {
        return Stream.concat(
                alarms.revived().stream()
                        .map(one -> new Alarm(
                                MESSAGES.text("alarm.revived", one.credential().text(), one.planId()),
                                Destination.of(Place.REVOCATION, one.planId()),
                                one.listing().at())),
                alarms.returned().stream()
                        .map(one -> new Alarm(
                                MESSAGES.text("alarm.returned", one.what().text(), one.identity(), one.planId()),
                                Destination.of(Place.INVENTORY, one.what().text()),
                                one.goneAt())));
    }
}
