package dev.curfew.analysis.escalation.aws.zone;

import dev.curfew.analysis.aws.document.Principals;
import dev.curfew.analysis.aws.document.Statement;
import dev.curfew.analysis.escalation.aws.account.Actor;
import dev.curfew.analysis.escalation.aws.account.Ask;
import dev.curfew.analysis.escalation.aws.account.Level;
import dev.curfew.analysis.escalation.aws.policy.IndexedPolicy;
import java.util.HashMap;
import java.util.Map;

/// The roles that services may act as.
public final class Services {
    private final Population population;
    private final Map<String, Zone> byService = new HashMap<>();

    public Services(Population population) {
        this.population = population;
    }

    /// Without those that AWS itself owns.
    ///
    /// @param service as trust policies name it
    public Zone trusting(String service) {
        return byService.computeIfAbsent(service, this::ask);
    }

    private Zone ask(String service) {
        return population.those(
                population.changeableRoles(),
                role -> mayName(role, service) ? Ask.trusts(role, service).level() : Level.NO);
    }

    private static boolean mayName(Actor role, String service) {
        IndexedPolicy trust = role.trust();
        if (trust != null) {
            for (Statement statement : trust.allowing("sts:AssumeRole")) {
                Principals principals = statement.principals();
                boolean named = principals != null
                        && (statement.notPrincipals() || principals.everyone() || principals.nameService(service));
                if (named) {
                    return true;
                }
            }
        }
        return false;
    }
}
