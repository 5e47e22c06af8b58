package dev.curfew.governance.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.curfew.governance.policy.cedar.Policies;
import dev.curfew.governance.policy.question.EndingQuestion;
import dev.curfew.governance.policy.question.Question;
import dev.curfew.governance.policy.question.QuestionJson;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// The cases that a text of policies has to pass: each a question, and what is expected.
///
/// ```
/// { "base": { a whole question },
///   "cases": [ { "name": "…", "with": { what differs from base },
///                "expect": "allowed" | "needs" | "refused", "by": ["id", …], "missing": ["2 of officer"] } ],
///   "plans": { the same once more about plans of revocation: "base" and "cases" } }
/// ```
public final class PolicyCases {
    private static final Messages MESSAGES = Messages.of(PolicyCases.class);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /// What a case comes to.
    ///
    /// @param expected `allowed`, `needs` or `refused`
    /// @param came the same of what the policies say
    /// @param decision what they say, in words
    public record Result(String name, String expected, String came, String decision, boolean passed) {
        private String words() {
            return MESSAGES.text("failed", name, expected, came, decision);
        }
    }

    private final List<PolicyCase> cases;

    private PolicyCases(List<PolicyCase> cases) {
        this.cases = cases;
    }

    /// @throws PolicyTextException if it is not JSON of this shape; says which case
    public static PolicyCases of(String text) throws PolicyTextException {
        try {
            JsonNode document = JSON.readTree(text);
            List<PolicyCase> cases = new ArrayList<>(all(document, PolicyCases::ofRequest));
            if (document.has("plans")) {
                cases.addAll(all(document.path("plans"), PolicyCases::ofPlan));
            }
            return new PolicyCases(List.copyOf(cases));
        } catch (JsonProcessingException e) {
            TextPlace place = e.getLocation() == null
                    ? TextPlace.UNKNOWN
                    : new TextPlace(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
            throw new PolicyTextException(List.of(PolicyProblem.at(place, "", e.getOriginalMessage())));
        }
    }

    private static Function<Policies, PolicyDecision> ofRequest(JsonNode question) {
        Question read = QuestionJson.read(question);
        return policies -> policies.decide(read);
    }

    private static Function<Policies, PolicyDecision> ofPlan(JsonNode question) {
        EndingQuestion read = QuestionJson.read(question, EndingQuestion.class);
        return policies -> policies.decide(read);
    }

    private static List<PolicyCase> all(JsonNode part, Function<JsonNode, Function<Policies, PolicyDecision>> asking)
            throws PolicyTextException {
        if (!part.path("base").isObject() || !part.path("cases").isArray()) {
            throw problem("shape");
        }
        List<PolicyCase> cases = new ArrayList<>();
        for (JsonNode node : part.path("cases")) {
            cases.add(one(part.path("base"), node, asking));
        }
        return cases;
    }

    private static PolicyCase one(
            JsonNode base, JsonNode node, Function<JsonNode, Function<Policies, PolicyDecision>> asking)
            throws PolicyTextException {
        String name = node.path("name").asText();
        if (name.isBlank()) {
            throw problem("no-name");
        }
        Set<String> known = Set.of("name", "with", "expect", "by", "missing");
        Set<String> fields = new HashSet<>();
        node.fieldNames().forEachRemaining(fields::add);
        fields.removeAll(known);
        if (!fields.isEmpty()) {
            throw problem("unknown-field", name, String.join(", ", fields));
        }
        PolicyCase.Expected expected =
                PolicyCase.Expected.named(node.path("expect").asText()).orElseThrow(() -> problem("expect", name));
        return new PolicyCase(
                name,
                question(base, node, name, asking),
                expected,
                texts(node.path("by")),
                texts(node.path("missing")));
    }

    private static Function<Policies, PolicyDecision> question(
            JsonNode base, JsonNode node, String name, Function<JsonNode, Function<Policies, PolicyDecision>> asking)
            throws PolicyTextException {
        ObjectNode whole = base.deepCopy();
        try {
            if (node.has("with")) {
                JSON.readerForUpdating(whole).readValue(node.path("with"));
            }
            return asking.apply(whole);
        } catch (IOException | IllegalArgumentException e) {
            throw problem(
                    "question",
                    name,
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private static List<String> texts(JsonNode nodes) {
        List<String> texts = new ArrayList<>();
        nodes.forEach(node -> texts.add(node.asText()));
        return texts;
    }

    private static PolicyTextException problem(String key, Object... arguments) {
        return new PolicyTextException(List.of(PolicyProblem.ofAll(MESSAGES.text(key, arguments))));
    }

    public int count() {
        return cases.size();
    }

    /// What every case comes to, in the order of the text.
    public List<Result> results(Policies policies) {
        return cases.stream().map(one -> one.result(policies)).toList();
    }

    /// Those that come out otherwise than expected, in words; empty if all pass.
    public List<String> failures(Policies policies) {
        return results(policies).stream()
                .filter(result -> !result.passed())
                .map(Result::words)
                .toList();
    }
}
