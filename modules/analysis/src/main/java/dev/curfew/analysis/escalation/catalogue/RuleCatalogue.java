package dev.curfew.analysis.escalation.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.analysis.escalation.catalogue.RuleWay.Any;
import dev.curfew.analysis.escalation.catalogue.RuleWay.Request;
import java.util.ArrayList;
import java.util.List;

/// Reads `escalation-kubernetes.json` and `escalation-openbao.json`.
public final class RuleCatalogue {
    private RuleCatalogue() {}

    public static List<Method<RuleWay>> kubernetes() {
        return read("escalation-kubernetes.json");
    }

    public static List<Method<RuleWay>> openBao() {
        return read("escalation-openbao.json");
    }

    private static List<Method<RuleWay>> read(String resource) {
        List<Method<RuleWay>> methods = new ArrayList<>();
        for (JsonNode node : CatalogueFile.read(resource).path("methods")) {
            List<Any> all = new ArrayList<>();
            node.path("all").forEach(any -> all.add(any(any.path("any"))));
            methods.add(new Method<>(
                    CatalogueFile.text(node, "id"),
                    CatalogueFile.texts(node, "permissions"),
                    new RuleWay(
                            CatalogueFile.text(node, "gives"),
                            all,
                            node.path("need").asText(""),
                            node.path("shown").asText(""),
                            node.path("engine").asText("")),
                    CatalogueFile.words(node)));
        }
        return methods;
    }

    private static Any any(JsonNode nodes) {
        List<Request> requests = new ArrayList<>();
        nodes.forEach(node -> requests.add(new Request(
                CatalogueFile.texts(node, "verbs"),
                node.path("group").asText(""),
                CatalogueFile.text(node, "on"),
                node.path("name").asText(""))));
        return new Any(requests);
    }
}
