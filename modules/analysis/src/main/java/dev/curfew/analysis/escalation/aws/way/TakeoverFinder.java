package dev.curfew.analysis.escalation.aws.way;

import dev.curfew.analysis.escalation.aws.account.Actor;
import dev.curfew.analysis.escalation.aws.account.Administration;
import dev.curfew.analysis.escalation.aws.account.Administration.Outcome;
import dev.curfew.analysis.escalation.aws.account.Verdict;
import dev.curfew.analysis.escalation.aws.way.Entries.Into;
import dev.curfew.analysis.escalation.catalogue.Change;
import dev.curfew.analysis.escalation.catalogue.Entry;
import dev.curfew.analysis.escalation.catalogue.Way.Become;
import dev.curfew.analysis.escalation.catalogue.Way.Raise;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Ways to take somebody else's place.
public final class TakeoverFinder {
    private final Entries entries;
    private final Changes changes;

    public TakeoverFinder(Entries entries, Changes changes) {
        this.entries = entries;
        this.changes = changes;
    }

    /// @param targets administrators, or those that can become them
    public Optional<Step> find(Actor actor, Become way, Targets targets) {
        Best best = new Best();
        for (Actor target : entries.candidates(actor, way.entry(), targets)) {
            Into into = entries.into(actor, target, way.entry(), true);
            Verdict verdict = into.verdict().and(targets.worth(actor, target));
            if (!verdict.isNo() && best.offer(Step.to(verdict, target, "", into.extra()))) {
                break;
            }
        }
        return best.step();
    }

    /// @param everybody for whoever it is, its rights are widened first
    public Optional<Step> find(Actor actor, Raise way, Targets everybody) {
        Best best = new Best();
        for (Actor target : raisable(actor, way, everybody)) {
            Into into = target.isProtected() ? Into.NO : entries.into(actor, target, way.entry(), false);
            Step raised = into.verdict().isNo()
                    ? null
                    : raise(actor, target, way.change(), into).orElse(null);
            if (raised != null && best.offer(raised)) {
                break;
            }
        }
        return best.step();
    }

    /// Those whose place can be taken and whose rights can be widened, as far as policies name them.
    private List<Actor> raisable(Actor actor, Raise way, Targets everybody) {
        Collection<Actor> entered = entries.candidates(actor, way.entry(), everybody);
        boolean user = way.entry() == Entry.ACCESS_KEY;
        String action = switch (way.change()) {
            case PUT -> user ? "iam:PutUserPolicy" : "iam:PutRolePolicy";
            case ATTACH -> user ? "iam:AttachUserPolicy" : "iam:AttachRolePolicy";
            case NEW_VERSION, OTHER_VERSION, JOIN -> "";
        };
        if (action.isEmpty()) {
            return List.copyOf(entered);
        }
        Set<Actor> widened = new HashSet<>(everybody.allowedOn(actor.rights(), action));
        return entered.stream().filter(widened::contains).toList();
    }

    private Optional<Step> raise(Actor actor, Actor target, Change change, Into into) {
        if (change == Change.NEW_VERSION) {
            return changes.newVersion(actor, actor.rights(), target, target.rights())
                    .map(step -> enter(step, into));
        }
        Best best = new Best();
        for (Changes.Grant grant : changes.grants(actor, actor.rights(), target, change)) {
            Outcome outcome = Administration.after(target, target.rights().with(grant.document()));
            Verdict verdict = grant.verdict().and(outcome.verdict());
            if (!verdict.isNo()
                    && best.offer(enter(Step.to(verdict, target, grant.resource(), outcome.extra()), into))) {
                break;
            }
        }
        return best.step();
    }

    private static Step enter(Step raised, Into into) {
        List<String> extra = new ArrayList<>(raised.extra());
        extra.addAll(into.extra());
        return Step.to(raised.verdict().and(into.verdict()), raised.target(), raised.resource(), extra);
    }
}
