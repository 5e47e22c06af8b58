package dev.curfew.analysis.aws;

import dev.curfew.analysis.aws.condition.Condition;
import dev.curfew.analysis.aws.document.Actions;
import dev.curfew.analysis.aws.document.PolicyDocument;
import dev.curfew.analysis.aws.document.Principals;
import dev.curfew.analysis.aws.document.Statement;
import dev.curfew.analysis.json.JsonTexts;
import dev.curfew.model.evaluation.DecidingStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A grant of a KMS key: it allows, never denies, beside the key's policy.
///
/// <https://docs.aws.amazon.com/kms/latest/developerguide/grants.html>
public final class KmsGrant {
    private static final String CONTEXT = "kms:EncryptionContext:";

    private final PolicyDocument policy;

    /// @param id what decisions call it
    /// @param grantee an ARN, or a service's name
    /// @param operations as KMS names them, for example `Decrypt`
    /// @param contextEquals the encryption context has to be exactly this; empty: no such constraint
    /// @param contextSubset the encryption context has to hold this; empty: no such constraint
    public KmsGrant(
            String id,
            String grantee,
            Set<String> operations,
            Map<String, String> contextEquals,
            Map<String, String> contextSubset) {
        List<Condition> conditions = new ArrayList<>();
        equal(contextEquals, conditions);
        equal(contextSubset, conditions);
        if (!contextEquals.isEmpty()) {
            conditions.add(Condition.noOther(CONTEXT, contextEquals.keySet()));
        }
        boolean service = !grantee.startsWith("arn:");
        JsonTexts names = JsonTexts.of(List.of(grantee));
        this.policy = new PolicyDocument(
                id,
                List.of(new Statement(
                        DecidingStatement.given(id, "grant"),
                        Actions.of(operations.stream().map(it -> "kms:" + it).toList()),
                        new Principals(
                                false,
                                service ? JsonTexts.NONE : names,
                                service ? names : JsonTexts.NONE,
                                JsonTexts.NONE,
                                JsonTexts.NONE),
                        conditions)));
    }

    private static void equal(Map<String, String> pairs, List<Condition> conditions) {
        new TreeMap<>(pairs)
                .forEach((name, value) ->
                        conditions.add(Condition.compile("StringEquals", CONTEXT + name, List.of(value), false)));
    }

    /// What it allows, as a policy of the key.
    PolicyDocument policy() {
        return policy;
    }
}
