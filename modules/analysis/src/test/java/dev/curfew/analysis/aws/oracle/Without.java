package dev.curfew.analysis.aws.oracle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.curfew.analysis.aws.oracle.Drawn.Compared;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Takes things out of a case, and leaves the rest as it is.
final class Without {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NOBODY = "777788889999";

    private Without() {}

    static Consumer<ObjectNode> fields(String... names) {
        return drawn -> drawn.remove(List.of(names));
    }

    /// One text in place of another, wherever it stands.
    static Consumer<ObjectNode> replacing(String text, String by) {
        return drawn -> {
            String replaced = drawn.toString().replace(text, by);
            drawn.removeAll();
            drawn.setAll(read(replaced));
        };
    }

    private static ObjectNode read(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    /// Conditions on a key, with their operator.
    static Consumer<ObjectNode> compared(BiPredicate<Drawn, Compared> about) {
        return drawn -> {
            Drawn whole = new Drawn(drawn.deepCopy());
            for (JsonNode condition : drawn.findValues("Condition")) {
                for (Map.Entry<String, JsonNode> operator : condition.properties()) {
                    String name = operator.getKey().toLowerCase(Locale.ROOT);
                    ObjectNode keys = (ObjectNode) operator.getValue();
                    List<String> removed = new ArrayList<>();
                    keys.properties().forEach(key -> {
                        if (about.test(whole, new Compared(name, key.getKey(), Drawn.texts(key.getValue())))) {
                            removed.add(key.getKey());
                        }
                    });
                    keys.remove(removed);
                }
            }
        };
    }

    /// Resources: what is in their place is nobody's.
    static Consumer<ObjectNode> resources(Predicate<String> about) {
        return drawn -> {
            resources(drawn, "Resource", about);
            resources(drawn, "NotResource", about);
        };
    }

    static void shortArnsExcepted(ObjectNode drawn) {
        resources(drawn, "NotResource", value -> value.startsWith("arn:") && value.split(":", -1).length < 6);
    }

    static void variablesExcepted(ObjectNode drawn) {
        resources(drawn, "NotResource", value -> value.contains("${"));
    }

    private static void resources(ObjectNode drawn, String element, Predicate<String> about) {
        for (JsonNode parent : drawn.findParents(element)) {
            ArrayNode left = JsonNodeFactory.instance.arrayNode();
            for (String value : Drawn.texts(parent.get(element))) {
                left.add(about.test(value) ? "arn:aws:s3:::nobody-s" : value);
            }
            ((ObjectNode) parent).set(element, left);
        }
    }

    /// Whether a `NotPrincipal` names the account itself.
    static boolean exceptsAccount(JsonNode notPrincipal, String account) {
        return Drawn.texts(notPrincipal.path("AWS")).stream().anyMatch(named -> isAccount(named, account));
    }

    private static boolean isAccount(String named, String account) {
        return named.equals(account) || named.endsWith("::" + account + ":root");
    }

    static void accountsExcepted(ObjectNode drawn) {
        String account = new Drawn(drawn).account();
        for (JsonNode notPrincipal : drawn.findValues("NotPrincipal")) {
            ArrayNode left = JsonNodeFactory.instance.arrayNode();
            Drawn.texts(notPrincipal.path("AWS")).forEach(it -> left.add(isAccount(it, account) ? NOBODY : it));
            ((ObjectNode) notPrincipal).set("AWS", left);
        }
    }

    /// A policy that allows everything.
    static ObjectNode allowing() {
        ObjectNode policy = JsonNodeFactory.instance.objectNode().put("Version", "2012-10-17");
        policy.putObject("Statement").put("Effect", "Allow").put("Action", "*").put("Resource", "*");
        return policy;
    }

    /// A trust policy of whoever asks.
    static ObjectNode trusting(ObjectNode drawn) {
        ObjectNode policy = JsonNodeFactory.instance.objectNode().put("Version", "2012-10-17");
        policy.putObject("Statement").put("Effect", "Allow").put("Action", "*").put("Principal", "*");
        String principal = new Drawn(drawn).principal();
        if (principal.contains(":role/") || principal.contains(":assumed-role/") || principal.contains(":user/")) {
            ((ObjectNode) policy.path("Statement")).putObject("Principal").put("AWS", principal);
        }
        return policy;
    }
}
