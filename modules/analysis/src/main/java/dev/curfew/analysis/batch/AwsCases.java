package dev.curfew.analysis.batch;

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
import dev.curfew.analysis.json.JsonText;
import dev.curfew.analysis.json.JsonTexts;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// AWS IAM: one request and the policies that it meets.
public final class AwsCases implements CaseEvaluator {
    private static final Messages MESSAGES = Messages.of(AwsCases.class);
    private static final String[] NONE = {};

    /// Who asks these is known by an identity provider, and not every provider has an ARN.
    private static final Set<String> BY_TOKEN = Set.of("sts:assumerolewithwebidentity", "sts:assumerolewithsaml");

    @Override
    public ObjectNode evaluate(JsonText text) throws CaseException {
        CaseObject given = CaseObject.of(text);
        return AwsAnswer.of(AwsEvaluator.evaluate(request(given.object("request")), policies(given)));
    }

    static AwsRequest request(CaseObject given) throws CaseException {
        boolean wildcardOnly = given.isTrue("wildcardOnly");
        String resource = wildcardOnly ? "*" : given.text("resourceArn");
        if (resource.isEmpty()) {
            throw given.missing("resourceArn");
        }
        String action = given.text("action");
        if (!isOne(action)) {
            throw new CaseException(MESSAGES.text("aws.action", given.place("action")));
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

    private static Principal principal(CaseObject given) throws CaseException {
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
            throw new CaseException(MESSAGES.text("aws.principal", given.place("principalArn")));
        }
    }

    /// A context that is never as large as this in AWS would be costly to look keys up in.
    private static final int KEYS_MAX = 2_000;

    private static RequestContext context(CaseObject given) throws CaseException {
        JsonTexts multiValued = given.texts("multiValuedKeys");
        Optional<CaseObject> context = given.objectIfThere("context");
        int keys = context.isPresent() ? given.json().size(context.get().at()) : 0;
        if (keys > KEYS_MAX) {
            throw new CaseException(MESSAGES.text("aws.keys", given.place("context.*"), KEYS_MAX));
        }
        RequestContext.Builder builder =
                new RequestContext.Builder(keys, multiValued.names(), given.isTrue("partialContext"));
        if (context.isPresent()) {
            JsonText json = given.json();
            int key = json.first(context.get().at());
            for (int left = keys; left > 0; left--) {
                int value = json.value(key);
                builder.put(json.name(key), values(context.get(), key, value));
                key = json.after(value);
            }
        }
        return builder.build();
    }

    /// A value that is no list is taken for a list of it alone, and numbers and truth values for their texts.
    private static String[] values(CaseObject context, int key, int value) throws CaseException {
        JsonText json = context.json();
        if (json.isNull(value)) {
            return NONE;
        }
        if (!json.isList(value)) {
            if (!json.isScalar(value)) {
                throw context.wrong(json.text(key), "list");
            }
            return new String[] {json.text(value)};
        }
        int each = json.first(value);
        String[] values = new String[json.size(value)];
        for (int i = 0; i < values.length; i++) {
            if (!json.isScalar(each) || json.isNull(each)) {
                throw context.wrong(json.text(key) + "[" + i + "]", "text");
            }
            values[i] = json.text(each);
            each = json.after(each);
        }
        return values;
    }

    static AwsPolicies policies(CaseObject given) throws CaseException {
        return new AwsPolicies(
                named(given.objects("identityPolicies")),
                named(given.objects("permissionBoundaries")),
                single(given, "sessionPolicy", true).orElse(null),
                single(given, "resourcePolicy", false).orElse(null),
                levels(given.lists("serviceControlPolicies")),
                levels(given.lists("resourceControlPolicies")),
                named(given.objects("vpcEndpointPolicies")),
                settings(given));
    }

    private static ResourceSettings settings(CaseObject given) throws CaseException {
        Optional<CaseObject> settings = given.objectIfThere("settings");
        if (settings.isEmpty()) {
            return ResourceSettings.NONE;
        }
        List<KmsGrant> grants = new ArrayList<>();
        for (CaseObject grant : settings.get().objects("kmsGrants")) {
            grants.add(new KmsGrant(
                    grant.text("name"),
                    grant.text("granteePrincipal"),
                    Set.copyOf(List.of(grant.texts("operations").taken())),
                    grant.textFields("encryptionContextEquals"),
                    grant.textFields("encryptionContextSubset")));
        }
        return new ResourceSettings(settings.get().isTrue("restrictPublicBuckets"), grants);
    }

    private static Optional<PolicyDocument> single(CaseObject given, String field, boolean namesResources)
            throws CaseException {
        return given.any(field) < 0 ? Optional.empty() : Optional.of(read(field, given, field, namesResources));
    }

    private static List<PolicyDocument> named(List<CaseObject> given) throws CaseException {
        List<PolicyDocument> policies = new ArrayList<>(given.size());
        for (CaseObject each : given) {
            policies.add(read(each.text("name"), each, "policy", true));
        }
        return policies;
    }

    private static List<List<PolicyDocument>> levels(List<CaseObject> given) throws CaseException {
        List<List<PolicyDocument>> levels = new ArrayList<>(given.size());
        for (CaseObject level : given) {
            levels.add(named(level.objects()));
        }
        return levels;
    }

    /// A policy is an object, or its text.
    ///
    /// @param namesResources whether AWS takes no statement without `Resource` or `NotResource`: only the policy of a
    ///     resource is on that resource without saying so, as a role's trust policy is
    private static PolicyDocument read(String name, CaseObject given, String field, boolean namesResources)
            throws CaseException {
        JsonText json = given.json();
        int policy = given.any(field);
        try {
            PolicyDocument read = policy >= 0 && json.isText(policy)
                    ? PolicyDocumentReader.read(name, json.text(policy))
                    : PolicyDocumentReader.read(name, json, given.object(field).at());
            if (namesResources && !nameResources(read.statements())) {
                throw new CaseException(MESSAGES.text("aws.resources", given.place(field)));
            }
            return read;
        } catch (PolicySyntaxException e) {
            throw new CaseException(MESSAGES.text("aws.policy", given.place(field), String.valueOf(e.getMessage())));
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
