package dev.curfew.analysis.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.aws.AwsEvaluator;
import dev.curfew.analysis.aws.AwsPolicies;
import dev.curfew.analysis.aws.AwsRequest;
import dev.curfew.analysis.aws.KmsGrant;
import dev.curfew.analysis.aws.ResourceSettings;
import dev.curfew.analysis.aws.condition.RequestContext;
import dev.curfew.analysis.aws.document.PolicyDocument;
import dev.curfew.analysis.aws.document.PolicyDocumentReader;
import dev.curfew.analysis.aws.document.Principal;
import dev.curfew.analysis.aws.document.Statement;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// AWS IAM: one request and the policies that it meets.
public final class AwsCases implements CaseEvaluator {
    private static final Messages MESSAGES = Messages.of(AwsCases.class);

    /// Who asks these is known by an identity provider, and not every provider has an ARN.
    private static final Set<String> BY_TOKEN = Set.of("sts:assumerolewithwebidentity", "sts:assumerolewithsaml");

    @Override
    public ObjectNode evaluate(ObjectNode node) throws CaseException {
        Given given = Given.of(node);
        return AwsAnswer.of(AwsEvaluator.evaluate(request(given.object("request")), policies(given)));
    }

    static AwsRequest request(Given given) throws CaseException {
        boolean wildcardOnly = given.isTrue("wildcardOnly");
        String resource = wildcardOnly ? "*" : given.text("resourceArn");
        if (resource.isEmpty()) {
            throw given.missing("resourceArn");
        }
        String action = given.text("action");
        if (!isOne(action)) {
            throw new CaseException(MESSAGES.text("aws.action", given.at() + "action"));
        }
        return new AwsRequest(
                principal(given),
                action,
                resource,
                given.textIfThere("resourceAccount").orElse(""),
                context(given));
    }

    /// A request is for one action of one service, never for a pattern.
    private static boolean isOne(String action) {
        int colon = action.indexOf(':');
        return colon > 0 && colon < action.length() - 1 && action.indexOf('*') < 0 && action.indexOf('?') < 0;
    }

    private static Principal principal(Given given) throws CaseException {
        if (given.isTrue("anonymous")) {
            return new Principal.Anonymous();
        }
        String arn = given.text("principalArn");
        if (!arn.startsWith("arn:") && BY_TOKEN.contains(given.text("action").toLowerCase(Locale.ROOT))) {
            return new Principal.Federated(arn);
        }
        try {
            return Principal.of(arn);
        } catch (IllegalArgumentException e) {
            throw new CaseException(MESSAGES.text("aws.principal", given.at() + "principalArn"));
        }
    }

    /// A context that is never as large as this in AWS would be costly to look keys up in.
    private static final int KEYS_MAX = 2_000;

    private static RequestContext context(Given given) throws CaseException {
        Map<String, List<String>> values = new HashMap<>();
        Optional<Given> context = given.objectIfThere("context");
        if (context.isPresent()) {
            if (context.get().node().size() > KEYS_MAX) {
                throw new CaseException(MESSAGES.text("aws.keys", context.get().at() + "*", KEYS_MAX));
            }
            for (Map.Entry<String, JsonNode> key : context.get().node().properties()) {
                values.put(key.getKey(), values(context.get(), key.getKey(), key.getValue()));
            }
        }
        return new RequestContext(values, given.texts("multiValuedKeys"), given.isTrue("partialContext"), Set.of());
    }

    /// A value that is no list is taken for a list of it alone, and numbers and truth values for their texts.
    private static List<String> values(Given context, String key, JsonNode value) throws CaseException {
        if (value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            if (!value.isValueNode()) {
                throw context.wrong(key, "list");
            }
            return List.of(value.asText());
        }
        List<String> values = new ArrayList<>(value.size());
        for (JsonNode each : value) {
            if (!each.isValueNode() || each.isNull()) {
                throw context.wrong(key + "[" + values.size() + "]", "text");
            }
            values.add(each.asText());
        }
        return values;
    }

    static AwsPolicies policies(Given given) throws CaseException {
        return new AwsPolicies(
                named(given, "identityPolicies"),
                named(given, "permissionBoundaries"),
                single(given, "sessionPolicy", true).orElse(null),
                single(given, "resourcePolicy", false).orElse(null),
                levels(given, "serviceControlPolicies"),
                levels(given, "resourceControlPolicies"),
                named(given, "vpcEndpointPolicies"),
                settings(given));
    }

    private static ResourceSettings settings(Given given) throws CaseException {
        Optional<Given> settings = given.objectIfThere("settings");
        if (settings.isEmpty()) {
            return ResourceSettings.NONE;
        }
        List<KmsGrant> grants = new ArrayList<>();
        for (Given grant : settings.get().objects("kmsGrants")) {
            grants.add(new KmsGrant(
                    grant.text("name"),
                    grant.text("granteePrincipal"),
                    Set.copyOf(grant.texts("operations")),
                    grant.textFields("encryptionContextEquals"),
                    grant.textFields("encryptionContextSubset")));
        }
        return new ResourceSettings(settings.get().isTrue("restrictPublicBuckets"), grants);
    }

    private static Optional<PolicyDocument> single(Given given, String field, boolean namesResources)
            throws CaseException {
        return given.any(field).isEmpty() ? Optional.empty() : Optional.of(read(field, given, field, namesResources));
    }

    private static List<PolicyDocument> named(Given given, String field) throws CaseException {
        List<PolicyDocument> policies = new ArrayList<>();
        for (Given each : given.objects(field)) {
            policies.add(read(each.text("name"), each, "policy", true));
        }
        return policies;
    }

    private static List<List<PolicyDocument>> levels(Given given, String field) throws CaseException {
        List<List<PolicyDocument>> levels = new ArrayList<>();
        for (Given level : given.lists(field)) {
            levels.add(named(level, Given.ITEMS));
        }
        return levels;
    }

    /// A policy is an object, or its text.
    ///
    /// @param namesResources whether AWS takes no statement without `Resource` or `NotResource`: only the policy of a
    ///     resource is on that resource without saying so, as a role's trust policy is
    private static PolicyDocument read(String name, Given given, String field, boolean namesResources)
            throws CaseException {
        Optional<JsonNode> policy = given.any(field);
        try {
            PolicyDocument read = policy.isPresent() && policy.get().isTextual()
                    ? PolicyDocumentReader.read(name, policy.get().textValue())
                    : PolicyDocumentReader.read(name, given.object(field).node());
            if (namesResources && !nameResources(read.statements())) {
                throw new CaseException(MESSAGES.text("aws.resources", given.at() + field));
            }
            return read;
        } catch (PolicySyntaxException e) {
            throw new CaseException(MESSAGES.text("aws.policy", given.at() + field, String.valueOf(e.getMessage())));
        }
    }

    private static boolean nameResources(List<Statement> statements) {
        for (int i = 0; i < statements.size(); i++) {
            if (!statements.get(i).hasResources()) {
                return false;
            }
        }
        return true;
    }
}
