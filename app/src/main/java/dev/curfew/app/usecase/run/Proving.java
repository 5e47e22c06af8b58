package dev.curfew.app.usecase.run;

import dev.curfew.governance.target.Targets;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.Probe;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.proof.ListingEvidence;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.proof.Judge;
import dev.curfew.revocation.trial.Schedule;
import dev.curfew.revocation.trial.Sleeper;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tries a credential before its command and after its end: only what was let in before is refused for being gone.
public final class Proving {
    /// Kubernetes' authentication cache was seen to let a deleted account's token in for 10 s, and is documented to for
    /// 60 (revocability.json).
    private static final Duration WAIT_MAX = Duration.ofSeconds(75);

    private static final Messages MESSAGES = Messages.of(Proving.class);

    private final Targets targets;
    private final Schedule schedule;
    private final Sleeper sleeper;
    private final InstantSource clock;

    public Proving(Targets targets, Schedule schedule, Sleeper sleeper, InstantSource clock) {
        this.targets = targets;
        this.schedule = schedule;
        this.sleeper = sleeper;
        this.clock = clock;
    }

    /// Whether the source lets it in now.
    boolean accepted(CredentialId credential, Secret value) throws InterruptedException {
        Optional<Probe> probe = targets.probe(credential.source());
        return probe.isPresent() && attempt(probe.get(), credential, value) instanceof ProbeOutcome.Accepted;
    }

    /// Tries it until it is refused for good, or for as long as is worth waiting.
    Proof gone(Job job, Instant endedAt) throws InterruptedException {
        return gone(job.credential(), job.value(), job.accepted(), endedAt);
    }

    /// As above, of whatever was tried before.
    ///
    /// @param accepted whether it was let in then
    Proof gone(CredentialId credential, Secret value, boolean accepted, Instant endedAt) throws InterruptedException {
        Optional<Probe> probe = targets.probe(credential.source());
        if (probe.isEmpty()) {
            return notProvable("no-probe", null);
        }
        List<ProbeOutcome> tries = tries(probe.get(), credential, value);
        return Judge.judge(accepted, endedAt, tries, clock.instant());
    }

    /// Without the value there is nothing to try; what the source lists is weaker.
    Proof withoutValue(CredentialId credential) throws InterruptedException {
        return notProvable("no-value", listing(credential));
    }

    private List<ProbeOutcome> tries(Probe probe, CredentialId credential, Secret value) throws InterruptedException {
        List<ProbeOutcome> tries = new ArrayList<>();
        Instant giveUpAt = clock.instant().plus(WAIT_MAX);
        int unrefused = 0;
        while (true) {
            ProbeOutcome outcome = attempt(probe, credential, value);
            tries.add(outcome);
            boolean gone = Judge.saysGone(outcome);
            boolean late = !gone && !clock.instant().isBefore(giveUpAt);
            if (Judge.closingRefusals(tries) >= Judge.CONFIRMATIONS || late || tries.size() >= schedule.triesMax()) {
                return tries;
            }
            unrefused = gone ? unrefused : unrefused + 1;
            sleeper.sleep(gone ? schedule.confirm() : schedule.pause(unrefused, null));
        }
    }

    private ProbeOutcome attempt(Probe probe, CredentialId credential, Secret value) throws InterruptedException {
        try {
            return probe.attempt(credential, value);
        } catch (SourceException e) {
            return new ProbeOutcome.Indeterminate(clock.instant(), String.valueOf(e.getMessage()));
        }
    }

    private @Nullable ListingEvidence listing(CredentialId credential) throws InterruptedException {
        Optional<Probe> probe = targets.probe(credential.source());
        if (probe.isEmpty()) {
            return null;
        }
        try {
            return probe.get().list(credential);
        } catch (SourceException e) {
            return new ListingEvidence.Unreadable(clock.instant(), String.valueOf(e.getMessage()));
        }
    }

    private Proof notProvable(String key, @Nullable ListingEvidence listing) {
        return new Proof.NotProvable(
                clock.instant(), MESSAGES.text(key + ".reason"), MESSAGES.text(key + ".next"), listing);
    }
}
