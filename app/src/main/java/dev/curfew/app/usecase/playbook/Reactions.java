package dev.curfew.app.usecase.playbook;

import dev.curfew.revocation.reaction.Reacted;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/// Has playbooks react, where anything happened since they last did.
public final class Reactions {
    /// Time passes too: an exception is over, a ceiling lets through again.
    private static final Duration AT_LEAST_EVERY = Duration.ofMinutes(1);

    private final InstantSource clock;
    private long happened = -1;
    private Instant lookAgainAt = Instant.MIN;

    public Reactions(InstantSource clock) {
        this.clock = clock;
    }

    /// Whether anything happened, or time enough passed.
    public boolean isDue(Playbooks playbooks) {
        return playbooks.happened() != happened || !clock.instant().isBefore(lookAgainAt);
    }

    /// @param told of what comes of it, of each thing as it happens
    /// @throws dev.curfew.app.usecase.Refused if the workspace is read-only
    public void react(Playbooks playbooks, Consumer<Reacted> told) throws InterruptedException {
        Instant now = clock.instant();
        // What others enter meanwhile may have come too late for this time.
        long before = playbooks.happened();
        playbooks.react(told);
        happened = before;
        lookAgainAt = now.plus(AT_LEAST_EVERY);
    }
}
