package dev.curfew.analysis.escalation.aws.way;

import dev.curfew.analysis.escalation.aws.account.Actor;
import dev.curfew.analysis.escalation.aws.account.Administration;
import dev.curfew.analysis.escalation.aws.account.Administration.Outcome;
import dev.curfew.analysis.escalation.aws.way.Entries.Into;
import dev.curfew.analysis.escalation.aws.zone.Powers;
import dev.curfew.analysis.escalation.aws.zone.Zone;
import dev.curfew.analysis.escalation.catalogue.Change;
import dev.curfew.analysis.escalation.catalogue.Way.Raise;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Ways to widen somebody else's rights and take the place then.
public final class RaiseFinder {
    private final Entries entries;
    private final Changes changes;
    private final Raised raised;

    public RaiseFinder(Entries entries, Changes changes, Raised raised) {
        this.entries = entries;
        this.changes = changes;
        this.raised = raised;
    }

    /// The first with whom it certainly works, else the first with whom it is possible.
    public Optional<Step> find(Powers powers, Raise way) {
        Zone entered = entries.zone(powers, way.entry(), false);
        Zone open = entered.isEmpty() ? entered : raised.zone(powers, way, entered);
        int first = open.first();
        return first < 0
                ? Optional.empty()
                : step(powers.actor(), way, powers.population().actor(first));
    }

    private Optional<Step> step(Actor actor, Raise way, Actor target) {
        Into into = entries.into(actor, target, way.entry(), false);
        if (into.verdict().isNo()) {
            return Optional.empty();
        }
        if (way.change() == Change.NEW_VERSION) {
            return changes.newVersion(actor, actor.rights(), target, target.rights())
                    .flatMap(step -> enter(step, into));
        }
        Best best = new Best();
        for (Changes.Grant grant : changes.grants(actor, actor.rights(), target, way.change())) {
            Outcome outcome = Administration.after(target, target.rights().with(grant.policy()));
            Step.maybe(grant.verdict().and(outcome.verdict()), target, grant.resource(), outcome.extra())
                    .flatMap(step -> enter(step, into))
                    .ifPresent(best::offer);
        }
        return best.step();
    }

    private static Optional<Step> enter(Step raised, Into into) {
        List<String> extra = new ArrayList<>(raised.extra());
        extra.addAll(into.extra());
        return Step.maybe(raised.verdict().and(into.verdict()), raised.target(), raised.resource(), extra);
    }
}
