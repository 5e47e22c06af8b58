package dev.curfew.analysis;

import dev.curfew.analysis.graph.estate.EstateGraph;
import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Membership;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.estate.Trust;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.snapshot.SnapshotBuilder;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// A small estate, told by a test. JSON is written with single quotes.
public final class Estate {
    public static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    public static final Usage NOT_OBSERVED = new Usage.NotObserved("test");
    private static final Provenance PROVENANCE = new Provenance("all", "test", "{}");

    private final String source;
    private final List<Fact> facts;
    private final List<Coverage> coverage;

    private Estate(String source, List<Fact> facts, List<Coverage> coverage) {
        this.source = source;
        this.facts = facts;
        this.coverage = coverage;
    }

    public static Estate of(String source) {
        return new Estate(source, new ArrayList<>(), new ArrayList<>());
    }

    /// The same estate, told of another source.
    public Estate and(String other) {
        return new Estate(other, facts, coverage);
    }

    public IdentityId identity(String kind, String nativeId) {
        return identity(kind, nativeId, new Ownership.Owned("ann", "tag"), NOT_OBSERVED, Map.of());
    }

    public IdentityId identity(
            String kind, String nativeId, Ownership ownership, Usage usage, Map<String, String> tags) {
        IdentityId id = IdentityId.of(source, nativeId);
        String name = nativeId.substring(nativeId.lastIndexOf('/') + 1);
        Instant created = NOW.minus(Duration.ofDays(1_000));
        facts.add(new Identity(id, kind, name, ownership, created, usage, tags, PROVENANCE));
        return id;
    }

    public CredentialId credential(String kind, String nativeId, @Nullable IdentityId holder, Expiry expiry) {
        return credential(kind, nativeId, holder, expiry, true);
    }

    public CredentialId credential(
            String kind, String nativeId, @Nullable IdentityId holder, Expiry expiry, boolean active) {
        CredentialId id = CredentialId.of(source, nativeId);
        Instant created = NOW.minus(Duration.ofDays(200));
        facts.add(new Credential(
                id, kind, nativeId, holder, null, created, expiry, NOT_OBSERVED, active, Map.of(), PROVENANCE));
        return id;
    }

    public CredentialId credential(
            String kind, String nativeId, @Nullable IdentityId holder, Map<String, String> attributes) {
        CredentialId id = CredentialId.of(source, nativeId);
        Instant created = NOW.minus(Duration.ofDays(200));
        facts.add(new Credential(
                id,
                kind,
                nativeId,
                holder,
                null,
                created,
                new Expiry.Never(),
                NOT_OBSERVED,
                true,
                attributes,
                PROVENANCE));
        return id;
    }

    public CredentialId certificate(String nativeId, Instant since, Expiry expiry, Map<String, String> attributes) {
        CredentialId id = CredentialId.of(source, nativeId);
        facts.add(new Credential(
                id,
                "x509.certificate",
                nativeId,
                null,
                null,
                since,
                expiry,
                NOT_OBSERVED,
                true,
                attributes,
                PROVENANCE));
        return id;
    }

    public PolicyId policy(String kind, String nativeId, String text) {
        PolicyId id = PolicyId.of(source, nativeId);
        String name = nativeId.substring(nativeId.lastIndexOf('/') + 1);
        String json = kind.startsWith("openbao") ? text : text.replace('\'', '"');
        facts.add(new Policy(id, kind, name, json, PROVENANCE));
        return id;
    }

    public PolicyId acl(String name, String rules) {
        return policy("openbao.acl", "policy/" + name, rules);
    }

    /// An AWS policy of the given statements.
    public PolicyId aws(String nativeId, String... statements) {
        return policy("aws.policy", nativeId, document(statements));
    }

    private static String document(String... statements) {
        return "{'Version':'2012-10-17','Statement':[" + String.join(",", statements) + "]}";
    }

    public Estate trust(IdentityId role, String... statements) {
        PolicyId id = policy("aws.trust-policy", role.nativeId() + "#trust", document(statements));
        facts.add(new Trust(role, "aws.assume-role", id, PROVENANCE));
        return this;
    }

    public Estate trust(IdentityId target, String mechanism, PolicyId document) {
        facts.add(new Trust(target, mechanism, document, PROVENANCE));
        return this;
    }

    /// A trust in another form than AWS's.
    public Estate trust(IdentityId target, String mechanism, String text) {
        PolicyId id = policy(mechanism, target.nativeId() + "#trust", text.replace('\'', '"'));
        facts.add(new Trust(target, mechanism, id, PROVENANCE));
        return this;
    }

    public Estate grant(EntityId subject, PolicyId policy) {
        return grant(subject, policy, GrantRole.IDENTITY, "");
    }

    public Estate grant(EntityId subject, PolicyId policy, GrantRole role, String scope) {
        facts.add(new Grant(subject, policy, role, scope, PROVENANCE));
        return this;
    }

    public Estate member(IdentityId member, IdentityId group) {
        facts.add(new Membership(member, group, PROVENANCE));
        return this;
    }

    public ResourceId resource(String kind, String nativeId, Sensitivity sensitivity) {
        return resource(kind, nativeId, sensitivity, Map.of());
    }

    public ResourceId resource(String kind, String nativeId, Sensitivity sensitivity, Map<String, String> tags) {
        ResourceId id = ResourceId.of(source, nativeId);
        String name = nativeId.substring(nativeId.indexOf('/') + 1);
        facts.add(new Resource(id, kind, name, sensitivity, tags, PROVENANCE));
        return id;
    }

    public Estate cover(Coverage scope) {
        coverage.add(scope);
        return this;
    }

    /// These scopes of its source were read whole.
    public Estate read(String... scopes) {
        for (String scope : scopes) {
            cover(new Coverage(new SourceName(source), scope, CoverageState.READ, "", 1, NOW));
        }
        return this;
    }

    /// Built anew.
    public EstateGraph graph() {
        SnapshotIndex index = index();
        return EstateGraph.of(index, new BlastRadius(index));
    }

    public SnapshotIndex index() {
        return new SnapshotIndex(
                new SnapshotBuilder().addAll(facts).cover(coverage).build(7, NOW));
    }

    /// The same facts in another order.
    public SnapshotIndex shuffled(long seed) {
        List<Fact> other = new ArrayList<>(facts);
        Collections.shuffle(other, new Random(seed));
        return new SnapshotIndex(
                new SnapshotBuilder().addAll(other).cover(coverage).build(7, NOW));
    }
}
