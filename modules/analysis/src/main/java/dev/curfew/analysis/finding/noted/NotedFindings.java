package dev.curfew.analysis.finding.noted;

import dev.curfew.analysis.finding.Finding;
import dev.curfew.analysis.finding.Rule;
import dev.curfew.analysis.finding.Severity;
import dev.curfew.analysis.finding.Standards;
import dev.curfew.analysis.signal.Risks;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// Looks at what was noted. What the newest snapshot does not hold any more, or holds as inactive, is none.
public final class NotedFindings {
    private final SnapshotIndex index;
    private final List<Finding> found = new ArrayList<>();

    private NotedFindings(SnapshotIndex index) {
        this.index = index;
    }

    /// @param now what signals weigh depends on how old they are
    public static List<Finding> of(SnapshotIndex index, Noted noted, Instant now) {
        NotedFindings findings = new NotedFindings(index);
        noted.leaks().forEach(findings::leaked);
        noted.departures().forEach(findings::gone);
        noted.revivals().forEach(findings::revived);
        noted.overdue().forEach(findings::overdue);
        findings.found.addAll(SignalFindings.of(index, new Risks(index, noted.signals(), now)));
        return List.copyOf(findings.found);
    }

    private void leaked(Noted.Leak leak) {
        index.credential(leak.credential())
                .filter(Credential::active)
                .ifPresent(credential -> add(
                        Rule.LEAKED, "told", Severity.HIGH, credential.id(), credential.name(), words(leak.toldAt())));
    }

    private void gone(Noted.Departure departure) {
        for (Identity identity : index.snapshot().identities()) {
            if (identity.ownership() instanceof Ownership.Owned(String owner, String _)
                    && owner.equals(departure.owner())) {
                add(
                        Rule.ORPHAN,
                        "told",
                        Severity.HIGH,
                        identity.id(),
                        identity.name(),
                        owner,
                        words(departure.toldAt()));
            }
        }
    }

    /// Also where the newest reading has not seen it since: its source was asked.
    private void revived(Noted.Revival revival) {
        add(
                Rule.REVIVED,
                "",
                Severity.HIGH,
                revival.credential(),
                name(revival.credential()),
                revival.planId(),
                words(revival.goneAt()));
    }

    private void overdue(Noted.Overdue overdue) {
        add(
                Rule.REVIEW_OVERDUE,
                "",
                Severity.MEDIUM,
                overdue.credential(),
                name(overdue.credential()),
                overdue.playbook(),
                words(overdue.due()),
                overdue.run());
    }

    private String name(CredentialId id) {
        return index.credential(id).map(Credential::name).orElseGet(id::text);
    }

    private static String words(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private void add(Rule rule, String variant, Severity severity, EntityId entity, String... arguments) {
        found.add(
                new Finding(rule, variant, severity, entity.source(), entity, List.of(arguments), Standards.of(rule)));
    }
}
