package dev.curfew.analysis.graph.query;

import dev.curfew.analysis.reach.route.EntityFacts;
import dev.curfew.analysis.reach.route.Whole;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.Map;

/// How much it matters that something is reached. Of several rules that fit, the heaviest holds.
///
/// @param sensitivities of resources
/// @param kinds by kind, or its beginning before a dot: `aws.s3`, `aws`
/// @param tags by `key=value`
/// @param names by a part of the name
/// @param whole of an account, a server, a cluster
/// @param identity of any identity
public record Weighting(
        Map<Sensitivity, Long> sensitivities,
        Map<String, Long> kinds,
        Map<String, Long> tags,
        Map<String, Long> names,
        long whole,
        long identity) {

    /// A secret of highest sensitivity counts as much as ten elevated ones or a hundred others; whoever has a whole
    /// account is above all who only have things in another.
    public static final Weighting DEFAULT = new Weighting(
            Map.of(Sensitivity.HIGH, 100L, Sensitivity.ELEVATED, 10L, Sensitivity.LOW, 1L, Sensitivity.UNKNOWN, 1L),
            Map.of(),
            Map.of(),
            Map.of(),
            1_000,
            1);

    public Weighting {
        sensitivities = Map.copyOf(sensitivities);
        kinds = Map.copyOf(kinds);
        tags = Map.copyOf(tags);
        names = Map.copyOf(names);
    }

    /// Never negative; 0 for credentials and policies: they matter for what they lead to.
    public long of(EntityId id, SnapshotIndex index) {
        EntityFacts facts = EntityFacts.of(index, id);
        return switch (id) {
            case ResourceId resource -> {
                long plain = Whole.isWhole(resource) ? whole : sensitivities.getOrDefault(facts.sensitivity(), 0L);
                yield heaviest(
                        plain,
                        facts,
                        index.resource(resource).map(Resource::tags).orElse(Map.of()));
            }
            case IdentityId it ->
                heaviest(identity, facts, index.identity(it).map(Identity::tags).orElse(Map.of()));
            case CredentialId _ -> 0;
            case PolicyId _ -> 0;
        };
    }

    private long heaviest(long plain, EntityFacts facts, Map<String, String> itsTags) {
        long heaviest = plain;
        for (Map.Entry<String, Long> each : kinds.entrySet()) {
            if (facts.kind().equals(each.getKey()) || facts.kind().startsWith(each.getKey() + ".")) {
                heaviest = Math.max(heaviest, each.getValue());
            }
        }
        for (Map.Entry<String, Long> each : names.entrySet()) {
            if (facts.name().contains(each.getKey())) {
                heaviest = Math.max(heaviest, each.getValue());
            }
        }
        if (!tags.isEmpty()) {
            for (Map.Entry<String, String> tag : itsTags.entrySet()) {
                heaviest = Math.max(heaviest, tags.getOrDefault(tag.getKey() + "=" + tag.getValue(), 0L));
            }
        }
        return heaviest;
    }
}
