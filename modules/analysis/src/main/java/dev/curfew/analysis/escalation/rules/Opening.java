package dev.curfew.analysis.escalation.rules;

import dev.curfew.analysis.escalation.catalogue.RuleWay.Any;
import dev.curfew.analysis.escalation.catalogue.RuleWay.Request;
import dev.curfew.analysis.reach.route.Decisions;
import dev.curfew.model.evaluation.Evaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/// Whether what a way asks for is allowed.
public final class Opening {
    private Opening() {}

    /// @param asking decides one request with one of its verbs
    public static Evaluation of(List<Any> all, BiFunction<Request, String, Evaluation> asking) {
        List<Evaluation> needed = new ArrayList<>();
        for (Any any : all) {
            List<Evaluation> some = new ArrayList<>();
            for (Request request : any.requests()) {
                request.verbs().forEach(verb -> some.add(asking.apply(request, verb)));
            }
            needed.add(Decisions.best(some));
        }
        return Decisions.all(needed);
    }
}
