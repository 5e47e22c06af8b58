package dev.curfew.app.cli.breakglass;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.terminal.Terminal;
import dev.curfew.app.usecase.breakglass.status.PathStatus;
import dev.curfew.app.usecase.breakglass.status.StatusJson;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;

/// Where statuses are shown: where a person follows them, one screen that is written over; elsewhere anew whenever more
/// has changed than the time.
final class StatusScreen {
    /// Cursor home, and erase to the end of the screen (ECMA-48 CUP and ED).
    private static final String OVER = "\u001b[H\u001b[J";

    private final Invocation invocation;
    private final boolean overwrites;
    private List<PathStatus> shown = List.of();
    private boolean written;

    StatusScreen(Invocation invocation, boolean follows) {
        this.invocation = invocation;
        Terminal terminal = invocation.terminal();
        overwrites = follows && terminal.width().isPresent();
    }

    void show(List<PathStatus> paths, Instant now) {
        if (written && !overwrites && paths.equals(shown)) {
            return;
        }
        if (overwrites) {
            invocation.terminal().out().print(OVER);
        }
        invocation.printer().list(listing(now), paths);
        shown = paths;
        written = true;
    }

    private static Listing<PathStatus> listing(Instant now) {
        return Listing.ofLines(
                "curfew.break-glass-status/1",
                path -> StatusText.of(path, now),
                path -> new LinkedHashMap<>(StatusJson.of(path)),
                Messages.of(StatusScreen.class).text("paths.none"));
    }
}
