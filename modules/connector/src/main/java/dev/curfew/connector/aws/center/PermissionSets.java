package dev.curfew.connector.aws.center;

import dev.curfew.connector.aws.facts.FactSet;
import dev.curfew.connector.sheet.Parallel;
import dev.curfew.connector.tree.Reading;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.text.CanonicalJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An instance's permission sets, each as a policy.
final class PermissionSets {
    static final String LIST = "ListPermissionSets";

    private final SourceName source;
    private final Instance instance;
    private final CenterCalls calls;

    PermissionSets(SourceName source, Instance instance, CenterCalls calls) {
        this.source = source;
        this.instance = instance;
        this.calls = calls;
    }

    /// Their ARNs; none where they could not be listed.
    List<String> read(FactSet facts) throws InterruptedException {
        Map<String, Object> question = Map.of("InstanceArn", instance.arn());
        List<String> listed =
                calls.all(LIST, question, "PermissionSets", Reading::textOf).orElse(List.of());
        Parallel.each(
                CenterCalls.AT_ONCE,
                listed,
                this::policy,
                (_, policy) -> policy.ifPresent(it -> {
                    facts.add(it);
                    calls.add(1);
                }));
        return listed;
    }

    /// One that could not be described has no name, and is nobody's.
    private Optional<Policy> policy(String arn) throws InterruptedException {
        Optional<PermissionSet> described =
                calls.one("DescribePermissionSet", instance.question(arn), PermissionSet::of);
        if (described.isEmpty()) {
            return Optional.empty();
        }
        PermissionSet set = described.get();
        set.complete(calls, instance.question(arn), Map.of("InstanceArn", instance.arn(), "ResourceArn", arn));
        return Optional.of(new Policy(
                new PolicyId(source, arn),
                "identity-center.permission-set",
                set.name(),
                set.text(),
                new Provenance(
                        calls.scope(), "DescribePermissionSet", CanonicalJson.text(Map.of("PermissionSetArn", arn)))));
    }
}
