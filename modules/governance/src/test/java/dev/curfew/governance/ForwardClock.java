package dev.curfew.governance;

import java.time.Instant;
import java.time.InstantSource;

/// The source's clock: it goes with ours, but not back when somebody sets ours back.
final class ForwardClock implements InstantSource {
    private final InstantSource ours;
    private Instant latest = Instant.MIN;

    ForwardClock(InstantSource ours) {
        this.ours = ours;
    }

    @Override
    public Instant instant() {
        Instant now = ours.instant();
        latest = now.isAfter(latest) ? now : latest;
        return latest;
    }
}
