package dev.curfew.snapshot.testing;

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
import dev.curfew.model.estate.Membership;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.estate.Trust;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.observation.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Facts of every type with every case of every sealed attribute, and observations of them.
public final class Facts {
    public static final String SOURCE = "prod";

    /// To the nanosecond, which no database column keeps.
    public static final Instant THEN = Instant.parse("2026-11-20T03:14:09.123456789Z");

    private static final UsageQuality QUALITY =
            new UsageQuality("GetAccessKeyLastUsed", Duration.ofHours(4), Duration.ofDays(400), true);

    private Facts() {}

    public static Identity identity(String nativeId) {
        return identity(nativeId, "{\"name\":\"" + nativeId + "\"}");
    }

    public static Identity identity(String nativeId, String document) {
        return identity(SOURCE, "users", nativeId, document);
    }

    public static Identity identity(String source, String scope, String nativeId, String document) {
        return new Identity(
                IdentityId.of(source, nativeId),
                "aws.user",
                nativeId,
                new Ownership.Owned("team-a", "tag owner"),
                THEN,
                new Usage.Seen(THEN, "s3", QUALITY),
                Map.of("team", "a", "environment", "production"),
                new Provenance(scope, "ListUsers", document));
    }

    /// One of each type, and each case of `Ownership`, `Expiry` and `Usage`.
    public static List<Fact> ofEveryKind() {
        Provenance users = new Provenance("users", "ListUsers", "{\"quote\":\"\\\"\",\"ünicode\":\"☂ 𝄞\"}");
        IdentityId group = IdentityId.of(SOURCE, "group/ops");
        CredentialId parent = CredentialId.of(SOURCE, "AKIA0");
        PolicyId policy = PolicyId.of(SOURCE, "policy/admin");
        ResourceId bucket = ResourceId.of(SOURCE, "arn:aws:s3:::b");
        return List.of(
                identity("user/a"),
                new Identity(
                        group,
                        "aws.group",
                        "",
                        new Ownership.Unowned(),
                        null,
                        new Usage.NoneSeen(QUALITY),
                        Map.of(),
                        users),
                new Identity(
                        IdentityId.of(SOURCE, "user/b"),
                        "aws.user",
                        "b",
                        new Ownership.OwnerGone("bo", "list"),
                        null,
                        new Usage.NotObserved("no trail"),
                        Map.of("k", ""),
                        users),
                credential(parent, null, null, new Expiry.Never(), users),
                credential(CredentialId.of(SOURCE, "AKIA1"), group, parent, new Expiry.At(THEN), users),
                credential(CredentialId.of(SOURCE, "AKIA2"), null, null, new Expiry.Unknown("not said"), users),
                new Policy(policy, "aws.policy", "admin", "{\"Statement\":[]}", users),
                new Grant(group, policy, GrantRole.IDENTITY, "", users),
                new Grant(parent, policy, GrantRole.BOUNDARY, "ns", users),
                new Grant(bucket, policy, GrantRole.RESOURCE, "", users),
                new Grant(policy, policy, GrantRole.RESOURCE_CONTROL, "", users),
                new Membership(IdentityId.of("other", "user/a"), group, users),
                new Resource(bucket, "aws.bucket", "b", Sensitivity.HIGH, Map.of("a", "1"), users),
                new Trust(group, "aws.assume-role", policy, users));
    }

    private static Credential credential(
            CredentialId id,
            @Nullable IdentityId holder,
            @Nullable CredentialId parent,
            Expiry expiry,
            Provenance provenance) {
        return new Credential(
                id,
                "aws.access-key",
                "key",
                holder,
                parent,
                THEN,
                expiry,
                new Usage.NotObserved("never asked"),
                true,
                Map.of("orphan", "true"),
                provenance);
    }

    public static Coverage read(String scope) {
        return coverage(scope, CoverageState.READ);
    }

    public static Coverage coverage(String scope, CoverageState state) {
        return new Coverage(new SourceName(SOURCE), scope, state, state == CoverageState.READ ? "" : "403", 7, THEN);
    }

    public static Observation observation(List<? extends Fact> facts, Coverage... coverage) {
        return new Observation(
                new SourceName(SOURCE), THEN, THEN.plusSeconds(2), List.copyOf(facts), List.of(coverage));
    }
}
