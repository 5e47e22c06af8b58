package dev.curfew.governance;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The source's clock: it goes with ours, as far ahead of it as it is set, and never back, whatever becomes of ours.
public final class ForwardClock implements InstantSource {
    private final InstantSource ours;
    private Instant latest = Instant.MIN;
    private Duration ahead = Duration.ZERO;

    ForwardClock(InstantSource ours) {
        this.ours = ours;
    }

    public void set(Duration aheadOfOurs) {
        ahead = aheadOfOurs;
    }

    @Override
    public Instant instant() {
        Instant now = ours.instant().plus(ahead);
        latest = now.isAfter(latest) ? now : latest;
        return latest;
    }
}
