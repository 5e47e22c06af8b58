package dev.curfew.analysis.escalation.aws;

import dev.curfew.analysis.Estate;
import dev.curfew.analysis.escalation.Certainty;
import dev.curfew.analysis.escalation.Environment;
import dev.curfew.analysis.escalation.Environment.Existing;
import dev.curfew.analysis.escalation.Escalation;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Membership;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.estate.Trust;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.snapshot.SnapshotBuilder;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/// An account, told by a test as the file of one tells it. JSON is written with single quotes.
final class AccountSketch {
    static final String ACCOUNT = "111122223333";
    static final String ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess";
    static final String EVERYTHING = "{'Effect':'Allow','Action':'*','Resource':'*'}";
    private static final String SOURCE = "account";
    private static final Provenance PROVENANCE = new Provenance("all", "test", "{}");

    private final List<Fact> facts = new ArrayList<>();
    private Optional<List<Existing>> resources = Optional.empty();
    private Optional<List<String>> clusters = Optional.empty();
    private final Map<String, Integer> keys = new HashMap<>();
    private final Map<String, Boolean> passwords = new HashMap<>();

    static String arn(String rest) {
        return "arn:aws:iam::" + ACCOUNT + ":" + rest;
    }

    static String allow(List<String> actions, String... resources) {
        return statement("Allow", actions, "", resources);
    }

    static String deny(List<String> actions, String... resources) {
        return statement("Deny", actions, "", resources);
    }

    static String allowIf(String condition, List<String> actions, String... resources) {
        return statement("Allow", actions, ",'Condition':" + condition, resources);
    }

    static String denyIf(String condition, List<String> actions, String... resources) {
        return statement("Deny", actions, ",'Condition':" + condition, resources);
    }

    private static String statement(String effect, List<String> actions, String more, String... resources) {
        return "{'Effect':'" + effect + "','Action':['" + String.join("','", actions) + "'],'Resource':['"
                + String.join("','", resources.length == 0 ? new String[] {"*"} : resources) + "']" + more + "}";
    }

    static String trusts(String kind, String name) {
        return "{'Effect':'Allow','Principal':{'" + kind + "':'" + name + "'},'Action':'sts:AssumeRole'}";
    }

    AccountSketch user(String name, String... statements) {
        return identity("aws.user", "user/" + name, name, "{}").inline("user/" + name, "own", statements);
    }

    AccountSketch group(String name, String... statements) {
        return identity("aws.group", "group/" + name, name, "{}").inline("group/" + name, "own", statements);
    }

    /// A role with an instance profile.
    AccountSketch role(String name, String trust, String... statements) {
        String profile = "{'InstanceProfileList':['" + arn("instance-profile/" + name) + "']}";
        return roleOf(name, profile, trust, statements);
    }

    AccountSketch roleOf(String name, String document, String trust, String... statements) {
        identity("aws.role", "role/" + name, name, document.replace('\'', '"'))
                .inline("role/" + name, "own", statements);
        PolicyId id = PolicyId.of(SOURCE, arn("role/" + name) + "#trust");
        facts.add(new Policy(id, "aws.trust-policy", name, document(trust), PROVENANCE));
        facts.add(new Trust(IdentityId.of(SOURCE, arn("role/" + name)), "aws.assume-role", id, PROVENANCE));
        return this;
    }

    private AccountSketch identity(String kind, String rest, String name, String document) {
        facts.add(new Identity(
                IdentityId.of(SOURCE, arn(rest)),
                kind,
                name.substring(name.lastIndexOf('/') + 1),
                new Ownership.Unowned(),
                null,
                Estate.NOT_OBSERVED,
                Map.of(),
                new Provenance("all", "test", document)));
        return this;
    }

    AccountSketch tag(String rest, String key, String value) {
        facts.replaceAll(
                fact -> fact instanceof Identity it && it.id().nativeId().equals(arn(rest))
                        ? new Identity(
                                it.id(),
                                it.kind(),
                                it.name(),
                                it.ownership(),
                                it.createdAt(),
                                it.usage(),
                                Map.of(key, value),
                                it.provenance())
                        : fact);
        return this;
    }

    AccountSketch inline(String rest, String name, String... statements) {
        if (statements.length > 0) {
            PolicyId id = PolicyId.of(SOURCE, arn(rest) + "#inline/" + name);
            facts.add(new Policy(id, "aws.policy", name, document(statements), PROVENANCE));
            grant(rest, id, GrantRole.IDENTITY);
        }
        return this;
    }

    /// @param versions their statements; the first is in force
    AccountSketch managed(String name, String... versions) {
        for (int i = 0; i < versions.length; i++) {
            String id = arn("policy/" + name) + (i == 0 ? "" : "#v" + (versions.length - i));
            facts.add(new Policy(
                    PolicyId.of(SOURCE, id),
                    i == 0 ? "aws.policy" : "aws.policy-version",
                    name,
                    document(versions[i]),
                    PROVENANCE));
        }
        return this;
    }

    AccountSketch attach(String rest, String policyArn) {
        return grant(rest, PolicyId.of(SOURCE, policyArn), GrantRole.IDENTITY);
    }

    AccountSketch bound(String rest, String policyArn) {
        return grant(rest, PolicyId.of(SOURCE, policyArn), GrantRole.BOUNDARY);
    }

    AccountSketch serviceControl(String policyArn) {
        EntityId account = ResourceId.of(SOURCE, arn("root"));
        facts.add(new Grant(account, PolicyId.of(SOURCE, policyArn), GrantRole.SERVICE_CONTROL, "root", PROVENANCE));
        return this;
    }

    AccountSketch resourceControl(String policyArn) {
        EntityId account = ResourceId.of(SOURCE, arn("root"));
        facts.add(new Grant(account, PolicyId.of(SOURCE, policyArn), GrantRole.RESOURCE_CONTROL, "root", PROVENANCE));
        return this;
    }

    private AccountSketch grant(String rest, PolicyId policy, GrantRole role) {
        facts.add(new Grant(IdentityId.of(SOURCE, arn(rest)), policy, role, "", PROVENANCE));
        return this;
    }

    AccountSketch member(String user, String group) {
        facts.add(new Membership(
                IdentityId.of(SOURCE, arn("user/" + user)), IdentityId.of(SOURCE, arn("group/" + group)), PROVENANCE));
        return this;
    }

    /// Says that this is all that runs.
    AccountSketch runs(String... arnAndRole) {
        List<Existing> all = new ArrayList<>(resources.orElse(List.of()));
        for (int i = 0; i < arnAndRole.length; i += 2) {
            all.add(new Existing(arnAndRole[i], arnAndRole[i + 1]));
        }
        resources = Optional.of(all);
        return this;
    }

    AccountSketch clusters(String... arns) {
        clusters = Optional.of(List.of(arns));
        return this;
    }

    AccountSketch keys(String user, int count) {
        keys.put(user, count);
        return this;
    }

    AccountSketch password(String user, boolean has) {
        passwords.put(user, has);
        return this;
    }

    private static String document(String... statements) {
        return ("{'Version':'2012-10-17','Statement':[" + String.join(",", statements) + "]}").replace('\'', '"');
    }

    SnapshotIndex index() {
        return new SnapshotIndex(new SnapshotBuilder().addAll(facts).build(1, Estate.NOW));
    }

    /// The same facts in another order.
    SnapshotIndex shuffled(long seed) {
        List<Fact> other = new ArrayList<>(facts);
        Collections.shuffle(other, new Random(seed));
        return new SnapshotIndex(new SnapshotBuilder().addAll(other).build(1, Estate.NOW));
    }

    Environment environment() {
        return new Environment(resources, clusters, keys, passwords);
    }

    List<Escalation> escalations() {
        return AwsEscalations.find(index(), environment());
    }

    /// What is found for one identity: how certain, by method.
    Map<String, Certainty> of(String rest) {
        Map<String, Certainty> found = new TreeMap<>();
        for (Escalation each : escalations()) {
            if (each.identity().nativeId().equals(arn(rest))) {
                found.put(each.method(), each.certainty());
            }
        }
        return found;
    }

    Escalation only(String rest, String method) {
        return escalations().stream()
                .filter(it -> it.identity().nativeId().equals(arn(rest))
                        && it.method().equals(method))
                .findFirst()
                .orElseThrow(() -> new AssertionError(method + " not among " + of(rest)));
    }
}
