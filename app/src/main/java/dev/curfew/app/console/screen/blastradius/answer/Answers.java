package dev.curfew.app.console.screen.blastradius.answer;

import dev.curfew.analysis.graph.estate.EstateGraph;
import dev.curfew.analysis.graph.part.GraphPart;
import dev.curfew.analysis.graph.query.Choke;
import dev.curfew.analysis.graph.query.Chokes;
import dev.curfew.analysis.graph.query.Explanations;
import dev.curfew.analysis.graph.query.Path;
import dev.curfew.analysis.graph.query.Weighting;
import dev.curfew.analysis.graph.query.WhoReaches;
import dev.curfew.analysis.graph.whatif.PlannedChange;
import dev.curfew.analysis.graph.whatif.WhatIf;
import dev.curfew.analysis.reach.Certainty;
import dev.curfew.analysis.reach.Reach;
import dev.curfew.analysis.reach.Reached;
import dev.curfew.analysis.reach.route.Whole;
import dev.curfew.analysis.sketch.Direction;
import dev.curfew.analysis.sketch.Strands;
import dev.curfew.app.console.screen.blastradius.subject.Subject;
import dev.curfew.app.usecase.reach.ReachQuery;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Asks the access graph. For the background; changes nothing anywhere.
public final class Answers {
    /// More explanations of one thing nobody reads.
    private static final int WAYS_MAX = 5;

    /// Who cuts there cuts the first.
    private static final int CHOKES_MAX = 50;

    private static final Comparator<Found> SUREST_FIRST = Comparator.comparing(Found::certainty)
            .thenComparingInt(found -> found.path().size())
            .thenComparing(Found::id);

    private record Plan(EstateGraph now, List<PlannedChange> changes, WhatIf whatIf) {}

    private final ReachQuery reach;
    private final Supplier<SnapshotIndex> estate;
    private @Nullable Plan newest;

    public Answers(ReachQuery reach, Supplier<SnapshotIndex> estate) {
        this.reach = reach;
        this.estate = estate;
    }

    public Answer of(Question question) {
        return question.isComparison() ? compared(question) : plain(question);
    }

    private Answer plain(Question question) {
        Subject subject = question.subject();
        if (question.direction() == Direction.FORWARD && !subject.isSeveral()) {
            reach.prepare();
            Reach one = reach.of(subject.first());
            return plain(question, estate.get(), found(one.reached()), one.unread());
        }
        EstateGraph graph = reach.access();
        return plain(question, graph.index(), found(graph, question), unread(graph, subject));
    }

    private static Answer plain(Question question, SnapshotIndex index, List<Found> found, List<Coverage> unread) {
        Strands strands = Strands.of(
                question.subject().ids(),
                question.direction(),
                found.stream().map(Found::path).toList());
        return new Answer(
                question, index, found, strands, unread, administering(question, found), List.of(), List.of());
    }

    private Answer compared(Question question) {
        EstateGraph now = reach.access();
        WhatIf whatIf = whatIf(now, question.changes());
        Comparison comparison =
                new Comparison(question, now, found(now, question), whatIf.after(), found(whatIf.after(), question));
        return new Answer(
                question,
                now.index(),
                comparison.found(),
                comparison.strands(),
                unread(now, question.subject()),
                administering(question, comparison.found()),
                whatIf.breaking(),
                WhatIf.impossible(now.index(), question.changes()));
    }

    /// Kept for the next question: who looks from the other side has the same changes in mind.
    private synchronized WhatIf whatIf(EstateGraph now, List<PlannedChange> changes) {
        Plan plan = newest;
        if (plan == null || plan.now() != now || !plan.changes().equals(changes)) {
            plan = new Plan(now, changes, WhatIf.of(now, changes));
            newest = plan;
        }
        return plan.whatIf();
    }

    private static List<Found> found(EstateGraph graph, Question question) {
        List<EntityId> ids = question.subject().ids();
        return switch (question.direction()) {
            case FORWARD -> found(graph.reach(ids));
            case BACKWARD -> reachers(graph, ids);
        };
    }

    private static List<Found> found(List<Reached> reached) {
        return reached.stream().map(Found::of).toList();
    }

    /// Whoever reaches one of them, by the best path to any.
    private static List<Found> reachers(EstateGraph graph, List<EntityId> targets) {
        WhoReaches who = new WhoReaches(graph);
        if (targets.size() == 1) {
            return who.of(targets.getFirst()).stream().map(Found::of).toList();
        }
        Map<EntityId, Found> best = new LinkedHashMap<>();
        for (EntityId target : targets) {
            who.of(target).stream()
                    .map(Found::of)
                    .filter(found -> !targets.contains(found.id()))
                    .forEach(found -> best.merge(
                            found.id(), found, (one, other) -> SUREST_FIRST.compare(one, other) <= 0 ? one : other));
        }
        return best.values().stream().sorted(SUREST_FIRST).toList();
    }

    /// What was not read could hide something from anybody: it does not depend on who asks.
    private static List<Coverage> unread(EstateGraph graph, Subject subject) {
        return graph.reach(subject.first()).unread();
    }

    private static Administering administering(Question question, List<Found> found) {
        if (question.direction() == Direction.BACKWARD) {
            return Administering.NEVER;
        }
        List<Found> whole = found.stream()
                .filter(it ->
                        it.certainty() != Certainty.UNKNOWN && it.id() instanceof ResourceId id && Whole.isWhole(id))
                .toList();
        if (whole.isEmpty()) {
            return Administering.NEVER;
        }
        boolean now = whole.stream().anyMatch(it -> it.fate().isBefore());
        return now ? Administering.NOW : Administering.PLANNED;
    }

    /// Everything that the answer to the question is made of: every step between whatever is found, also those that no
    /// path told goes by.
    public GraphPart part(Question question) {
        EstateGraph now = reach.access();
        GraphPart before = part(now, question);
        return question.isComparison()
                ? GraphPart.compared(
                        before, part(whatIf(now, question.changes()).after(), question))
                : before;
    }

    private static GraphPart part(EstateGraph graph, Question question) {
        return switch (question.direction()) {
            case FORWARD -> GraphPart.from(graph, question.subject().ids());
            case BACKWARD -> GraphPart.to(graph, question.subject().ids());
        };
    }

    /// The single steps without which least is reached, or fewest reach it, best first.
    public List<Choke> chokes(Subject subject, Direction direction) {
        EstateGraph graph = reach.access();
        Chokes chokes = new Chokes(graph, Weighting.DEFAULT);
        List<Choke> all = switch (direction) {
            case FORWARD -> chokes.of(subject.ids());
            case BACKWARD -> subject.isSeveral() ? List.of() : chokes.towards(subject.first());
        };
        return all.stream().filter(Choke::holdsSeveral).limit(CHOKES_MAX).toList();
    }

    /// Ways between the two ends of what was found that share as few steps as can be, the one told first among them.
    public List<Path> ways(Found found) {
        return new ArrayList<>(new Explanations(reach.access().graph())
                .different(
                        found.path().getFirst().from(), found.path().getLast().to(), WAYS_MAX));
    }
}
