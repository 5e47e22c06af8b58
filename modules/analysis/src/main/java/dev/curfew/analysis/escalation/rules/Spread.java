package dev.curfew.analysis.escalation.rules;

import dev.curfew.analysis.escalation.Certainty;
import dev.curfew.analysis.escalation.Escalation;
import dev.curfew.analysis.escalation.catalogue.Method;
import dev.curfew.analysis.escalation.catalogue.RuleWay;
import dev.curfew.analysis.escalation.catalogue.Words;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// From the administrators outwards: whoever gets to somebody found before is found next. What is certain goes first.
/// Each is looked at until it is found, so that no way leads back through itself.
public final class Spread {
    private static final Messages MESSAGES = Messages.of(Spread.class);

    private final List<Method<RuleWay>> methods;
    private final Finder finder;
    private final Predicate<Method<RuleWay>> onward;

    /// Finds one way.
    public interface Finder {
        /// @param reached those whose rights are worth having
        Optional<Way> find(EntityId from, Method<RuleWay> method, Collection<EntityId> reached);
    }

    /// @param target empty: its own rights, or all there are
    /// @param complete whether what the method needs besides is seen to be there
    public record Way(Evaluation decision, Optional<EntityId> target, String resource, boolean complete) {
        /// One of which no more is seen than that it is allowed.
        public Way(Evaluation decision, Optional<EntityId> target, String resource) {
            this(decision, target, resource, false);
        }
    }

    public Spread(List<Method<RuleWay>> methods, Finder finder) {
        this(methods, finder, _ -> true);
    }

    /// @param onward whether who has the method is worth getting at for others
    public Spread(List<Method<RuleWay>> methods, Finder finder, Predicate<Method<RuleWay>> onward) {
        this.methods = List.copyOf(methods);
        this.finder = finder;
        this.onward = onward;
    }

    /// @param administrators with whether they certainly are; no ways of theirs are told
    /// @param others everybody else, and those administrators who may be ones more surely by a way
    public List<Escalation> from(Map<EntityId, Certainty> administrators, Collection<EntityId> others) {
        Map<EntityId, Certainty> reached = new LinkedHashMap<>(administrators);
        Map<EntityId, Map<String, Escalation>> found = new LinkedHashMap<>();
        for (Certainty least : Certainty.values()) {
            boolean more = true;
            while (more) {
                more = round(reached, others, least, found);
                found.keySet().removeAll(administrators.keySet());
            }
        }
        return found.values().stream()
                .flatMap(each -> each.values().stream())
                .sorted(Escalation.RANKED)
                .toList();
    }

    private boolean round(
            Map<EntityId, Certainty> reached,
            Collection<EntityId> others,
            Certainty least,
            Map<EntityId, Map<String, Escalation>> found) {
        List<EntityId> targets = reached.entrySet().stream()
                .filter(entry -> entry.getValue().compareTo(least) <= 0)
                .map(Map.Entry::getKey)
                .toList();
        Map<EntityId, Certainty> next = new HashMap<>();
        Set<String> onwards = methods.stream().filter(onward).map(Method::id).collect(Collectors.toSet());
        for (EntityId from : others) {
            Certainty known = reached.get(from);
            if (known == null || known.compareTo(least) > 0) {
                List<Escalation> ways = ways(from, targets, reached);
                ways.forEach(way ->
                        found.computeIfAbsent(from, _ -> new LinkedHashMap<>()).put(way.method(), way));
                ways.stream()
                        .filter(way -> onwards.contains(way.method()))
                        .map(Escalation::certainty)
                        .min(Certainty::compareTo)
                        .filter(certainty -> certainty.compareTo(least) <= 0)
                        .ifPresent(certainty -> next.put(from, certainty));
            }
        }
        reached.putAll(next);
        return !next.isEmpty();
    }

    private List<Escalation> ways(EntityId from, List<EntityId> targets, Map<EntityId, Certainty> reached) {
        List<Escalation> ways = new ArrayList<>();
        for (Method<RuleWay> method : methods) {
            finder.find(from, method, targets).ifPresent(way -> ways.add(told(from, method, way, reached)));
        }
        return ways;
    }

    private static Escalation told(EntityId from, Method<RuleWay> method, Way way, Map<EntityId, Certainty> reached) {
        String target = way.target().map(EntityId::nativeId).orElse(from.nativeId());
        Words words = method.words().about(from.nativeId(), target, way.resource());
        List<String> needs = new ArrayList<>();
        switch (way.decision()) {
            case Evaluation.Conditional conditional ->
                conditional.dependsOn().stream().sorted().forEach(key -> needs.add(MESSAGES.text("need.key", key)));
            case Evaluation.Unknown unknown -> needs.addAll(unknown.unhandled());
            case Evaluation.Allowed _, Evaluation.ExplicitlyDenied _, Evaluation.ImplicitlyDenied _ -> {}
        }
        if (!way.complete() && !method.way().need().isEmpty()) {
            needs.add(method.way().need(from.nativeId(), target, way.resource()));
        }
        way.target()
                .filter(id -> reached.get(id) == Certainty.POSSIBLE)
                .ifPresent(id -> needs.add(MESSAGES.text("need.target", id.nativeId())));
        return new Escalation(
                from,
                method.id(),
                method.permissions(),
                needs.isEmpty() ? Certainty.CERTAIN : Certainty.POSSIBLE,
                words.sentence(),
                target,
                way.decision().decidedBy(),
                needs,
                words.cutBy());
    }
}
