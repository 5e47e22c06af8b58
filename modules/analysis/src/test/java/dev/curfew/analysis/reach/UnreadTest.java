package dev.curfew.analysis.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.Estate;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import org.junit.jupiter.api.Test;

class UnreadTest {

    @Test
    void aReachNamesTheScopesThatCouldHideMore() {
        SourceName source = new SourceName("bao");
        Coverage policies = new Coverage(source, "policies", CoverageState.REFUSED, "403", 0, Estate.NOW);
        Estate estate = Estate.of("bao")
                .read("tokens")
                .cover(policies)
                .cover(new Coverage(source, "access-key-last-used", CoverageState.FAILED, "500", 0, Estate.NOW));
        IdentityId role = estate.identity("openbao.approle", "approle/approle/x");

        Reach reach = new BlastRadius(estate.index()).of(role);

        assertThat(reach.unread()).containsExactly(policies);
        assertThat(reach.complete()).isFalse();
        assertThat(reach.reached()).isEmpty();
        assertThat(reach.snapshotNumber()).isEqualTo(7);
    }
}
