package dev.curfew.connector.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.port.SourceClock.Reading;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateClockTest {
    private static final Clock OURS = Clock.fixed(Instant.parse("2026-11-22T03:00:00Z"), ZoneOffset.UTC);

    private final MockWebServer server = new MockWebServer();
    private Http http;
    private DateClock clock;

    @BeforeEach
    void start() throws IOException {
        server.start();
        Endpoint endpoint = Endpoint.of(server.url("/").uri(), false);
        http = new Http(HttpSettings.DEFAULTS, OURS);
        clock = new DateClock(http, () -> Call.of("GET", endpoint, "time"), OURS);
    }

    @AfterEach
    void stop() {
        http.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 403, 404})
    void whateverItAnswersItsDateIsWhatItsClockShows(int status) throws InterruptedException {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .addHeader("Date", "Sun, 22 Nov 2026 03:00:12 GMT")
                .build());

        Optional<Reading> read = clock.read();

        assertThat(read).contains(new Reading(Instant.parse("2026-11-22T03:00:12Z"), OURS.instant()));
        assertThat(read.orElseThrow().ahead()).hasSeconds(12);
    }

    @Test
    void withoutADateOrWithOneThatIsNoneItTellsNothing() throws InterruptedException {
        server.enqueue(new MockResponse.Builder().code(200).build());
        server.enqueue(new MockResponse.Builder()
                .code(200)
                .addHeader("Date", "yesterday")
                .build());

        assertThat(clock.read()).isEmpty();
        assertThat(clock.read()).isEmpty();
    }

    @Test
    void whoDoesNotAnswerTellsNothing() throws InterruptedException {
        server.close();

        assertThat(clock.read()).isEmpty();
    }
}
