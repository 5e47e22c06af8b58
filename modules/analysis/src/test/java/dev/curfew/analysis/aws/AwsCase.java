package dev.curfew.analysis.aws;

import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.aws.condition.RequestContext;
import dev.curfew.analysis.aws.document.PolicyDocument;
import dev.curfew.analysis.aws.document.PolicyDocumentReader;
import dev.curfew.analysis.aws.document.Principal;
import dev.curfew.model.evaluation.Evaluation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One request with its policies, put together by a test. Statements are JSON with single quotes.
final class AwsCase {
    static final String ACCOUNT = "111122223333";
    static final String OTHER = "444455556666";
    static final String ROLE = "arn:aws:iam::" + ACCOUNT + ":role/ci";
    static final String BUILD = "arn:aws:sts::" + ACCOUNT + ":assumed-role/ci/build";
    static final String USER = "arn:aws:iam::" + ACCOUNT + ":user/ann";
    static final String OBJECT = "arn:aws:s3:::logs/a";
    static final String ALLOW_ALL = "{'Effect':'Allow','Action':'*','Resource':'*'}";
    static final String ALLOW = "{'Effect':'Allow','Action':'s3:GetObject','Resource':'arn:aws:s3:::logs/*'}";
    static final String DENY = "{'Effect':'Deny','Action':'s3:*','Resource':'*'}";

    private Principal principal = new Principal.InAccount(ROLE);
    private String action = "s3:GetObject";
    private String resource = OBJECT;
    private String owner = ACCOUNT;
    private final Map<String, List<String>> context = new HashMap<>();
    private final Set<String> multiValued = new HashSet<>();
    private boolean partial;
    private final List<PolicyDocument> identity = new ArrayList<>();
    private final List<PolicyDocument> boundaries = new ArrayList<>();
    private final List<List<PolicyDocument>> serviceControl = new ArrayList<>();
    private final List<List<PolicyDocument>> resourceControl = new ArrayList<>();
    private final List<PolicyDocument> endpoint = new ArrayList<>();
    private ResourceSettings settings = ResourceSettings.NONE;
    private @Nullable PolicyDocument session;
    private @Nullable PolicyDocument resourcePolicy;

    static AwsCase request() {
        return new AwsCase();
    }

    static PolicyDocument document(String name, String... statements) {
        try {
            return PolicyDocumentReader.read(
                    name,
                    ("{'Version':'2012-10-17','Statement':[" + String.join(",", statements) + "]}").replace('\'', '"'));
        } catch (PolicySyntaxException e) {
            throw new AssertionError(e);
        }
    }

    AwsCase by(String arn) {
        principal = new Principal.InAccount(arn);
        return this;
    }

    AwsCase by(Principal who) {
        principal = who;
        return this;
    }

    AwsCase does(String what) {
        action = what;
        return this;
    }

    AwsCase on(String arn) {
        resource = arn;
        return this;
    }

    AwsCase ownedBy(String account) {
        owner = account;
        return this;
    }

    AwsCase with(String key, String... values) {
        context.put(key, List.of(values));
        return this;
    }

    AwsCase withSeveral(String key, String... values) {
        multiValued.add(key);
        return with(key, values);
    }

    AwsCase partly() {
        partial = true;
        return this;
    }

    AwsCase identity(String... statements) {
        identity.add(document("identity", statements));
        return this;
    }

    AwsCase identity(PolicyDocument policy) {
        identity.add(policy);
        return this;
    }

    AwsCase boundary(String... statements) {
        boundaries.add(document("boundary", statements));
        return this;
    }

    AwsCase session(String... statements) {
        session = document("session", statements);
        return this;
    }

    AwsCase resource(String... statements) {
        resourcePolicy = document("resource", statements);
        return this;
    }

    AwsCase level(String... statements) {
        serviceControl.add(statements.length == 0 ? List.of() : List.of(document("scp", statements)));
        return this;
    }

    AwsCase resourceLevel(String... statements) {
        resourceControl.add(List.of(document("rcp", statements)));
        return this;
    }

    AwsCase endpoint(String... statements) {
        endpoint.add(document("endpoint", statements));
        return this;
    }

    AwsCase settings(ResourceSettings given) {
        settings = given;
        return this;
    }

    Evaluation decide() {
        return AwsEvaluator.evaluate(
                new AwsRequest(
                        principal,
                        action,
                        resource,
                        owner,
                        new RequestContext(context, multiValued, partial, Set.of())),
                new AwsPolicies(
                        identity,
                        boundaries,
                        session,
                        resourcePolicy,
                        serviceControl,
                        resourceControl,
                        endpoint,
                        settings));
    }

    boolean isAllowed() {
        return decide() instanceof Evaluation.Allowed;
    }
}
