package dev.curfew.analysis.finding.noted;

import dev.curfew.analysis.finding.Finding;
import dev.curfew.analysis.finding.Rule;
import dev.curfew.analysis.finding.Severity;
import dev.curfew.analysis.owner.OwnerRow;
import dev.curfew.analysis.signal.Risks;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.time.Instant;
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
        noted.emergencies().forEach(findings::emergency);
        AttestationRules rules = new AttestationRules(noted.attestations(), now);
        index.snapshot().identities().forEach(identity -> findings.found.addAll(rules.look(identity)));
        findings.found.addAll(new Drift(index, noted.recorded()).look());
        findings.found.addAll(SignalFindings.of(index, new Risks(index, noted.signals(), now)));
        return List.copyOf(findings.found);
    }

    private void leaked(Noted.Leak leak) {
        String at = NotedWords.time(leak.toldAt());
        index.credential(leak.credential())
                .filter(Credential::active)
                .ifPresent(credential ->
                        found.add(Finding.of(Rule.LEAKED, "told", Severity.HIGH, credential.id(), credential.name(), at)
                                .on(at)));
    }

    /// By whatever sure name of theirs, as lists of people have it.
    private void gone(Noted.Departure departure) {
        String at = NotedWords.time(departure.toldAt());
        for (Identity identity : OwnerRow.ownedBy(index.snapshot(), departure.owner())) {
            if (identity.ownership() instanceof Ownership.Owned(String owner, String _)) {
                found.add(Finding.of(Rule.ORPHAN, "told", Severity.HIGH, identity.id(), identity.name(), owner, at)
                        .on(List.of(departure.owner(), at)));
            }
        }
    }

    /// Also where the newest reading has not seen it since: its source was asked.
    private void revived(Noted.Revival revival) {
        String at = NotedWords.time(revival.goneAt());
        CredentialId id = revival.credential();
        found.add(Finding.of(Rule.REVIVED, "", Severity.HIGH, id, NotedWords.name(index, id), revival.planId(), at)
                .on(List.of(revival.planId(), at)));
    }

    private void overdue(Noted.Overdue overdue) {
        CredentialId id = overdue.credential();
        found.add(Finding.of(
                Rule.REVIEW_OVERDUE,
                "",
                Severity.MEDIUM,
                id,
                NotedWords.name(index, id),
                overdue.playbook(),
                NotedWords.time(overdue.due()),
                overdue.run()));
    }

    private void emergency(Noted.Emergency emergency) {
        boolean review = emergency.trouble() == Noted.Trouble.REVIEW_OVERDUE;
        String at = NotedWords.time(emergency.at());
        found.add(Finding.of(
                        review ? Rule.REVIEW_OVERDUE : Rule.BREAK_GLASS_UNTESTED,
                        variant(emergency.trouble()),
                        Severity.HIGH,
                        emergency.account(),
                        emergency.path(),
                        at,
                        emergency.use())
                .on(at));
    }

    private static String variant(Noted.Trouble trouble) {
        return switch (trouble) {
            case NEVER_DRILLED -> "path-never";
            case DRILL_FAILED -> "path-failed";
            case DRILL_OVERDUE -> "path-overdue";
            case REVIEW_OVERDUE -> "use";
        };
    }
}
