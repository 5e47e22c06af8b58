package dev.curfew.connector.record;

import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// From when to when a record tells, and where it is silent: nothing happened there, or its files are gone.
final class Horizon {
    /// A server that is used at all writes more often.
    private static final Duration SILENCE = Duration.ofHours(1);

    private static final int NAMED_MAX = 5;
    private static final Messages MESSAGES = Messages.of(Horizon.class);

    private final Instant since;
    private final List<String> silences = new ArrayList<>();
    private long silent;
    private @Nullable Instant first;
    private Instant last = Instant.MIN;

    Horizon(Instant since) {
        this.since = since;
    }

    void note(Instant at) {
        if (first == null) {
            first = at;
            last = at;
        }
        if (at.isAfter(since) && SILENCE.compareTo(Duration.between(last, at)) < 0) {
            silence(last, at);
        }
        if (at.isAfter(last)) {
            last = at;
        }
    }

    private void silence(Instant from, Instant to) {
        silent++;
        if (silences.size() < NAMED_MAX) {
            silences.add(MESSAGES.text("gap.silence", seconds(from), seconds(to)));
        }
    }

    Optional<Instant> from() {
        return Optional.ofNullable(first);
    }

    List<String> gaps(Instant now) {
        List<String> gaps = new ArrayList<>(silences);
        if (silent > silences.size()) {
            gaps.add(MESSAGES.text("gap.silences", silent - silences.size()));
        }
        if (first != null && SILENCE.compareTo(Duration.between(last, now)) < 0) {
            gaps.add(MESSAGES.text("gap.ends", seconds(last)));
        }
        return gaps;
    }

    private static String seconds(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
