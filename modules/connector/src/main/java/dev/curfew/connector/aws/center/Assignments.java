package dev.curfew.connector.aws.center;

import dev.curfew.connector.aws.facts.FactSet;
import dev.curfew.connector.sheet.Parallel;
import dev.curfew.connector.tree.Node;
import dev.curfew.connector.tree.Reading;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.text.CanonicalJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Who is assigned which permission set in which account: each a grant whose scope is the account.
final class Assignments {
    private final SourceName source;
    private final Instance instance;
    private final CenterCalls calls;

    Assignments(SourceName source, Instance instance, CenterCalls calls) {
        this.source = source;
        this.instance = instance;
        this.calls = calls;
    }

    void read(List<String> permissionSets, FactSet facts) throws InterruptedException {
        Parallel.each(CenterCalls.AT_ONCE, permissionSets, this::of, (_, grants) -> {
            facts.addAll(grants);
            calls.add(grants.size());
        });
    }

    private List<Grant> of(String permissionSet) throws InterruptedException {
        List<String> accounts = calls.all(
                        "ListAccountsForProvisionedPermissionSet",
                        instance.question(permissionSet),
                        "AccountIds",
                        Reading::textOf)
                .orElse(List.of());
        List<Grant> grants = new ArrayList<>();
        for (String account : accounts) {
            Map<String, Object> question = new HashMap<>(instance.question(permissionSet));
            question.put("AccountId", account);
            calls.all("ListAccountAssignments", question, "AccountAssignments", this::grant)
                    .ifPresent(grants::addAll);
        }
        return grants;
    }

    private Grant grant(Node node) {
        Reading assignment = Reading.of(node);
        String type = assignment.text("PrincipalType").toLowerCase(Locale.ROOT);
        Map<String, String> document = new HashMap<>();
        for (String field : List.of("AccountId", "PermissionSetArn", "PrincipalId", "PrincipalType")) {
            document.put(field, assignment.text(field));
        }
        return new Grant(
                new IdentityId(source, instance.inDirectory(type, assignment.text("PrincipalId"))),
                new PolicyId(source, assignment.text("PermissionSetArn")),
                GrantRole.IDENTITY,
                assignment.text("AccountId"),
                new Provenance(calls.scope(), "ListAccountAssignments", CanonicalJson.text(document)));
    }
}
