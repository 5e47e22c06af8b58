package dev.curfew.analysis.escalation.aws;

import dev.curfew.analysis.escalation.aws.account.Actor;
import dev.curfew.analysis.escalation.aws.way.Step;
import dev.curfew.analysis.escalation.catalogue.Method;
import dev.curfew.analysis.escalation.catalogue.Way;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who becomes an administrator, in how many steps, and by which methods.
final class Standings {
    private final Map<Actor, Integer> ranks = new HashMap<>();
    private final Map<Actor, Map<String, Found>> found = new LinkedHashMap<>();

    /// @param alone whether nobody else has to be an administrator for it
    record Found(Method<Way> method, Step step, boolean alone) {
        boolean isCertain() {
            return step.verdict().isCertain();
        }
    }

    /// @param round later than those before
    void rank(List<Actor> actors, int round) {
        actors.forEach(actor -> ranks.put(actor, round));
    }

    boolean isRanked(Actor actor) {
        return ranks.containsKey(actor);
    }

    /// Keeps what is better than what is there.
    void offer(Actor actor, Found offered) {
        found.computeIfAbsent(actor, _ -> new LinkedHashMap<>())
                .merge(
                        offered.method().id(),
                        offered,
                        (old, other) -> other.isCertain() && !old.isCertain() ? other : old);
    }

    boolean hasCertain(Actor actor, Method<Way> method) {
        Found it = found.getOrDefault(actor, Map.of()).get(method.id());
        return it != null && it.isCertain();
    }

    boolean hasAny(Actor actor, Method<Way> method) {
        return found.getOrDefault(actor, Map.of()).containsKey(method.id());
    }

    /// Those with a way found who have no rank yet.
    List<Actor> unranked(boolean certain) {
        return found.entrySet().stream()
                .filter(entry -> !isRanked(entry.getKey()))
                .filter(entry -> !certain || entry.getValue().values().stream().anyMatch(Found::isCertain))
                .map(Map.Entry::getKey)
                .toList();
    }

    Map<Actor, Map<String, Found>> found() {
        return found;
    }

    /// Whether the target gets there only through the actor, so that it gets the actor nowhere. A target of a lower or
    /// equal rank was ranked without it.
    boolean needs(Actor target, Actor actor) {
        Integer own = ranks.get(actor);
        Integer others = ranks.get(target);
        return own != null && others != null && others > own && !without(target, actor, new HashSet<>());
    }

    private boolean without(Actor target, Actor actor, Set<Actor> seen) {
        if (!seen.add(target)) {
            return false;
        }
        Map<String, Found> ways = found.get(target);
        if (ways == null) {
            return true;
        }
        return ways.values().stream()
                .anyMatch(way -> way.alone()
                        || (!way.step().target().equals(actor)
                                && without(way.step().target(), actor, seen)));
    }
}
