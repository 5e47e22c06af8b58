package dev.curfew.analysis.escalation.aws.zone;

import dev.curfew.analysis.aws.document.Statement;
import dev.curfew.analysis.escalation.aws.account.Actor;
import dev.curfew.analysis.escalation.aws.policy.IndexedPolicy;
import dev.curfew.model.evaluation.PolicyLayer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What resource control policies keep people out of, by the account that they guard.
///
/// <https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html>
final class Guards {
    private final Population population;
    private final Map<String, Statement[]> byAccount = new LinkedHashMap<>();

    /// @param action that they deny
    Guards(Population population, String action) {
        this.population = population;
        for (Actor actor : population.actors()) {
            List<List<IndexedPolicy>> levels = actor.rights().resourceControl();
            if (!levels.isEmpty() && !byAccount.containsKey(actor.account())) {
                List<Statement> denying = new ArrayList<>();
                levels.forEach(level -> level.forEach(policy -> denying.addAll(List.of(policy.denying(action)))));
                byAccount.put(actor.account(), denying.toArray(new Statement[0]));
            }
        }
        byAccount.values().removeIf(denying -> denying.length == 0);
    }

    boolean areNone() {
        return byAccount.isEmpty();
    }

    /// Whom the actor is kept away from.
    Zone from(Powers powers) {
        Zone all = Zone.NONE;
        for (Map.Entry<String, Statement[]> each : byAccount.entrySet()) {
            all = all.or(powers.about(each.getValue(), PolicyLayer.RCP).within(population.ofAccount(each.getKey())));
        }
        return all;
    }
}
