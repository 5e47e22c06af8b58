package dev.curfew.app.usecase.playbook;

import dev.curfew.revocation.reaction.Reacted;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

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

    /// @return what came of it; empty where nothing happened
    /// @throws dev.curfew.app.usecase.Refused if the workspace is read-only
    public Optional<List<Reacted>> look(Playbooks playbooks) throws InterruptedException {
        Instant now = clock.instant();
        if (playbooks.happened() == happened && now.isBefore(lookAgainAt)) {
            return Optional.empty();
        }
        List<Reacted> reacted = playbooks.react();
        happened = playbooks.happened();
        lookAgainAt = now.plus(AT_LEAST_EVERY);
        return Optional.of(reacted);
    }
}
