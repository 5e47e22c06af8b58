package dev.curfew.model.observation;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.SourceName;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObservationTest {
    private static final SourceName BAO = new SourceName("bao");
    private static final Coverage READ = new Coverage(BAO, "policies", CoverageState.READ, "", 1, Instant.EPOCH);

    @Test
    void aFactOfAnotherSourceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> observation(new SourceName("other"), "policies"))
                .withMessageContaining("belongs to bao");
    }

    @Test
    void aFactWithoutCoverageIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> observation(BAO, "tokens"))
                .withMessageContaining("no coverage for scope tokens");
    }

    private static void observation(SourceName source, String scope) {
        Policy policy =
                new Policy(PolicyId.of("bao", "policy/a"), "openbao.acl", "a", "", new Provenance(scope, "test", "{}"));
        var observation = new Observation(source, Instant.EPOCH, Instant.EPOCH, List.of(policy), List.of(READ));
        throw new AssertionError("accepted " + observation);
    }
}
