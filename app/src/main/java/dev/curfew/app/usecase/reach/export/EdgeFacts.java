package dev.curfew.app.usecase.reach.export;

import dev.curfew.analysis.graph.AccessLevel;
import dev.curfew.analysis.graph.EdgeLabel;
import dev.curfew.analysis.graph.part.PartEdge;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.model.evaluation.DecidingStatement;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.id.CredentialId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/// What a file tells of a step.
record EdgeFacts(PartEdge step) {

    private EdgeLabel label() {
        return step.edge().label();
    }

    String from() {
        return step.edge().from().text();
    }

    String to() {
        return step.edge().to().text();
    }

    /// What the step does, in words with lines below: `reads_secret`.
    String how() {
        HopKind kind = label().kind();
        boolean ofCredential = step.edge().to() instanceof CredentialId;
        return switch (kind) {
            case READS -> ofCredential ? "reads_secret" : "reads";
            case ADMINISTERS -> label().level() == AccessLevel.ADMINISTER ? "administers" : "changes_permissions";
            case MEMBER_OF,
                    HOLDS,
                    LOGS_IN_AS,
                    ASSUMES,
                    FEDERATES,
                    PASSES_ROLE,
                    MINTS,
                    RUNS_AS,
                    IMPERSONATES,
                    WRITES,
                    ESCALATES -> lower(kind);
        };
    }

    String level() {
        return lower(label().level());
    }

    String certainty() {
        return lower(label().certainty());
    }

    String actions() {
        return label().actions();
    }

    /// Kept, lost or gained by planned changes.
    String fate() {
        return lower(step.fate());
    }

    /// The groups and policies it goes through, in order.
    List<String> via() {
        return label().via().stream().map(each -> each.to().text()).toList();
    }

    /// The statements that decide it, `<policy>#<position from 0> <label>`, in the order of the way; without a position
    /// where no statement does.
    List<String> statements() {
        return decisions().stream()
                .flatMap(decision -> decision.decidedBy().stream())
                .map(EdgeFacts::text)
                .distinct()
                .toList();
    }

    private static String text(DecidingStatement statement) {
        String position = statement.isWritten() ? "#" + statement.statement() : "";
        return (statement.policy() + position + " " + statement.label()).strip();
    }

    /// What else must be so for it to hold, and what of it nobody can tell.
    List<String> conditions() {
        TreeSet<String> conditions = new TreeSet<>();
        for (Evaluation decision : decisions()) {
            switch (decision) {
                case Evaluation.Conditional conditional -> conditions.addAll(conditional.dependsOn());
                case Evaluation.Unknown unknown -> conditions.addAll(unknown.unhandled());
                case Evaluation.Allowed _, Evaluation.ExplicitlyDenied _, Evaluation.ImplicitlyDenied _ -> {}
            }
        }
        return List.copyOf(conditions);
    }

    private List<Evaluation> decisions() {
        List<Evaluation> decisions = new ArrayList<>();
        label().via().forEach(each -> decisions.add(each.decision()));
        decisions.add(label().decision());
        return decisions;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
