package dev.curfew.analysis.reach.openbao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.curfew.analysis.Estate;
import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.analysis.reach.Certainty;
import dev.curfew.analysis.reach.Reach;
import dev.curfew.analysis.reach.Reached;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A policy that is granted and that the reading does not hold.
class MissingPolicyTest {
    private final Estate estate = Estate.of("bao");
    private final IdentityId role = estate.identity("openbao.approle", "approle/approle/deploy");

    @Test
    void aPolicyThatDoesNotExistGrantsNothing() {
        grant("policy/removed-long-ago");
        assertThat(reach(CoverageState.READ).reached()).isEmpty();
        assertThat(reach(CoverageState.READ).complete()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(value = CoverageState.class, mode = EnumSource.Mode.EXCLUDE, names = "READ")
    void aPolicyThatMayExistMayGrantAnything(CoverageState policies) {
        grant("policy/removed-long-ago");
        assertThat(reach(policies).reached())
                .extracting(it -> it.target().nativeId(), Reached::certainty)
                .containsExactly(tuple("policy/removed-long-ago", Certainty.UNKNOWN));
    }

    @Test
    void aPolicyThatOpenBaoNeverListsStaysUnknown() {
        grant("policy/response-wrapping");
        assertThat(reach(CoverageState.READ).reached())
                .extracting(it -> it.target().nativeId(), Reached::certainty)
                .containsExactly(tuple("policy/response-wrapping", Certainty.UNKNOWN));
    }

    private void grant(String policy) {
        estate.acl("another", "path \"secret/data/app\" { capabilities = [\"read\"] }");
        estate.grant(role, PolicyId.of("bao", policy), GrantRole.IDENTITY, "");
    }

    private Reach reach(CoverageState policies) {
        estate.cover(new Coverage(new SourceName("bao"), "policies", policies, "", 1, Estate.NOW));
        return new BlastRadius(estate.index()).of(role);
    }
}
