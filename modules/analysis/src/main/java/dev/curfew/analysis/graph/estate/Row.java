package dev.curfew.analysis.graph.estate;

import dev.curfew.analysis.graph.Step;
import dev.curfew.analysis.reach.route.Route;
import dev.curfew.model.id.EntityId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Every step of one principal, in the order in which the graph keeps them.
record Row(EntityId from, List<Step> steps) {

    Row {
        steps = List.copyOf(steps);
    }

    static Row of(EntityId from, List<Route> found) {
        Map<EntityId, List<Route>> byTarget = new LinkedHashMap<>();
        for (Route route : found) {
            if (!route.target().equals(from)) {
                byTarget.computeIfAbsent(route.target(), _ -> new ArrayList<>(1))
                        .add(route);
            }
        }
        List<Step> steps = new ArrayList<>(found.size());
        RowLabels labels = new RowLabels(found.size());
        for (List<Route> alike : byTarget.values()) {
            if (alike.size() > 1) {
                alike.sort(Route.ORDER);
            }
            alike.forEach(route -> steps.add(new Step(route.target(), labels.of(route))));
        }
        return new Row(from, steps);
    }
}
