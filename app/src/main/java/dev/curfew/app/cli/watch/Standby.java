package dev.curfew.app.cli.watch;

import dev.curfew.app.cli.Invocation;
import dev.curfew.governance.outcome.Spans;
import dev.curfew.model.text.Messages;
import dev.curfew.snapshot.lock.Lease;
import dev.curfew.snapshot.lock.LockHolder;
import java.time.Duration;
import java.util.Optional;

/// Of those that watch over one workspace one does, and the others wait until it is gone or does nothing for too long.
final class Standby {
    private static final Messages MESSAGES = Messages.of(Standby.class);

    /// How soon after the end of another on this machine it is seen.
    static final Duration LOOKS_EVERY = Duration.ofSeconds(1);

    private static final Duration PATIENCE_MIN = Duration.ofSeconds(30);
    private static final int LOOKS_MISSED = 3;

    private final Invocation invocation;
    private final Duration patience;
    private final Lease lease;
    private Optional<LockHolder> told = Optional.empty();

    /// @param every how long whoever watches waits at most before they look again
    Standby(Invocation invocation, Duration every) {
        this.invocation = invocation;
        Duration missed = every.multipliedBy(LOOKS_MISSED);
        patience = missed.compareTo(PATIENCE_MIN) < 0 ? PATIENCE_MIN : missed;
        lease = new Lease(invocation.place().directory(), invocation.clock().instant(), patience);
    }

    /// Whether another watches; who, is said once.
    boolean waits() {
        Optional<LockHolder> other = lease.other();
        if (other.isPresent() && !other.equals(told)) {
            told = other;
            LockHolder holder = other.get();
            String key = lease.isSeen(holder) ? "waits" : "waits.elsewhere";
            say(key, Long.toString(holder.pid()), holder.host(), Spans.words(patience));
        }
        return other.isPresent();
    }

    /// With the workspace open, where nobody else watches.
    void watch() {
        lease.renew();
        if (told.isPresent()) {
            told = Optional.empty();
            say("took-over");
        }
    }

    private void say(String key, Object... arguments) {
        invocation.printer().note(MESSAGES.text(key, arguments));
    }
}
