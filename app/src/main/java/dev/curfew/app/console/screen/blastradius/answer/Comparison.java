package dev.curfew.app.console.screen.blastradius.answer;

import dev.curfew.analysis.graph.estate.EstateGraph;
import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.sketch.Fate;
import dev.curfew.analysis.sketch.Overlay;
import dev.curfew.analysis.sketch.Strands;
import dev.curfew.model.id.EntityId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What is found now and what would be found, as one answer.
final class Comparison {
    private final List<Found> found = new ArrayList<>();
    private final Strands strands;

    Comparison(Question question, EstateGraph now, List<Found> before, EstateGraph planned, List<Found> after) {
        Set<EntityId> isNow = ids(before);
        Set<EntityId> wouldBe = ids(after);
        before.stream()
                .filter(it -> !wouldBe.contains(it.id()))
                .map(it -> it.with(Fate.LOST))
                .forEach(found::add);
        after.stream()
                .filter(it -> !isNow.contains(it.id()))
                .map(it -> it.with(Fate.GAINED))
                .forEach(found::add);
        // by the path that is left
        after.stream().filter(it -> isNow.contains(it.id())).forEach(found::add);
        List<EntityId> roots = question.subject().ids();
        List<List<Hop>> pathsBefore = paths(before);
        List<List<Hop>> pathsAfter = paths(after);
        Overlay overlay = new Overlay(roots, question.direction(), now, pathsBefore, planned, pathsAfter);
        List<List<Hop>> all = new ArrayList<>(pathsAfter);
        all.addAll(pathsBefore);
        strands = new Strands(roots, question.direction(), all, overlay::of);
    }

    private static Set<EntityId> ids(List<Found> found) {
        return found.stream().map(Found::id).collect(Collectors.toSet());
    }

    private static List<List<Hop>> paths(List<Found> found) {
        return found.stream().map(Found::path).toList();
    }

    List<Found> found() {
        return found;
    }

    Strands strands() {
        return strands;
    }
}
