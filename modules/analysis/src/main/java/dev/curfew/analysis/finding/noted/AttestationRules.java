package dev.curfew.analysis.finding.noted;

import dev.curfew.analysis.finding.Finding;
import dev.curfew.analysis.finding.Rule;
import dev.curfew.analysis.finding.Severity;
import dev.curfew.analysis.kind.Kinds;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.people.Attestation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rules over one identity's attestation: disowned, no longer needed, asked in vain, not asked for too long.
///
/// A word binds whom it came from: where another owner is named since, the question is open again.
public final class AttestationRules {
    private static final Kinds KINDS = Kinds.packaged();

    private final Map<IdentityId, Attestation> said = new HashMap<>();
    private final Map<IdentityId, Attestations.Unanswered> unanswered = new HashMap<>();
    private final Attestations attestations;
    private final Instant now;

    public AttestationRules(Attestations attestations, Instant now) {
        this.attestations = attestations;
        this.now = now;
        attestations.said().forEach(each -> said.put(each.identity(), each));
        attestations.unanswered().forEach(each -> unanswered.put(each.identity(), each));
    }

    /// Nobody is asked about what has no owner, or an owner who is gone: that is a finding of its own.
    public List<Finding> look(Identity identity) {
        return identity.ownership() instanceof Ownership.Owned(String owner, String _)
                ? disowned(identity, owner).or(() -> overdue(identity, owner)).stream()
                        .toList()
                : List.of();
    }

    private Optional<Finding> disowned(Identity identity, String owner) {
        Attestation last = said.get(identity.id());
        if (last == null) {
            return Optional.empty();
        }
        return switch (last.answer()) {
            case KEEP -> Optional.empty();
            case NOT_MINE ->
                last.owner().equals(owner)
                        ? Optional.of(disowned(identity, last, "not-mine", Severity.HIGH))
                        : Optional.empty();
            case NOT_NEEDED -> Optional.of(disowned(identity, last, "not-needed", Severity.MEDIUM));
        };
    }

    private static Finding disowned(Identity identity, Attestation last, String variant, Severity severity) {
        return finding(
                Rule.DISOWNED, variant, severity, identity, last.owner(), day(last.at()), last.reason(), last.ask());
    }

    private Optional<Finding> overdue(Identity identity, String owner) {
        Attestations.Unanswered open = unanswered.get(identity.id());
        if (open != null && open.owner().equals(owner)) {
            return Optional.of(finding(
                    Rule.ATTESTATION_OVERDUE, "asked", Severity.MEDIUM, identity, owner, day(open.due()), open.ask()));
        }
        Duration every = attestations.every();
        return every == null || attestations.asked().contains(identity.id()) || isNobodys(identity)
                ? Optional.empty()
                : old(identity, owner, every);
    }

    private Optional<Finding> old(Identity identity, String owner, Duration every) {
        Instant limit = now.minus(every);
        Attestation last = said.get(identity.id());
        String days = Long.toString(every.toDays());
        if (last != null && last.owner().equals(owner)) {
            return last.at().isAfter(limit)
                    ? Optional.empty()
                    : Optional.of(finding(
                            Rule.ATTESTATION_OVERDUE, "old", Severity.LOW, identity, owner, day(last.at()), days));
        }
        Instant created = identity.createdAt();
        return created != null && created.isAfter(limit)
                ? Optional.empty()
                : Optional.of(finding(Rule.ATTESTATION_OVERDUE, "never", Severity.LOW, identity, owner, days));
    }

    private static boolean isNobodys(Identity identity) {
        return KINDS.isCollective(identity.kind()) || KINDS.isProvidersOwn(identity);
    }

    private static Finding finding(
            Rule rule, String variant, Severity severity, Identity identity, String owner, String... more) {
        List<String> arguments = new ArrayList<>(List.of(identity.name(), owner));
        arguments.addAll(List.of(more));
        return Finding.of(rule, variant, severity, identity.id(), arguments.toArray(String[]::new));
    }

    private static String day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
    }
}
