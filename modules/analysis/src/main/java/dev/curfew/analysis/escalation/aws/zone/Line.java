package dev.curfew.analysis.escalation.aws.zone;

import dev.curfew.analysis.aws.condition.Match;
import dev.curfew.analysis.aws.document.Statement;
import dev.curfew.analysis.escalation.aws.account.Actor;
import dev.curfew.analysis.escalation.aws.account.Ask;
import dev.curfew.analysis.escalation.aws.policy.Said;
import java.util.Map;

/// A statement of a role's trust policy about being assumed, whose conditions ask who assumes it.
///
/// @param role its number
record Line(int role, Statement statement) {

    /// Whether its conditions are the same for all, met or unknown.
    static boolean isForAll(Statement statement, Actor role) {
        return Said.unknownKeys(statement, role.anybodys()).stream()
                .noneMatch(key -> Actor.isOfPrincipal(key) || Ask.isOfTarget(key));
    }

    Match conditions(Actor actor, Population population) {
        Match match = Said.conditions(statement, actor.anywhere());
        return match.isNo() || match.isYes()
                ? match
                : Said.conditions(statement, Ask.context(actor, population.actor(role), Map.of()));
    }
}
