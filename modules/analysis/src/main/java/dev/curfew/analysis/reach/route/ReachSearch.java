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
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds the surest, and among those the shortest, path to everything that is reached: the one of the fewest steps,
/// where a step is what one principal can do by itself. Of several such paths the one that is told depends on the
/// routes alone, not on their order: the surest way to the step before, then the lowest id there, then [Route#ORDER].
public final class ReachSearch {

    /// The best way known to a target with at most this certainty; a surer one may be longer.
    private record Step(
            EntityId target,
            Certainty certainty,
            int length,
            @Nullable Step before,
            List<Hop> hops) {
        static final Comparator<Step> SUREST_FIRST = Comparator.comparing(Step::certainty)
                .thenComparingInt(Step::length)
                .thenComparing(Step::target);

        boolean isAsGoodAs(Certainty otherCertainty, int otherLength) {
            return certainty.compareTo(otherCertainty) <= 0 && length <= otherLength;
        }
    }

    /// A path to something reached, with its certainty.
    public record Path(EntityId target, Certainty certainty, List<Hop> hops) {}

    private final List<Routes> routes;
    private final PriorityQueue<Step> open = new PriorityQueue<>(Step.SUREST_FIRST);
    private final Map<EntityId, Step> surest = new LinkedHashMap<>();
    private final Map<EntityId, List<Step>> known = new HashMap<>();

    public ReachSearch(List<Routes> routes) {
        this.routes = List.copyOf(routes);
    }

    /// All paths from the start, surest and shortest first. The start itself is not among them.
    ///
    /// @param inHand routes that begin at the start, and are nobody's who only comes by it
    public List<Path> from(EntityId start, List<Route> inHand) {
        Step first = new Step(start, Certainty.CERTAIN, 0, null, List.of());
        add(first);
        inHand.stream()
                .collect(Collectors.toMap(Route::target, route -> route, ReachSearch::first))
                .values()
                .forEach(route -> add(new Step(route.target(), route.certainty(), 1, first, route.hops())));
        while (!open.isEmpty()) {
            Step step = open.remove();
            if (isBest(step)) {
                surest.putIfAbsent(step.target(), step);
                expand(step);
            }
        }
        List<Path> paths = new ArrayList<>(surest.size());
        for (Step step : surest.values()) {
            if (step.before() != null) {
                paths.add(new Path(step.target(), step.certainty(), hops(step)));
            }
        }
        return paths;
    }

    private void expand(Step step) {
        Map<EntityId, Route> best = new HashMap<>();
        Predicate<EntityId> beyond = target -> isKnown(target, step.certainty(), step.length() + 1);
        Consumer<Route> found = route -> best.merge(route.target(), route, ReachSearch::first);
        routes.forEach(each -> each.from(step.target(), beyond, found));
        best.forEach((target, route) -> {
            Certainty certainty = step.certainty().and(route.certainty());
            if (!isKnown(target, certainty, step.length() + 1)) {
                add(new Step(target, certainty, step.length() + 1, step, route.hops()));
            }
        });
    }

    private static Route first(Route one, Route other) {
        return Route.ORDER.compare(one, other) <= 0 ? one : other;
    }

    /// Whether a way as sure and as short is known.
    private boolean isKnown(EntityId target, Certainty certainty, int length) {
        for (Step each : known.getOrDefault(target, List.of())) {
            if (each.isAsGoodAs(certainty, length)) {
                return true;
            }
        }
        return false;
    }

    /// Whether nothing better was found since the step was.
    private boolean isBest(Step step) {
        return known.getOrDefault(step.target(), List.of()).stream()
                .anyMatch(it -> it.certainty() == step.certainty() && it.length() == step.length());
    }

    private void add(Step step) {
        List<Step> steps = known.computeIfAbsent(step.target(), _ -> new ArrayList<>(1));
        steps.removeIf(worse -> step.isAsGoodAs(worse.certainty(), worse.length()));
        steps.add(step);
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
