package dev.curfew.app.cli.issue;

import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.app.usecase.Desk;
import dev.curfew.model.governance.Enforcement;
import dev.curfew.model.governance.Window;
import dev.curfew.model.governance.WindowEnd;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Windows, a line each.
public final class WindowListing {
    private static final Messages MESSAGES = Messages.of(WindowListing.class);

    private WindowListing() {}

    static Listing<Window> of(Desk desk) {
        return with(desk.windows().covers());
    }

    /// @param covers as in `OpenWindows.covers`
    static Listing<Window> with(Map<String, Window> covers) {
        return new Listing<>(
                "curfew.windows/1",
                List.of(
                        Column.whole(MESSAGES.text("window"), Window::id),
                        Column.of(MESSAGES.text("state"), WindowListing::state),
                        Column.of(MESSAGES.text("ends"), window -> ModelWords.time(window.endsAt())),
                        Column.whole(MESSAGES.text("also-covered"), window -> cover(cover(covers, window))),
                        Column.of(MESSAGES.text("enforced-by"), window -> enforcement(window.enforcement())),
                        Column.whole(
                                MESSAGES.text("credential"),
                                window -> window.credential().text()),
                        Column.of(
                                MESSAGES.text("policy"),
                                window -> window.policy().text())),
                window -> json(window, cover(covers, window)),
                MESSAGES.text("windows.none"));
    }

    static Optional<Window> cover(Map<String, Window> covers, Window window) {
        return Optional.ofNullable(covers.get(window.id()));
    }

    private static String cover(Optional<Window> cover) {
        return cover.map(other -> MESSAGES.text("cover", other.id(), ModelWords.time(other.endsAt())))
                .orElse("");
    }

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

    public static Map<String, @Nullable Object> json(Window window, Optional<Window> cover) {
        return new Fields()
                .put("id", window.id())
                .put("policy", window.policy().text())
                .put("credential", window.credential().text())
                .put("openedAt", window.openedAt())
                .put("endsAt", window.endsAt())
                .put("alsoCoveredBy", cover.map(Window::id).orElse(null))
                .put("alsoCoveredUntil", cover.map(Window::endsAt).orElse(null))
                .put("enforcedByTarget", window.enforcement().byTarget())
                .put("enforcedBy", window.enforcement().by())
                .put("enforcement", window.enforcement().reason())
                .put("end", window.end() == null ? null : window.end().name())
                .put("endedAt", window.endedAt())
                .map();
    }
}
