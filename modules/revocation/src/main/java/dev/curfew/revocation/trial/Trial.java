package dev.curfew.revocation.trial;

import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.Probe;
import dev.curfew.model.proof.ListingEvidence;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.ProbeAttempt;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.catalogue.Revocability;
import dev.curfew.revocation.journal.Course;
import dev.curfew.revocation.journal.Journal;
import dev.curfew.revocation.proof.Judge;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tries one credential, before and after the act, and keeps every try.
public final class Trial {
    /// A first try without an answer is repeated: without an acceptance before the act no refusal after it counts.
    private static final int BEFORE_MAX = 3;

    private static final Messages MESSAGES = Messages.of(Trial.class);

    private final Bench bench;
    private final Journal journal;
    private final Course course;
    private final CredentialId credential;
    private final Optional<Probe> probe;
    private final @Nullable Secret value;

    /// @param value the credential's value; null if nobody supplied it
    public Trial(Bench bench, Journal journal, Course course, @Nullable Secret value) {
        this.bench = bench;
        this.journal = journal;
        this.course = course;
        this.value = value;
        credential = course.last().credential();
        probe = bench.probe(credential.source());
    }

    /// What the source lists, before a try overwrites when it was last used.
    public Optional<ListingEvidence> listing() throws InterruptedException {
        return probe.isEmpty() ? Optional.empty() : Optional.of(probe.get().list(credential));
    }

    /// Tries it before the act, and makes sure that the value is its own.
    public void before(PlannedStep step) throws InterruptedException {
        if (probe.isEmpty() || value == null || course.acceptedBefore()) {
            return;
        }
        match(probe.get(), value);
        for (int i = 1; i <= BEFORE_MAX; i++) {
            ProbeOutcome outcome = probe.get().attempt(credential, value);
            journal.tried(step, true, outcome);
            if (!(outcome instanceof ProbeOutcome.Indeterminate) || i == BEFORE_MAX) {
                return;
            }
            bench.sleeper().sleep(bench.schedule().first());
        }
    }

    private boolean match(Probe asked, Secret supplied) throws InterruptedException {
        String fingerprint = bench.fingerprints().of(supplied);
        if (journal.wasMatched(credential, fingerprint)) {
            return true;
        }
        boolean belongs = asked.belongs(credential, supplied);
        if (belongs) {
            journal.matched(course.last(), fingerprint);
        }
        return belongs;
    }

    /// Tries it until it is refused for good, or for as long as is worth waiting.
    ///
    /// @param wait for a first refusal
    public Proof after(Duration wait) throws InterruptedException {
        if (probe.isEmpty()) {
            return notProvable("no-probe");
        }
        if (value == null) {
            return notProvable("no-value");
        }
        if (!match(probe.get(), value)) {
            return notProvable("no-match");
        }
        tryUntilRefused(probe.get(), value, wait);
        Instant now = bench.office().clock().instant();
        return Judge.judge(course.acceptedBefore(), course.actedAt().orElse(now), since(), now);
    }

    private Proof notProvable(String key) throws InterruptedException {
        return new Proof.NotProvable(
                bench.office().clock().instant(),
                MESSAGES.text(key + ".reason"),
                MESSAGES.text(key + ".next"),
                listing().orElse(null));
    }

    private List<ProbeOutcome> since() {
        return journal.attempts(course.last()).stream()
                .filter(attempt -> !attempt.beforeAct())
                .map(ProbeAttempt::outcome)
                .toList();
    }

    private void tryUntilRefused(Probe asked, Secret supplied, Duration wait) throws InterruptedException {
        Schedule schedule = bench.schedule();
        Revocability kind =
                bench.catalogue().kind(course.last().credentialKind()).orElse(null);
        Instant giveUpAt = bench.office().clock().instant().plus(wait);
        int refused = 0;
        int unrefused = 0;
        for (int i = 1; i <= schedule.triesMax(); i++) {
            ProbeOutcome outcome = asked.attempt(credential, supplied);
            journal.tried(course.last(), false, outcome);
            boolean gone = Judge.saysGone(outcome);
            refused = gone ? refused + 1 : 0;
            unrefused = gone ? unrefused : unrefused + 1;
            boolean over = !gone && !bench.office().clock().instant().isBefore(giveUpAt);
            if (refused == Judge.CONFIRMATIONS || over) {
                return;
            }
            bench.sleeper().sleep(gone ? schedule.confirm() : schedule.pause(unrefused, kind));
        }
    }
}
