package dev.curfew.app.cli.issue;

import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.model.governance.Enforcement;
import dev.curfew.model.governance.Window;
import dev.curfew.model.governance.WindowEnd;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Windows, a line each.
public final class WindowListing {
    private static final Messages MESSAGES = Messages.of(WindowListing.class);

    static final Listing<Window> LISTING = new Listing<>(
            "curfew.windows/1",
            List.of(
                    Column.whole(MESSAGES.text("window"), Window::id),
                    Column.of(MESSAGES.text("state"), WindowListing::state),
                    Column.of(MESSAGES.text("ends"), window -> ModelWords.time(window.endsAt())),
                    Column.of(MESSAGES.text("enforced-by"), window -> enforcement(window.enforcement())),
                    Column.whole(
                            MESSAGES.text("credential"),
                            window -> window.credential().text()),
                    Column.of(MESSAGES.text("policy"), window -> window.policy().text())),
            WindowListing::json,
            MESSAGES.text("windows.none"));

    private WindowListing() {}

    private static String state(Window window) {
        WindowEnd end = window.end();
        return end == null
                ? MESSAGES.text("window.open")
                : end.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String enforcement(Enforcement enforcement) {
        return MESSAGES.text(
                enforcement.byTarget() ? "enforced.target" : "enforced.weak", enforcement.by(), enforcement.reason());
    }

    public static Map<String, @Nullable Object> json(Window window) {
        return new Fields()
                .put("id", window.id())
                .put("policy", window.policy().text())
                .put("credential", window.credential().text())
                .put("openedAt", window.openedAt())
                .put("endsAt", window.endsAt())
                .put("enforcedByTarget", window.enforcement().byTarget())
                .put("enforcedBy", window.enforcement().by())
                .put("enforcement", window.enforcement().reason())
                .put("end", window.end() == null ? null : window.end().name())
                .put("endedAt", window.endedAt())
                .map();
    }
}
