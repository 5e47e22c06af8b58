package dev.curfew.governance.policy.cedar;

import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.exception.InternalException;
import com.cedarpolicy.model.policy.Policy;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.model.schema.Schema;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.governance.policy.PolicyProblem;
import dev.curfew.governance.policy.PolicyTextException;
import dev.curfew.governance.policy.Requirement;
import dev.curfew.governance.policy.TextPlace;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a text of policies. Cedar names policies by position, which changes with every edit, so each here carries an
/// `@id` of its own: that is what the ledger keeps.
final class RuleReader {
    /// What a person reads in a list and a command takes.
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Messages MESSAGES = Messages.of(RuleReader.class);

    private final String text;
    private final Schema schema;
    private final List<PolicyProblem> problems = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    private RuleReader(String text, Schema schema) {
        this.text = text;
        this.schema = schema;
    }

    /// In the order of the text.
    ///
    /// @throws PolicyTextException if it is not Cedar, or a policy lacks its id or has it twice
    static List<Rule> read(String text, Schema schema) throws PolicyTextException {
        RuleReader reader = new RuleReader(text, schema);
        List<Rule> rules = reader.rules();
        if (!reader.problems.isEmpty()) {
            throw new PolicyTextException(reader.problems);
        }
        return rules;
    }

    private List<Rule> rules() throws PolicyTextException {
        PolicySet parsed = parse();
        if (parsed.getNumTemplates() > 0) {
            problems.add(PolicyProblem.ofAll(MESSAGES.text("template")));
        }
        List<Rule> rules = new ArrayList<>();
        for (Policy policy : parsed.policies) {
            Rule rule = rule(policy);
            if (rule != null) {
                rules.add(rule);
            }
        }
        rules.sort(Comparator.comparingInt(Rule::start));
        return rules;
    }

    private PolicySet parse() throws PolicyTextException {
        Optional<PolicyProblem> nesting = Nesting.problem(text);
        if (nesting.isPresent()) {
            throw new PolicyTextException(List.of(nesting.get()));
        }
        try {
            return PolicySet.parsePolicies(text);
        } catch (InternalException e) {
            throw new PolicyTextException(syntax(String.join("; ", e.getErrors())));
        }
    }

    private List<PolicyProblem> syntax(String whole) {
        List<PolicyProblem> unplaced = List.of(PolicyProblem.ofAll(MESSAGES.text("syntax", whole)));
        try {
            List<PolicyProblem> placed = SyntaxCheck.problems(text, schema);
            return placed.isEmpty() ? unplaced : placed;
        } catch (AuthException _) {
            return unplaced;
        }
    }

    private @Nullable Rule rule(Policy policy) {
        // Cedar keeps the policy's source as it stands in the text.
        int start = text.indexOf(policy.getSource());
        TextPlace place = TextPlace.of(text, start);
        try {
            Map<String, String> annotations = policy.getAnnotations();
            String id = annotations.getOrDefault("id", "");
            if (!ID.matcher(id).matches()) {
                problems.add(PolicyProblem.at(place, id, MESSAGES.text(id.isEmpty() ? "no-id" : "bad-id", id)));
                return null;
            }
            if (!taken.add(id)) {
                problems.add(PolicyProblem.at(place, id, MESSAGES.text("id-twice", id)));
            }
            return new Rule(
                    new Policy(policy.getSource(), id),
                    policy.effect(),
                    requirement(annotations, id, place),
                    annotations.getOrDefault("raises", ""),
                    start,
                    isOfPlans(policy));
        } catch (AuthException e) {
            problems.add(PolicyProblem.at(place, "", MESSAGES.text("syntax", String.valueOf(e.getMessage()))));
            return null;
        }
    }

    /// Whether its scope names no other action than to revoke.
    private static boolean isOfPlans(Policy policy) throws AuthException {
        try {
            JsonNode action = JSON.readTree(policy.toJson()).path("action");
            List<JsonNode> named = new ArrayList<>();
            action.path("entities").forEach(named::add);
            if (action.has("entity")) {
                named.add(action.path("entity"));
            }
            return !named.isEmpty()
                    && named.stream().allMatch(one -> one.path("id").asText().equals(PolicySchema.REVOKE));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cedar writes JSON", e);
        }
    }

    private @Nullable Requirement requirement(Map<String, String> annotations, String id, TextPlace place) {
        String written = annotations.get("requires");
        if (written == null) {
            return null;
        }
        Requirement requirement = Requirement.parse(written).orElse(null);
        if (requirement == null) {
            problems.add(PolicyProblem.at(place, id, MESSAGES.text("bad-requires", id, written)));
        }
        return requirement;
    }
}
