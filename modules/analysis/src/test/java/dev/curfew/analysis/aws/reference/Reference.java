package dev.curfew.analysis.aws.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Decides one case as AWS's page on how requests are evaluated goes through the layers.
///
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html>
public final class Reference {
    private final JsonNode given;
    private final Query query;
    private final Asker asker;
    private final boolean bounded;

    private Reference(JsonNode given) {
        this.given = given;
        this.query = new Query(given.path("request"));
        this.asker = query.asker();
        this.bounded = !given.path("permissionBoundaries").isEmpty();
    }

    /// @param verdict as the batch has it
    /// @param decidedBy `policy#position/sid`
    public record Answer(String verdict, Set<String> blockedBy, Set<String> decidedBy) {

        /// @param answer an answer of the batch
        public static Answer of(JsonNode answer) {
            Set<String> blockedBy = new TreeSet<>();
            answer.path("blockedBy").forEach(it -> blockedBy.add(it.asText()));
            Set<String> decidedBy = new TreeSet<>();
            answer.path("decidedBy")
                    .forEach(it -> decidedBy.add(it.path("policy").asText() + "#"
                            + it.path("statement").asInt()
                            + (it.has("sid") ? "/" + it.path("sid").asText() : "")));
            return new Answer(answer.path("verdict").asText(), blockedBy, decidedBy);
        }
    }

    /// @param given a case of `curfew evaluate aws`, all of whose request is known
    public static Answer to(JsonNode given) {
        return new Reference(given).answer();
    }

    private Answer answer() {
        if (new OfAws(query).grants()) {
            return new Answer("Allowed", Set.of(), Set.of());
        }
        List<Layer> layers = layers();
        Set<String> denying = new TreeSet<>();
        Set<String> denies = new TreeSet<>();
        for (Layer layer : layers) {
            layer.statements().stream().filter(Layer.Applying::denies).forEach(it -> {
                denying.add(layer.name());
                denies.add(it.told());
            });
        }
        if (!denies.isEmpty()) {
            return new Answer("ExplicitlyDenied", denying, denies);
        }
        Ways ways = new Ways(query, given, layers);
        Set<String> missing = ways.missing();
        return missing.isEmpty()
                ? new Answer("Allowed", Set.of(), ways.opening())
                : new Answer("ImplicitlyDenied", missing, Set.of());
    }

    /// All layers that this principal's requests meet. "SCPs affect only IAM users and roles that are managed by
    /// accounts that are part of the organization", and no service-linked role; so do no RCPs.
    private List<Layer> layers() {
        List<Layer> layers = new ArrayList<>();
        if (asker.isInAccount()) {
            if (!asker.isServiceLinked()) {
                given.path("serviceControlPolicies").forEach(level -> layers.add(layer("scp", level)));
            }
            if (bounded) {
                layers.add(layer("boundary", given.path("permissionBoundaries")));
            }
            if (given.has("sessionPolicy")) {
                layers.add(single("session", "sessionPolicy"));
            }
            layers.add(layer("identity", given.path("identityPolicies")));
        }
        if (new OfAws(query).isGuardedByControlPolicies()) {
            given.path("resourceControlPolicies").forEach(level -> layers.add(layer("rcp", level)));
        }
        if (!new OfAws(query).passesOverBucketPolicy()) {
            layers.add(resource());
        }
        if (!given.path("vpcEndpointPolicies").isEmpty()) {
            layers.add(layer("vpcEndpoint", given.path("vpcEndpointPolicies")));
        }
        return layers;
    }

    private Layer layer(String name, JsonNode policies) {
        List<Layer.Named> named = new ArrayList<>();
        policies.forEach(it -> named.add(new Layer.Named(it.path("name").asText(), it.path("policy"))));
        return Layer.of(name, named, query, bounded);
    }

    private Layer single(String name, String field) {
        return Layer.of(name, List.of(new Layer.Named(field, given.path(field))), query, bounded);
    }

    /// "Grants … allow, never deny", beside the key's policy.
    private Layer resource() {
        List<Layer.Named> named = new ArrayList<>();
        if (given.has("resourcePolicy")) {
            named.add(new Layer.Named("resourcePolicy", given.path("resourcePolicy")));
        }
        Layer own = Layer.of("resource", named, query, bounded);
        List<Layer.Applying> all = new ArrayList<>(own.statements());
        for (JsonNode grant : given.at("/settings/kmsGrants")) {
            ObjectNode nobody = JsonNodeFactory.instance.objectNode().put("Effect", "Allow");
            List<Asker.Name> names = new Grant(grant).names(query);
            if (!names.isEmpty()) {
                all.add(new Layer.Applying(grant.path("name").asText(), 0, nobody, names));
            }
        }
        return new Layer("resource", all);
    }
}
