package dev.curfew.analysis.finding.noted;

import dev.curfew.analysis.finding.Finding;
import dev.curfew.analysis.finding.Rule;
import dev.curfew.analysis.finding.Severity;
import dev.curfew.analysis.signal.Named;
import dev.curfew.analysis.signal.Risk;
import dev.curfew.analysis.signal.Risks;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.signal.Signal;
import dev.curfew.model.signal.SignalKind;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Looks at what was signalled. What names nobody, or may name several, is no finding about anybody.
final class SignalFindings {
    private static final int MEDIUM = 30;

    private final SnapshotIndex index;
    private final List<Finding> found = new ArrayList<>();

    private SignalFindings(SnapshotIndex index) {
        this.index = index;
    }

    static List<Finding> of(SnapshotIndex index, Risks risks) {
        SignalFindings findings = new SignalFindings(index);
        risks.named().forEach((signal, named) -> {
            if (named instanceof Named.Exactly(List<EntityId> entities)) {
                entities.forEach(entity -> findings.look(signal, entity));
            }
        });
        risks.all().forEach(findings::risk);
        return List.copyOf(findings.found);
    }

    private void look(Signal signal, EntityId entity) {
        if (signal.tip().kind() == SignalKind.REPOSITORY_ARCHIVED) {
            found.add(Finding.of(
                            Rule.ORPHAN,
                            "archived",
                            Severity.MEDIUM,
                            entity,
                            NotedWords.name(index, entity),
                            signal.id(),
                            signal.tip().subjects().getFirst().value(),
                            signal.sender(),
                            NotedWords.time(signal.tip().at()))
                    .on(signal.id()));
        } else if (isLeak(signal, entity) && isActive(entity)) {
            found.add(Finding.of(
                            Rule.LEAKED,
                            "signalled",
                            Severity.HIGH,
                            entity,
                            NotedWords.name(index, entity),
                            signal.id(),
                            signal.sender(),
                            NotedWords.time(signal.tip().at()))
                    .on(signal.id()));
        }
    }

    private static boolean isLeak(Signal signal, EntityId entity) {
        return signal.tip().kind() == SignalKind.CREDENTIAL_LEAKED && entity instanceof CredentialId;
    }

    private boolean isActive(EntityId entity) {
        return entity instanceof CredentialId id
                && index.credential(id).filter(Credential::active).isPresent();
    }

    /// What is a finding of its own about the same thing already is not told twice. Its occasions are the signals, by
    /// id and not by weight, so that a new one is a new occasion and time passing is none.
    private void risk(EntityId entity, Risk risk) {
        List<Risk.Cause> others = risk.causes().stream()
                .filter(cause -> cause.signal().tip().kind() != SignalKind.REPOSITORY_ARCHIVED)
                .filter(cause -> !isLeak(cause.signal(), entity))
                .toList();
        if (!others.isEmpty()) {
            List<String> ids =
                    others.stream().map(cause -> cause.signal().id()).sorted().toList();
            found.add(Finding.of(
                            Rule.RISK,
                            "",
                            severity(risk.score()),
                            entity,
                            NotedWords.name(index, entity),
                            String.valueOf(risk.score()),
                            risk.causes().stream().map(SignalFindings::cause).collect(Collectors.joining(", ")))
                    .on(ids));
        }
    }

    private static String cause(Risk.Cause cause) {
        Signal signal = cause.signal();
        return signal.tip().kind().code() + " " + cause.weight() + " (" + signal.sender() + ", " + signal.id() + ")";
    }

    private static Severity severity(int score) {
        if (score >= SignalKind.HIGH) {
            return Severity.HIGH;
        }
        return score >= MEDIUM ? Severity.MEDIUM : Severity.LOW;
    }
}
