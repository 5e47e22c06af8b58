package dev.curfew.governance.issue;

import dev.curfew.governance.officer.Office;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.outcome.Spans;
import dev.curfew.governance.reach.AddedReach;
import dev.curfew.governance.reach.PolicyReach;
import dev.curfew.governance.reach.PolicyTexts;
import dev.curfew.governance.target.Targets;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.port.Issuer;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.snapshot.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/// What is looked at once more, at the source and in the snapshot, before anything is issued.
final class LastLook {
    private final Office office;
    private final Targets targets;
    private final PolicyReach reach;
    private final IssueLimits limits;
    private final SourceTimes times;

    LastLook(Office office, Targets targets, PolicyReach reach, IssueLimits limits, SourceTimes times) {
        this.office = office;
        this.targets = targets;
        this.reach = reach;
        this.limits = limits;
        this.times = times;
    }

    /// @param adds by the text that the approval is about
    /// @param time at the source
    record Sight(Issuer issuer, Snapshot snapshot, AddedReach adds, SourceTime time) {}

    /// @return what to issue with, or ACTING_OFF, STALE_SNAPSHOT, UNKNOWN_POLICY, POLICY_CHANGED, SOURCE_FAILED
    Outcome<Sight> at(ExceptionRequest request) {
        SourceName source = request.policy().source();
        Optional<Issuer> issuer = targets.issuer(source);
        // What cannot be taken back is not issued: if keeping the books fails, the credential is ended at once.
        if (issuer.isEmpty()
                || targets.revoker(source).isEmpty()
                || targets.ending(source).isEmpty()) {
            return Outcome.refused(Refusal.ACTING_OFF, source.value());
        }
        Snapshot snapshot = office.store().current();
        return fresh(snapshot, source)
                .then(_ -> adds(snapshot, request))
                .then(adds -> atSource(issuer.get(), request)
                        .map(_ -> new Sight(issuer.get(), snapshot, adds, times.lookNow(source))));
    }

    private Outcome<SourceName> fresh(Snapshot snapshot, SourceName source) {
        Instant readAt = snapshot.coverage().stream()
                .filter(coverage -> coverage.source().equals(source))
                .map(Coverage::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        Duration age = Duration.between(readAt, office.clock().instant());
        return age.compareTo(limits.snapshotAgeMax()) <= 0
                ? Outcome.done(source)
                : Outcome.refused(
                        Refusal.STALE_SNAPSHOT, source.value(), Spans.words(age), Spans.words(limits.snapshotAgeMax()));
    }

    private Outcome<AddedReach> adds(Snapshot snapshot, ExceptionRequest request) {
        return PolicyTexts.of(snapshot, request.policy())
                .map(policy -> same(request, policy.text()).map(_ -> reach.adds(snapshot, request.policy())))
                .orElseGet(() ->
                        Outcome.refused(Refusal.UNKNOWN_POLICY, request.policy().text()));
    }

    private static Outcome<ExceptionRequest> atSource(Issuer issuer, ExceptionRequest request) {
        try {
            return same(request, issuer.currentPolicyText(request.policy()));
        } catch (SourceException e) {
            return Outcome.refused(
                    Refusal.SOURCE_FAILED, request.policy().source().value(), String.valueOf(e.getMessage()));
        }
    }

    private static Outcome<ExceptionRequest> same(ExceptionRequest request, String text) {
        return PolicyTexts.hash(text).equals(request.policyTextHash())
                ? Outcome.done(request)
                : Outcome.refused(
                        Refusal.POLICY_CHANGED, request.id(), request.policy().text());
    }
}
