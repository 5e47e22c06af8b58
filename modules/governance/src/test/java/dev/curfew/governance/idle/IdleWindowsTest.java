package dev.curfew.governance.idle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.Refusals;
import dev.curfew.governance.Town;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.request.RequestOrder;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.attribute.UsageQuality;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Window;
import dev.curfew.model.governance.WindowEnd;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A window that may go unused for five of its fifteen minutes, read after some of them.
class IdleWindowsTest {
    private static final Duration HORIZON = Duration.ofDays(90);

    @TempDir
    private Path directory;

    private Town town;

    @BeforeEach
    void open() {
        town = new Town(directory);
    }

    /// The use and the lag in minutes; a dash where there is no use, or no record.
    @ParameterizedTest(name = "read after {0}, used after {1}, told {2} late: {3}")
    @CsvSource({
        "4,  -, 0, open",
        "5,  -, 0, IDLE",
        "6,  2, 0, open",
        "7,  2, 0, IDLE",
        "6,  -, 2, open",
        "7,  -, 2, IDLE",
        "10, 2, 2, open",
        "11, 2, 2, IDLE",
        "12, -, -, open",
    })
    void onlyWhatIsKnownToBeUnusedEnds(long readAfter, String usedAfter, String lag, String expected)
            throws InterruptedException {
        Window window = opened(Map.of(ExceptionRequest.IDLE, "PT5M"));
        town.clock.advance(Duration.ofMinutes(readAfter));
        read(window, usage(window.openedAt(), usedAfter, lag));
        town.idle.due();
        assertThat(end(window)).isEqualTo(expected.equals("open") ? Optional.empty() : Optional.of(WindowEnd.IDLE));
        assertThat(town.source.working().contains(window.credential())).isEqualTo(expected.equals("open"));
    }

    @Test
    void nothingEndsUnusedUnlessItWasAskedForSo() throws InterruptedException {
        Window window = opened(Map.of());
        town.clock.advance(Duration.ofMinutes(14));
        read(window, usage(window.openedAt(), "-", "0"));
        assertThat(town.idle.due()).isEmpty();
        assertThat(end(window)).isEmpty();
    }

    @Test
    void aRecordThatDoesNotSayHowFarItReachesProvesNothing() throws InterruptedException {
        Window window = opened(Map.of(ExceptionRequest.IDLE, "PT5M"));
        town.clock.advance(Duration.ofMinutes(14));
        read(window, new Usage.NoneSeen(new UsageQuality("record", Duration.ZERO, Duration.ZERO, false)));
        assertThat(town.idle.due()).isEmpty();
    }

    @Test
    void whatItsSourceDoesNotEndStaysOpenAndIsTriedAgain() throws InterruptedException {
        Window window = opened(Map.of(ExceptionRequest.IDLE, "PT5M"));
        town.clock.advance(Duration.ofMinutes(6));
        read(window, usage(window.openedAt(), "-", "0"));
        town.target.acting = false;
        assertThat(town.idle.due()).singleElement().matches(closure -> !closure.closed());
        town.target.acting = true;
        assertThat(town.idle.due()).singleElement().matches(closure -> closure.closed());
        assertThat(town.idle.due()).isEmpty();
        assertThat(town.events()).containsOnlyOnce("window.closed");
    }

    @ParameterizedTest
    @CsvSource({"PT0S", "PT-5M", "PT15M", "five minutes"})
    void aTimeThatWouldNeverOrAtOnceEndItIsRefused(String idle) {
        Refusals.assertRefused(
                town.requests.submit(town.key("ada"), order(Map.of(ExceptionRequest.IDLE, idle))), Refusal.BAD_IDLE);
    }

    private Window opened(Map<String, String> claims) {
        String id =
                town.requests.submit(town.key("ada"), order(claims)).orThrow().id();
        town.approve(id, "bo").orThrow();
        try (var _ = town.issuing.issue(id, "ada").orThrow().value()) {
            return town.windows.all().getFirst();
        }
    }

    private static RequestOrder order(Map<String, String> claims) {
        return new RequestOrder(Town.BREAK_GLASS, Town.QUARTER, "payment is down", claims);
    }

    private void read(Window window, Usage usage) {
        town.read(Town.TEXT, List.of(Town.token(window.credential(), "token", usage)));
    }

    private static Usage usage(Instant openedAt, String usedAfter, String lag) {
        if (lag.equals("-")) {
            return new Usage.NotObserved("nobody looked");
        }
        UsageQuality quality = new UsageQuality("record", Duration.ofMinutes(Long.parseLong(lag)), HORIZON, false);
        return usedAfter.equals("-")
                ? new Usage.NoneSeen(quality)
                : new Usage.Seen(openedAt.plus(Duration.ofMinutes(Long.parseLong(usedAfter))), "", quality);
    }

    private Optional<WindowEnd> end(Window window) {
        return town.windows.all().stream()
                .filter(one -> one.id().equals(window.id()))
                .findFirst()
                .map(Window::end);
    }
}
