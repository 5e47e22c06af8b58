package dev.curfew.analysis.escalation.aws.way;

import dev.curfew.analysis.escalation.aws.account.Actor;
import dev.curfew.analysis.escalation.aws.account.Verdict;
import dev.curfew.analysis.escalation.aws.way.Entries.Into;
import dev.curfew.analysis.escalation.aws.zone.Powers;
import dev.curfew.analysis.escalation.aws.zone.Zone;
import dev.curfew.analysis.escalation.catalogue.Way.Become;
import java.util.Optional;

/// Ways to take the place of somebody who is an administrator, or can become one.
public final class TakeoverFinder {
    private final Entries entries;

    public TakeoverFinder(Entries entries) {
        this.entries = entries;
    }

    /// Those whose place can be taken.
    public Zone targets(Powers powers, Become way) {
        return entries.zone(powers, way.entry(), true);
    }

    /// @param worth whether it makes an administrator
    public Optional<Step> step(Actor actor, Become way, Actor target, Verdict worth) {
        Into into = entries.into(actor, target, way.entry(), true);
        return Step.maybe(into.verdict().and(worth), target, "", into.extra());
    }
}
