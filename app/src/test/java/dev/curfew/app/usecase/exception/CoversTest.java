package dev.curfew.app.usecase.exception;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.governance.Enforcement;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.RequestState;
import dev.curfew.model.governance.Window;
import dev.curfew.model.governance.WindowEnd;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.SourceName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CoversTest {
    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

    private static final SourceName SOURCE = new SourceName("pg");

    private final List<Window> windows = new ArrayList<>();

    private final List<ExceptionRequest> requests = new ArrayList<>();

    @Test
    void ofTwoThatEndInTheSameSecondTheOneAskedForLastIsTold() {
        Window first = open("r-1", "ada", NOON.plusSeconds(60));
        open("r-3", "ada", NOON.plusSeconds(120));
        open("r-2", "ada", NOON.plusSeconds(120));

        assertThat(covers().get(first.id())).extracting(Window::id).isEqualTo("r-2");
    }

    @Test
    void theOneThatLastsLongestIsTold() {
        Window first = open("r-1", "ada", NOON.plusSeconds(60));
        open("r-2", "ada", NOON.plusSeconds(180));
        open("r-3", "ada", NOON.plusSeconds(120));

        assertThat(covers().get(first.id())).extracting(Window::id).isEqualTo("r-2");
    }

    @Test
    void neitherWhatHasEndedNorWhatSomebodyElseHoldsCovers() {
        Window first = open("r-1", "ada", NOON.plusSeconds(60));
        open("r-2", "bo", NOON.plusSeconds(120));
        Window ended = open("r-3", "ada", NOON.plusSeconds(120));
        windows.set(2, ended.ended(WindowEnd.ENDED_EARLY, NOON.plusSeconds(30)));

        assertThat(covers()).doesNotContainKey(first.id());
    }

    private Map<String, Window> covers() {
        return Covers.among(windows, requests);
    }

    /// Asked for a millisecond after the one before.
    private Window open(String id, String requester, Instant until) {
        PolicyId policy = new PolicyId(SOURCE, "member/porters");
        requests.add(new ExceptionRequest(
                id,
                requester,
                policy,
                "",
                Duration.ofMinutes(1),
                "the door is stuck",
                Map.of(),
                "{}",
                1,
                "nonce-" + id,
                NOON.plusMillis(requests.size()),
                RequestState.ACTIVE));
        Window window = new Window(
                id,
                policy,
                new CredentialId(SOURCE, id),
                NOON,
                until,
                new Enforcement(true, "the server", ""),
                null,
                null);
        windows.add(window);
        return window;
    }
}
