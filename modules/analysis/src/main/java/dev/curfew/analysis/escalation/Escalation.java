package dev.curfew.analysis.escalation;

import dev.curfew.model.evaluation.DecidingStatement;
import dev.curfew.model.id.EntityId;
import java.util.Comparator;
import java.util.List;

/// One way on which one identity becomes an administrator.
///
/// @param identity who; a credential where it has rights of its own, as a token of OpenBao
/// @param method the catalogue's id
/// @param permissions what it uses, as the provider calls them
/// @param sentence how, for a person
/// @param target the native id of whose rights it gets; its own where it widens these
/// @param statements what lets it, in the order of the steps
/// @param needs what would have to hold besides and could not be read; none where it is certain
/// @param cutBy what would cut the way, each by itself
public record Escalation(
        EntityId identity,
        String method,
        List<String> permissions,
        Certainty certainty,
        String sentence,
        String target,
        List<DecidingStatement> statements,
        List<String> needs,
        List<String> cutBy) {

    /// What is certain comes first; then by identity and method.
    public static final Comparator<Escalation> RANKED = Comparator.comparing(Escalation::certainty)
            .thenComparing(it -> it.identity().text())
            .thenComparing(Escalation::method);

    public Escalation {
        permissions = List.copyOf(permissions);
        statements = List.copyOf(statements);
        needs = List.copyOf(needs);
        cutBy = List.copyOf(cutBy);
        if ((certainty == Certainty.CERTAIN) != needs.isEmpty()) {
            throw new IllegalArgumentException("a certain way needs nothing more, a possible one does: " + needs);
        }
    }
}
