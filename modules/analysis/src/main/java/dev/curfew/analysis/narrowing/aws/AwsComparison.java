package dev.curfew.analysis.narrowing.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.aws.AwsEvaluator;
import dev.curfew.analysis.aws.AwsPolicies;
import dev.curfew.analysis.aws.AwsRequest;
import dev.curfew.analysis.aws.condition.RequestContext;
import dev.curfew.analysis.aws.document.PolicyDocumentReader;
import dev.curfew.analysis.aws.document.Principal;
import dev.curfew.analysis.narrowing.Exactness;
import dev.curfew.model.evaluation.Evaluation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Puts the same questions to a policy and to the narrower one.
final class AwsComparison {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// A policy has 6,144 characters; these are more than it can name.
    private static final int QUESTIONS_MAX = 40_000;

    /// Enough to see what is wrong.
    private static final int TOLD_MAX = 5;

    private static final Principal WHO = new Principal.InAccount("arn:aws:iam::111111111111:user/somebody");

    private final AwsPolicies before;
    private final AwsPolicies after;
    private final Set<String> actions = new LinkedHashSet<>();
    private final Set<String> resources = new LinkedHashSet<>(List.of("*", "arn:aws:s3:::any/thing"));
    private final List<String> widened = new ArrayList<>();
    private final List<String> lost = new ArrayList<>();
    private long questions;

    AwsComparison(String name, String before, String after) throws PolicySyntaxException, JsonProcessingException {
        this.before = AwsPolicies.ofIdentity(List.of(PolicyDocumentReader.read(name, before)));
        this.after = AwsPolicies.ofIdentity(List.of(PolicyDocumentReader.read(name, after)));
        for (String text : List.of(before, after)) {
            AwsNarrowing.statements(JSON.readTree(text).path("Statement")).forEach(this::add);
        }
    }

    private void add(JsonNode statement) {
        for (String field : List.of("Action", "NotAction")) {
            if (statement.has(field)) {
                AwsNarrowing.actions(statement.path(field)).forEach(action -> {
                    actions.add(example(action.equals("*") ? "any:*" : action, "Any"));
                    actions.add(example(action.equals("*") ? "other:*" : action, "Other"));
                });
            }
        }
        for (String field : List.of("Resource", "NotResource")) {
            if (statement.has(field)) {
                AwsNarrowing.actions(statement.path(field))
                        .forEach(resource -> resources.add(example(resource, "any")));
            }
        }
    }

    private static String example(String pattern, String filler) {
        return pattern.replace("*", filler).replace("?", "x");
    }

    /// @param services that were used
    Exactness over(Set<String> services) {
        services.forEach(service -> actions.add(service + ":Any"));
        long kept = 0;
        for (RequestContext context : List.of(RequestContext.EMPTY, partial())) {
            for (String action : actions) {
                boolean used = services.stream().anyMatch(service -> action.startsWith(service + ":"));
                for (String resource : resources) {
                    if (questions < QUESTIONS_MAX) {
                        questions++;
                        ask(new AwsRequest(WHO, action, resource, "", context), used);
                        kept += used ? 1 : 0;
                    }
                }
            }
        }
        return new Exactness(
                questions,
                kept,
                widened.stream().limit(TOLD_MAX).toList(),
                lost.stream().limit(TOLD_MAX).toList());
    }

    private void ask(AwsRequest request, boolean used) {
        Evaluation one = AwsEvaluator.evaluate(request, before);
        Evaluation other = AwsEvaluator.evaluate(request, after);
        if (rank(other) > rank(one)) {
            widened.add(request.action() + " " + request.resource());
        }
        if (used && rank(other) < rank(one)) {
            lost.add(request.action() + " " + request.resource());
        }
    }

    /// With keys that are not known.
    private static RequestContext partial() {
        return new RequestContext(Map.of(), Set.of(), true, Set.of());
    }

    private static int rank(Evaluation evaluation) {
        return switch (evaluation) {
            case Evaluation.Allowed _ -> 2;
            case Evaluation.Conditional _, Evaluation.Unknown _ -> 1;
            case Evaluation.ImplicitlyDenied _, Evaluation.ExplicitlyDenied _ -> 0;
        };
    }
}
