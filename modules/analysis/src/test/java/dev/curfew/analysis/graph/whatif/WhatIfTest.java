package dev.curfew.analysis.graph.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.Estate;
import dev.curfew.analysis.graph.RandomEstate;
import dev.curfew.analysis.graph.estate.EstateGraph;
import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.analysis.reach.Reached;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.attribute.UsageQuality;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WhatIfTest {
    private static final int ESTATES = 120;
    private static final String READ_A = "path \"secret/a\" { capabilities = [\"read\"] }";
    private final Estate estate = Estate.of("bao");
    private final IdentityId role = estate.identity(
            "openbao.approle",
            "approle/approle/app",
            new Ownership.Unowned(),
            new Usage.Seen(
                    Estate.NOW.minus(Duration.ofDays(2)),
                    "login",
                    new UsageQuality("audit", Duration.ZERO, Duration.ZERO, false)),
            Map.of());
    private final ResourceId secret = estate.resource("openbao.path", "path/secret/a", Sensitivity.HIGH);
    private final PolicyId direct = estate.acl("direct", READ_A);
    private final PolicyId other = estate.acl("other", "path \"secret/*\" { capabilities = [\"read\"] }");
    private final CredentialId token = estate.credential("openbao.token", "accessor", role, new Expiry.Never());

    @Test
    void aDetachedPolicyLeavesWhatAnotherStillGrants() {
        estate.grant(role, direct).grant(role, other);
        WhatIf whatIf = WhatIf.of(graph(), List.of(new PlannedChange.Detach(role, direct)));

        assertThat(whatIf.lost(List.of(role))).isEmpty();
        assertThat(whatIf.residual(List.of(role))).extracting(Reached::target).contains(secret);
        assertThat(whatIf.concerned()).isEmpty();
    }

    @Test
    void theLastPolicyDetachedCutsTheReachAndNamesWhoBreaks() {
        estate.grant(role, direct);
        WhatIf whatIf = WhatIf.of(graph(), List.of(new PlannedChange.Detach(role, direct)));

        assertThat(whatIf.lost(List.of(token))).extracting(Reached::target).containsExactly(secret);
        assertThat(whatIf.residual(List.of(token))).extracting(Reached::target).containsExactly(role);
        assertThat(whatIf.breaking()).singleElement().satisfies(consumer -> {
            assertThat(consumer.who()).isEqualTo(role);
            assertThat(consumer.lastUse()).isInstanceOf(Usage.Seen.class);
            assertThat(consumer.lost()).extracting(edge -> edge.to()).containsExactly(secret);
        });
    }

    @Test
    void aRevokedTokenBreaksItselfAndNotItsRole() {
        estate.grant(role, direct);
        WhatIf whatIf = WhatIf.of(graph(), List.of(new PlannedChange.EndCredential(token)));

        assertThat(whatIf.lost(List.of(token))).extracting(Reached::target).containsExactly(role, secret);
        assertThat(whatIf.lost(List.of(role))).isEmpty();
        assertThat(whatIf.breaking()).extracting(Consumer::who).containsExactly(token);
    }

    @Test
    void anExceptionGivesWhatItsPolicyGrants() {
        WhatIf whatIf = WhatIf.of(graph(), List.of(new PlannedChange.AddException(role, direct, "")));

        assertThat(whatIf.gained(List.of(token))).extracting(Reached::target).containsExactly(secret);
        assertThat(whatIf.breaking()).isEmpty();
    }

    @Test
    void aNarrowedPolicyGrantsWhatItsNewTextDoes() {
        estate.grant(role, other);
        WhatIf whatIf = WhatIf.of(
                graph(), List.of(new PlannedChange.Narrow(other, "path \"secret/b\" { capabilities = [\"read\"] }")));

        assertThat(whatIf.lost(List.of(role))).extracting(Reached::target).contains(secret);
    }

    @Test
    void aChangeThatWouldDoNothingIsNamed() {
        estate.grant(role, direct);
        PlannedChange notHeld = new PlannedChange.Detach(role, other);
        PlannedChange held = new PlannedChange.Detach(role, direct);

        assertThat(WhatIf.impossible(estate.index(), List.of(notHeld, held))).containsExactly(notHeld);
    }

    /// Takes away, denies and revokes in all estates: whatever is left was there before, and no surer.
    @Test
    void takingAwayNeverWidensAndIsWhatTheChangedEstateIsAnew() {
        for (int seed = 0; seed < ESTATES; seed++) {
            SnapshotIndex index = RandomEstate.of(seed).index();
            EstateGraph now = EstateGraph.of(index, new BlastRadius(index));
            List<PlannedChange> changes = narrowing(index, new Random(seed));
            WhatIf whatIf = WhatIf.of(now, changes);
            SnapshotIndex planned = new SnapshotIndex(whatIf.after().index().snapshot());
            BlastRadius anew = new BlastRadius(planned);

            for (EntityId id : now.graph().entities()) {
                assertThat(whatIf.gained(List.of(id)))
                        .as("seed %d %s", seed, changes)
                        .isEmpty();
                Set<EntityId> left = whatIf.residual(List.of(id)).stream()
                        .map(Reached::target)
                        .collect(Collectors.toSet());
                assertThat(left)
                        .as("seed %d %s", seed, changes)
                        .isEqualTo(anew.of(id).reached().stream()
                                .map(Reached::target)
                                .collect(Collectors.toSet()));
            }
        }
    }

    private static List<PlannedChange> narrowing(SnapshotIndex index, Random random) {
        List<PlannedChange> changes = new ArrayList<>();
        List<Grant> grants = index.snapshot().grants().stream()
                .filter(grant -> grant.role() == GrantRole.IDENTITY)
                // a policy that denies widens when it goes
                .filter(grant -> index.policy(grant.policy())
                        .filter(policy -> policy.text().toLowerCase(Locale.ROOT).contains("deny"))
                        .isEmpty())
                .toList();
        Grant grant = grants.get(random.nextInt(grants.size()));
        changes.add(new PlannedChange.Detach(grant.subject(), grant.policy()));
        List<Identity> aws = index.snapshot().identities().stream()
                .filter(it -> it.kind().startsWith("aws."))
                .toList();
        String action = List.of("*", "s3:*", "sts:AssumeRole").get(random.nextInt(3));
        changes.add(
                new PlannedChange.AddDeny(aws.get(random.nextInt(aws.size())).id(), "aws.policy", deny(action)));
        changes.add(new PlannedChange.EndCredentialsOf(
                aws.get(random.nextInt(aws.size())).id()));
        return changes.subList(random.nextInt(2), 1 + random.nextInt(2) + 1);
    }

    private EstateGraph graph() {
        SnapshotIndex index = estate.index();
        return EstateGraph.of(index, new BlastRadius(index));
    }

    private static String deny(String action) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Action\":\"" + action
                + "\",\"Resource\":\"*\"}]}";
    }
}
