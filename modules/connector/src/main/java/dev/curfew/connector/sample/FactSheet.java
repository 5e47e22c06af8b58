package dev.curfew.connector.sample;

import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.attribute.UsageQuality;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.estate.Identity;
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
import dev.curfew.model.text.CanonicalJson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The facts of one sample source as they are told, with the scopes they belong to.
final class FactSheet {
    private final SourceName source;
    private final Instant now;
    private final List<Fact> facts = new ArrayList<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private final Map<String, String> refused = new TreeMap<>();

    FactSheet(SourceName source, Instant now) {
        this.source = source;
        this.now = now;
    }

    Instant daysAgo(int days) {
        return now.minus(Duration.ofDays(days));
    }

    Instant inHours(int hours) {
        return now.plus(Duration.ofHours(hours));
    }

    IdentityId identityId(String nativeId) {
        return new IdentityId(source, nativeId);
    }

    PolicyId policyId(String nativeId) {
        return new PolicyId(source, nativeId);
    }

    IdentityId identity(
            String kind,
            String nativeId,
            String name,
            Ownership owner,
            int ageDays,
            Usage usage,
            Map<String, String> tags) {
        IdentityId id = identityId(nativeId);
        Map<String, Object> document = new TreeMap<>(Map.of("id", nativeId, "name", name, "tags", tags));
        document.put("createdAt", daysAgo(ageDays).toString());
        add(new Identity(id, kind, name, owner, daysAgo(ageDays), usage, tags, from(kind, document)));
        return id;
    }

    void credential(
            String kind,
            String nativeId,
            String name,
            IdentityId holder,
            int ageDays,
            Expiry expiry,
            Usage usage,
            Map<String, String> attributes) {
        Map<String, Object> document =
                new TreeMap<>(Map.of("id", nativeId, "holder", holder.nativeId(), "attributes", attributes));
        document.put("createdAt", daysAgo(ageDays).toString());
        add(new Credential(
                new CredentialId(source, nativeId),
                kind,
                name,
                holder,
                null,
                daysAgo(ageDays),
                expiry,
                usage,
                true,
                attributes,
                from(kind, document)));
    }

    PolicyId policy(String kind, String nativeId, String name, String text) {
        PolicyId id = policyId(nativeId);
        add(new Policy(id, kind, name, text, from(kind, Map.of("id", nativeId, "name", name, "document", text))));
        return id;
    }

    void grant(EntityId subject, PolicyId policy) {
        grant(subject, policy, "");
    }

    void grant(EntityId subject, PolicyId policy, String scope) {
        Map<String, Object> document =
                Map.of("subject", subject.nativeId(), "policy", policy.nativeId(), "scope", scope);
        add(new Grant(subject, policy, GrantRole.IDENTITY, scope, from("grant", document)));
    }

    void trust(IdentityId target, String mechanism, PolicyId document) {
        add(new Trust(
                target,
                mechanism,
                document,
                from("trust", Map.of("target", target.nativeId(), "document", document.nativeId()))));
    }

    void resource(String kind, String nativeId, String name, Sensitivity sensitivity, Map<String, String> tags) {
        add(new Resource(
                new ResourceId(source, nativeId),
                kind,
                name,
                sensitivity,
                tags,
                from(kind, Map.of("id", nativeId, "name", name, "tags", tags))));
    }

    /// A scope that the sample's reader was not allowed to see.
    void refuse(String scope, String detail) {
        refused.put(scope, detail);
    }

    private void add(Fact fact) {
        facts.add(fact);
        counts.merge(fact.provenance().scope(), 1L, Long::sum);
    }

    private Provenance from(String scope, Map<String, Object> document) {
        return new Provenance(scope, "sample estate", CanonicalJson.text(document));
    }

    Usage seen(int daysAgo, String by) {
        return new Usage.Seen(daysAgo(daysAgo), by, quality());
    }

    Usage noneSeen() {
        return new Usage.NoneSeen(quality());
    }

    private static UsageQuality quality() {
        return new UsageQuality("sample estate", Duration.ofHours(4), Duration.ofDays(400), true);
    }

    static Ownership owned(String owner) {
        return new Ownership.Owned(owner, "tag owner");
    }

    static Ownership ownerGone(String owner) {
        return new Ownership.OwnerGone(owner, "tag owner; not in the directory any more");
    }

    List<Fact> facts() {
        return List.copyOf(facts);
    }

    List<Coverage> coverage(Instant at) {
        List<Coverage> all = new ArrayList<>();
        counts.forEach((scope, count) -> all.add(new Coverage(source, scope, CoverageState.READ, "", count, at)));
        refused.forEach((scope, detail) -> all.add(new Coverage(source, scope, CoverageState.REFUSED, detail, 0, at)));
        return all;
    }
}
