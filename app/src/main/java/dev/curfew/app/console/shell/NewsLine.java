package dev.curfew.app.console.shell;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.component.state.Banner;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Navigator;
import dev.curfew.model.text.Messages;
import java.util.List;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// One line above everything that stays until somebody puts it away, with the way to what it is about.
final class NewsLine {
    private static final Messages MESSAGES = Messages.of(NewsLine.class);

    private final Navigator navigator;
    private final List<Node> above;
    private final String more;
    private final Runnable away;
    private @Nullable Node shown;

    /// @param above what stands above everything
    /// @param more key of the words for how much else there is
    /// @param away called when somebody put it away
    NewsLine(Navigator navigator, List<Node> above, String more, Runnable away) {
        this.navigator = navigator;
        this.above = above;
        this.more = more;
        this.away = away;
    }

    /// Instead of what it said.
    ///
    /// @param others how many are not said
    /// @param look the words of the way there
    void show(Tone tone, String words, int others, String look, Destination there) {
        clear();
        shown = new Banner(
                tone,
                others == 0 ? words : words + " " + MESSAGES.text(more, others),
                Action.of(look, Material2OutlinedAL.ARROW_FORWARD, () -> navigator.go(there)),
                Action.of(MESSAGES.text("alarm.away"), Material2OutlinedAL.CLOSE, this::putAway));
        above.add(shown);
    }

    void clear() {
        if (shown != null) {
            above.remove(shown);
            shown = null;
        }
    }

    private void putAway() {
        clear();
        away.run();
    }
}
