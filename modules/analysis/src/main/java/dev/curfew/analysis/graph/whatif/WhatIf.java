package dev.curfew.analysis.graph.whatif;

import dev.curfew.analysis.graph.Edge;
import dev.curfew.analysis.graph.estate.EstateGraph;
import dev.curfew.analysis.reach.Certainty;
import dev.curfew.analysis.reach.Reached;
import dev.curfew.analysis.reach.route.EntityFacts;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Planned changes and what they would do. Nothing is recorded; the graph of now stays as it is.
public final class WhatIf {
    private final EstateGraph before;
    private final EstateGraph after;
    private final StepChanges steps;

    private WhatIf(EstateGraph before, EstateGraph after) {
        this.before = before;
        this.after = after;
        steps = StepChanges.between(before.graph(), after.graph());
    }

    /// Changes that would do nothing are left out: [#impossible] names them.
    public static WhatIf of(EstateGraph now, List<PlannedChange> changes) {
        Snapshot planned = Planned.after(now.index(), changes);
        return new WhatIf(now, now.next(now.index().next(planned)));
    }

    /// The changes that name what is not there, or what is so already.
    public static List<PlannedChange> impossible(SnapshotIndex index, List<PlannedChange> changes) {
        return changes.stream()
                .filter(change -> !Planned.isPossible(index, change))
                .toList();
    }

    public EstateGraph before() {
        return before;
    }

    public EstateGraph after() {
        return after;
    }

    /// The steps that would go, of everybody.
    public List<Edge> lostSteps() {
        return steps.lost();
    }

    /// The steps that would come.
    public List<Edge> gainedSteps() {
        return steps.gained();
    }

    /// Whose own steps would be other ones.
    public Set<EntityId> concerned() {
        Set<EntityId> concerned = new TreeSet<>();
        steps.lost().forEach(edge -> concerned.add(edge.from()));
        steps.gained().forEach(edge -> concerned.add(edge.from()));
        return concerned;
    }

    /// What these together reach now and would not any more.
    public List<Reached> lost(Collection<EntityId> of) {
        return difference(before.reach(of), after.reach(of));
    }

    /// What these together would reach, and do not now.
    public List<Reached> gained(Collection<EntityId> of) {
        return difference(after.reach(of), before.reach(of));
    }

    /// What these together reach now and still would, by the paths that are left.
    public List<Reached> residual(Collection<EntityId> of) {
        List<Reached> left = after.reach(of);
        List<Reached> now = difference(left, before.reach(of));
        Set<EntityId> gained = now.stream().map(Reached::target).collect(Collectors.toSet());
        return left.stream().filter(it -> !gained.contains(it.target())).toList();
    }

    /// A thing that is reached less surely is not lost.
    private static List<Reached> difference(List<Reached> one, List<Reached> other) {
        Set<EntityId> there = other.stream().map(Reached::target).collect(Collectors.toSet());
        return one.stream().filter(it -> !there.contains(it.target())).toList();
    }

    /// What these would still reach, but only if something is the case that need not be now.
    public List<Reached> lessSure(Collection<EntityId> of) {
        Map<EntityId, Certainty> now = new HashMap<>();
        before.reach(of).forEach(it -> now.put(it.target(), it.certainty()));
        return after.reach(of).stream()
                .filter(it -> it.certainty().compareTo(now.getOrDefault(it.target(), Certainty.UNKNOWN)) > 0)
                .toList();
    }

    /// Identities and credentials that would lose steps, those seen at work last first.
    public List<Consumer> breaking() {
        Map<EntityId, List<Edge>> lost = new TreeMap<>();
        for (Edge edge : steps.lost()) {
            lost.computeIfAbsent(edge.from(), _ -> new ArrayList<>()).add(edge);
        }
        List<Consumer> consumers = new ArrayList<>();
        lost.forEach((who, edges) -> {
            switch (who) {
                case IdentityId id -> consumers.add(consumer(id, lastUse(id), edges));
                case CredentialId id -> consumers.add(consumer(id, lastUse(id), edges));
                case PolicyId _, ResourceId _ -> {}
            }
        });
        consumers.sort(Consumer.LAST_SEEN_FIRST);
        return consumers;
    }

    private Consumer consumer(EntityId who, Usage lastUse, List<Edge> lost) {
        return new Consumer(who, EntityFacts.of(before.index(), who).name(), lastUse, lost);
    }

    private Usage lastUse(CredentialId id) {
        return before.index()
                .credential(id)
                .map(Credential::usage)
                .orElseGet(() -> new Usage.NotObserved(id.nativeId()));
    }

    private Usage lastUse(IdentityId id) {
        List<Usage> all = new ArrayList<>();
        before.index().identity(id).map(Identity::usage).ifPresent(all::add);
        before.index().credentialsOf(id).forEach(credential -> all.add(credential.usage()));
        return all.stream()
                .min(Comparator.comparingInt(Consumer::rank).thenComparing(Consumer::seen, Comparator.reverseOrder()))
                .orElseGet(() -> new Usage.NotObserved(id.nativeId()));
    }
}
