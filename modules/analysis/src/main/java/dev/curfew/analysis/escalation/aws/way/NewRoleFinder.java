package dev.curfew.analysis.escalation.aws.way;

import dev.curfew.analysis.escalation.aws.account.Actor;
import dev.curfew.analysis.escalation.aws.account.Administration;
import dev.curfew.analysis.escalation.aws.account.Administration.Outcome;
import dev.curfew.analysis.escalation.aws.account.Ask;
import dev.curfew.analysis.escalation.aws.account.Verdict;
import dev.curfew.analysis.escalation.aws.policy.KnownPolicies;
import dev.curfew.analysis.escalation.aws.zone.Population;
import dev.curfew.analysis.escalation.catalogue.Change;
import dev.curfew.analysis.escalation.catalogue.Way.NewRole;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Ways to make a role that lets its maker in, and give it everything. The maker chooses its name, puts no boundary and
/// no tags on it, and names itself in its trust policy.
public final class NewRoleFinder {
    private static final String CREATE = "iam:CreateRole";

    private final Changes changes;

    /// Names are unique in an account, whatever the path and the case.
    ///
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html>
    private final Set<String> taken = new HashSet<>();

    public NewRoleFinder(Changes changes, Population population) {
        this.changes = changes;
        population.actors().stream().filter(Actor::isRole).forEach(role -> taken.add(name(role.arn(), role.account())));
    }

    private static String name(String arn, String account) {
        return account + "/" + arn.substring(arn.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    public Optional<Step> find(Actor actor, NewRole way) {
        List<String> actions =
                List.of(CREATE, way.change() == Change.PUT ? "iam:PutRolePolicy" : "iam:AttachRolePolicy");
        Best best = new Best();
        for (String pattern : Launching.narrowed(actor.rights(), actions, actor.iam("role/*"))) {
            if (made(actor, way, pattern).filter(best::offer).isPresent()) {
                break;
            }
        }
        return best.step();
    }

    private Optional<Step> made(Actor actor, NewRole way, String pattern) {
        Actor role = actor.madeRole(Launching.name(pattern));
        if (role.isProtected() || taken.contains(name(role.arn(), role.account()))) {
            return Optional.empty();
        }
        Verdict make = Ask.about(actor, actor.rights(), CREATE, role, Map.of());
        if (make.isNo()) {
            return Optional.empty();
        }
        Verdict into = Ask.assume(actor, role, KnownPolicies.OPEN_TRUST).supposed();
        Best best = new Best();
        for (Changes.Grant grant : changes.grants(actor, actor.rights(), role, way.change())) {
            Outcome outcome = Administration.after(role, role.rights().with(grant.policy()));
            Verdict verdict = make.and(grant.verdict()).and(into).and(outcome.verdict());
            if (!verdict.isNo()) {
                best.offer(new Step(verdict, actor, pattern, grant.resource(), outcome.extra()));
            }
        }
        return best.step();
    }
}
