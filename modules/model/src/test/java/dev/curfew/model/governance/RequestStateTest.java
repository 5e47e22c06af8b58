package dev.curfew.model.governance;

import static dev.curfew.model.governance.RequestState.ACTIVE;
import static dev.curfew.model.governance.RequestState.APPROVED;
import static dev.curfew.model.governance.RequestState.DENIED;
import static dev.curfew.model.governance.RequestState.DRAFTED;
import static dev.curfew.model.governance.RequestState.ENDED;
import static dev.curfew.model.governance.RequestState.PENDING;
import static dev.curfew.model.governance.RequestState.TIMED_OUT;
import static dev.curfew.model.governance.RequestState.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.curfew.model.id.PolicyId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RequestStateTest {
    private static final Map<RequestState, Set<RequestState>> LEGAL = Map.of(
            DRAFTED, Set.of(WITHDRAWN),
            PENDING, Set.of(APPROVED, DENIED, WITHDRAWN, TIMED_OUT),
            APPROVED, Set.of(ACTIVE, DENIED, WITHDRAWN, TIMED_OUT),
            ACTIVE, Set.of(ENDED),
            DENIED, Set.of(),
            WITHDRAWN, Set.of(),
            TIMED_OUT, Set.of(),
            ENDED, Set.of());

    @ParameterizedTest
    @EnumSource
    void onlyTheTablesTransitionsAreLegal(RequestState from) {
        for (RequestState to : RequestState.values()) {
            assertThat(from.mayBecome(to))
                    .as("%s to %s", from, to)
                    .isEqualTo(LEGAL.getOrDefault(from, Set.of()).contains(to));
        }
        assertThat(from.isTerminal())
                .isEqualTo(LEGAL.getOrDefault(from, Set.of()).isEmpty());
    }

    @Test
    void aLateApprovalRevivesNothing() {
        ExceptionRequest denied = request().to(DENIED);
        assertThatIllegalStateException().isThrownBy(() -> denied.to(APPROVED));
    }

    @Test
    void theStateIsNoPartOfWhatIsApproved() {
        assertThat(request().to(APPROVED).toJson()).isEqualTo(request().toJson());
    }

    private static ExceptionRequest request() {
        return new ExceptionRequest(
                "r-1",
                "ana",
                PolicyId.of("bao", "policy/break-glass"),
                "00",
                Duration.ofMinutes(15),
                "ledger database is down",
                Map.of(),
                "{}",
                1,
                "nonce",
                Instant.EPOCH,
                PENDING);
    }
}
