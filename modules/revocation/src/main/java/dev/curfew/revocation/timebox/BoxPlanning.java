package dev.curfew.revocation.timebox;

import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.analysis.reach.Reach;
import dev.curfew.analysis.reach.Reached;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.reach.Minting;
import dev.curfew.governance.reach.Mintings;
import dev.curfew.governance.target.Targets;
import dev.curfew.model.governance.Enforcement;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.model.text.Messages;
import dev.curfew.model.timebox.Boxable;
import dev.curfew.model.timebox.StandingAccess;
import dev.curfew.model.timebox.TimeBoxer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Works out what an end on standing access would do. Changes nothing.
final class BoxPlanning {
    private static final Messages MESSAGES = Messages.of(BoxPlanning.class);
    private static final String CURFEW = "curfew";

    /// More of what goes out of reach than a person looks at.
    private static final int LOST_MAX = 1_000;

    private final Targets targets;

    BoxPlanning(Targets targets) {
        this.targets = targets;
    }

    /// @return the plan, or as [Boxing#plan] without BAD_END
    Outcome<BoxPlan> plan(SnapshotIndex index, BoxOrder order) throws InterruptedException {
        Outcome<Affected> found = Ordered.access(index, order)
                .then(access -> Affected.of(index, access).touchable(index));
        return switch (found) {
            case Outcome.Refused<Affected>(Refusal why, String words) -> new Outcome.Refused<>(why, words);
            case Outcome.Done<Affected>(Affected affected) -> plan(index, order, affected);
        };
    }

    private Outcome<BoxPlan> plan(SnapshotIndex index, BoxOrder order, Affected affected) throws InterruptedException {
        StandingAccess access = affected.access();
        Optional<TimeBoxer> boxer = targets.timeBoxer(access.source());
        if (boxer.isEmpty()) {
            return targets.revoker(access.source()).isPresent()
                    ? Outcome.refused(Refusal.NOT_BOXABLE, access.text(), MESSAGES.text("no-ends"))
                    : Outcome.refused(Refusal.ACTING_OFF, access.source().value());
        }
        try {
            Boxable boxable = boxer.get().look(access, order.until());
            List<EntityId> others = boxable.shared() ? affected.sharing(index) : List.of();
            return others.isEmpty()
                    ? Outcome.done(planned(index, order, affected, boxable))
                    : Outcome.refused(
                            Refusal.NOT_BOXABLE,
                            access.text(),
                            MESSAGES.text(
                                    "shared",
                                    others.stream().map(EntityId::text).collect(Collectors.joining(", "))));
        } catch (SourceException e) {
            return e.kind() == SourceException.Kind.REFUSED
                    ? Outcome.refused(Refusal.NOT_BOXABLE, access.text(), String.valueOf(e.getMessage()))
                    : Outcome.refused(Refusal.SOURCE_FAILED, access.source().value(), String.valueOf(e.getMessage()));
        }
    }

    private static BoxPlan planned(SnapshotIndex index, BoxOrder order, Affected affected, Boxable boxable) {
        StandingAccess access = affected.access();
        Reach before = new BlastRadius(index).of(access.subject());
        Set<EntityId> after = access.part().isEmpty() ? Set.of() : targets(without(affected.without(index), access));
        List<EntityId> lost = targets(before).stream()
                .filter(it -> !after.contains(it))
                .sorted()
                .toList();
        List<String> goesOn = new ArrayList<>(boxable.goesOn());
        long minted = affected.minted(index);
        if (minted > 0) {
            goesOn.add(MESSAGES.text("minted", minted));
        }
        return new BoxPlan(
                access,
                order.until(),
                affected.owner(index),
                boxable,
                enforcement(index, affected, boxable, before),
                targets(before).size(),
                after.size(),
                lost.stream().limit(LOST_MAX).toList(),
                affected.members(),
                goesOn,
                before.complete());
    }

    private static Reach without(SnapshotIndex rest, StandingAccess access) {
        return new BlastRadius(rest).of(access.subject());
    }

    private static Set<EntityId> targets(Reach reach) {
        return reach.reached().stream().map(Reached::target).collect(Collectors.toUnmodifiableSet());
    }

    /// The target's own end holds only if its holder cannot mint beyond it.
    private static Enforcement enforcement(SnapshotIndex index, Affected affected, Boxable boxable, Reach reach) {
        if (!boxable.held()) {
            return new Enforcement(false, CURFEW, boxable.how());
        }
        String source = affected.access().source().value();
        Minting minting = Mintings.of(index, affected.policies(index), reach);
        return switch (minting.answer()) {
            case CANNOT -> new Enforcement(true, source, boxable.how());
            case CAN, UNKNOWN -> new Enforcement(false, source, minting.reason());
        };
    }
}
