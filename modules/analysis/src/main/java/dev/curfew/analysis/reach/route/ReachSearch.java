package dev.curfew.analysis.reach.route;

import dev.curfew.analysis.reach.Certainty;
import dev.curfew.analysis.reach.Hop;
import dev.curfew.model.id.EntityId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// Finds the surest, and among those the shortest, path to everything that is reached. Of equals the one found first
/// stays, and what is found first is settled by the ids alone, so that the same snapshot gives the same paths.
public final class ReachSearch {

    /// @param found counts discoveries
    private record Step(
            EntityId target,
            Certainty certainty,
            int length,
            @Nullable Step before,
            List<Hop> hops,
            int found) {
        static final Comparator<Step> SUREST_FIRST = Comparator.comparing(Step::certainty)
                .thenComparingInt(Step::length)
                .thenComparing(Step::target)
                .thenComparingInt(Step::found);
    }

    /// A path to something reached, with its certainty.
    public record Path(EntityId target, Certainty certainty, List<Hop> hops) {}

    private final List<Routes> routes;
    private final PriorityQueue<Step> open = new PriorityQueue<>(Step.SUREST_FIRST);
    private final Map<EntityId, Step> settled = new LinkedHashMap<>();
    private final Map<EntityId, Step> best = new HashMap<>();
    private int found;

    public ReachSearch(List<Routes> routes) {
        this.routes = List.copyOf(routes);
    }

    /// All paths from the start, surest and shortest first. The start itself is not among them.
    public List<Path> from(EntityId start) {
        Step first = new Step(start, Certainty.CERTAIN, 0, null, List.of(), found);
        best.put(start, first);
        open.add(first);
        while (!open.isEmpty()) {
            Step step = open.remove();
            if (settled.putIfAbsent(step.target(), step) == null) {
                routes.forEach(
                        each -> each.from(step.target(), target -> isBeyond(step, target), route -> add(step, route)));
            }
        }
        List<Path> paths = new ArrayList<>(settled.size());
        for (Step step : settled.values()) {
            if (step.before() != null) {
                paths.add(new Path(step.target(), step.certainty(), hops(step)));
            }
        }
        return paths;
    }

    /// Whether every way through the step, even one of a single hop, is no better than what is known.
    private boolean isBeyond(Step step, EntityId target) {
        Step known = best.get(target);
        return known != null && isAsGood(known, step.certainty(), step.length() + 1);
    }

    private static boolean isAsGood(Step known, Certainty certainty, int length) {
        int order = known.certainty().compareTo(certainty);
        return order < 0 || (order == 0 && known.length() <= length);
    }

    private void add(Step before, Route route) {
        Certainty certainty = before.certainty().and(route.certainty());
        int length = before.length() + route.hops().size();
        Step known = best.get(route.target());
        if (known != null && isAsGood(known, certainty, length)) {
            return;
        }
        found++;
        Step step = new Step(route.target(), certainty, length, before, route.hops(), found);
        best.put(route.target(), step);
        open.add(step);
    }

    private static List<Hop> hops(Step last) {
        Deque<List<Hop>> parts = new ArrayDeque<>();
        for (Step step = last; step != null; step = step.before()) {
            parts.push(step.hops());
        }
        return parts.stream().flatMap(List::stream).toList();
    }
}
