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
import java.util.Objects;
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
                ? disowned(identity, owner)
                        .or(() -> overdue(identity, owner).map(one -> finding(identity, one)))
                        .stream()
                        .toList()
                : List.of();
    }

    /// A word that an owner owes of an identity.
    ///
    /// @param owner as its tag names them
    /// @param ask the question that nobody answered in time; empty: a period is over
    /// @param since when it was due; long ago where nobody knows since when the identity is there
    public record Overdue(String owner, String ask, Instant since) {}

    /// What is overdue of the identity; empty too where somebody else has to act first.
    public Optional<Overdue> overdue(Identity identity) {
        return identity.ownership() instanceof Ownership.Owned(String owner, String _)
                        && disowned(identity, owner).isEmpty()
                ? overdue(identity, owner)
                : Optional.empty();
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

    private Optional<Overdue> overdue(Identity identity, String owner) {
        Attestations.Unanswered open = unanswered.get(identity.id());
        if (open != null && open.owner().equals(owner)) {
            return Optional.of(new Overdue(owner, open.ask(), open.due()));
        }
        Duration every = attestations.every();
        return every == null || attestations.asked().contains(identity.id()) || isNobodys(identity)
                ? Optional.empty()
                : Optional.of(new Overdue(owner, "", from(identity, owner).plus(every)))
                        .filter(one -> !now.isBefore(one.since()));
    }

    /// From when the period counts.
    private Instant from(Identity identity, String owner) {
        Instant created = identity.createdAt();
        return last(identity, owner).map(Attestation::at).orElse(created == null ? Instant.EPOCH : created);
    }

    /// What the owner of now said last.
    private Optional<Attestation> last(Identity identity, String owner) {
        return Optional.ofNullable(said.get(identity.id()))
                .filter(last -> last.owner().equals(owner));
    }

    private Finding finding(Identity identity, Overdue one) {
        if (!one.ask().isEmpty()) {
            return finding(
                    Rule.ATTESTATION_OVERDUE,
                    "asked",
                    Severity.MEDIUM,
                    identity,
                    one.owner(),
                    day(one.since()),
                    one.ask());
        }
        String days = Long.toString(
                Objects.requireNonNull(attestations.every(), "a period is over").toDays());
        return last(identity, one.owner())
                .map(last -> finding(
                        Rule.ATTESTATION_OVERDUE, "old", Severity.LOW, identity, one.owner(), day(last.at()), days))
                .orElseGet(() -> finding(Rule.ATTESTATION_OVERDUE, "never", Severity.LOW, identity, one.owner(), days));
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
