package dev.curfew.governance.policy.cedar;

import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.exception.CacheException;
import com.cedarpolicy.model.schema.Schema;
import dev.curfew.governance.policy.question.Access;
import dev.curfew.governance.policy.question.Circumstances;
import dev.curfew.governance.policy.question.Ending;
import dev.curfew.governance.policy.question.Requester;
import dev.curfew.governance.policy.question.Verb;
import java.util.Arrays;
import java.util.stream.Collectors;

/// What policies may ask for, as a Cedar schema, made from the records of a question.
public final class PolicySchema {
    /// The action of a plan of revocation.
    static final String REVOKE = "revoke";

    private PolicySchema() {}

    /// In Cedar's own schema language, for editors and for `curfew policy schema`.
    public static String text() {
        return ofRequests() + ofPlans();
    }

    private static String ofRequests() {
        String principals =
                Arrays.stream(Requester.Kind.values()).map(Requester.Kind::type).collect(Collectors.joining(", "));
        String actions = Arrays.stream(Verb.values()).map(Verb::text).collect(Collectors.joining(", "));
        return """
                type Circumstances = %s;
                entity %s { name: String };
                entity Access %s;
                action %s appliesTo { principal: [%s], resource: [Access], context: Circumstances };
                """.formatted(
                CedarTypes.of(Circumstances.class), principals, CedarTypes.of(Access.class), actions, principals);
    }

    private static String ofPlans() {
        return """
                type Ending = %s;
                entity Plan;
                action %s appliesTo { principal: [%s], resource: [Plan], context: Ending };
                """.formatted(CedarTypes.of(Ending.class), REVOKE, Requester.Kind.OFFICER.type());
    }

    /// For policies about requests, which need not name their action.
    static Schema requests() {
        return parsed(ofRequests());
    }

    /// For policies about plans, which do.
    static Schema plans() {
        return parsed(text());
    }

    /// Kept by the engine, so that it is read once.
    private static Schema parsed(String text) {
        try {
            Schema schema = Schema.parse(Schema.JsonOrCedar.Cedar, text);
            schema.cache();
            return schema;
        } catch (AuthException | CacheException e) {
            throw new IllegalStateException("the schema is ours: " + e.getMessage(), e);
        }
    }
}
