package dev.curfew.connector.postgres.log;

import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Whether the server may have logged less before: what it logs now is asked of it, and not what it logged then. It
/// says
/// itself which settings it read anew; with which it was started before, it does not say.
///
/// <https://github.com/postgres/postgres/blob/master/src/backend/utils/misc/guc.c>
final class LoggedBefore {
    private static final Messages MESSAGES = Messages.of(LoggedBefore.class);
    private static final Pattern CHANGED =
            Pattern.compile("parameter \"(log_statement|log_connections|log_min_messages|log_destination|lc_messages)\""
                    + " (?:changed to|removed from configuration file)\\b.*");
    private static final String STARTED = "starting PostgreSQL ";

    private final Instant since;
    private @Nullable Instant changed;
    private String setting = "";
    private @Nullable Instant started;

    LoggedBefore(Instant since) {
        this.since = since;
    }

    void take(LogLine line) {
        if (line.user().isEmpty() && line.severity().equals("LOG")) {
            LogTime.of(line.time()).filter(since::isBefore).ifPresent(at -> note(at, line.message()));
        }
    }

    private void note(Instant at, String message) {
        Matcher anew = CHANGED.matcher(message);
        if (anew.matches()) {
            changed = at;
            setting = anew.group(1);
        } else if (message.startsWith(STARTED)) {
            started = at;
        }
    }

    List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        if (changed != null) {
            gaps.add(MESSAGES.text("gap.changed", setting, changed));
        }
        if (started != null) {
            gaps.add(MESSAGES.text("gap.started", started));
        }
        return gaps;
    }
}
