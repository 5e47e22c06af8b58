package dev.curfew.app.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.serve.http.Door;
import dev.curfew.app.cli.serve.http.Inbound;
import dev.curfew.app.cli.serve.http.Problem;
import dev.curfew.app.cli.serve.http.ProblemKind;
import dev.curfew.app.usecase.counter.Caller;
import dev.curfew.connector.http.Http;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.connector.signal.EventTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApiTest {
    private static final String ORDER = "{\"role\":\"bao:policy/deploy\",\"ttlSeconds\":900,\"purpose\":\"deploy\"}";

    private final List<Integer> unread = Collections.synchronizedList(new ArrayList<>());

    /// Who it is takes as long as the workspace is somebody else's; a body that is not read by then is cut off.
    private Caller look(Inbound request) {
        unread.add(request.bytes(ORDER.length()).length);
        throw Problem.of(ProblemKind.NOT_TRUSTED, "nobody");
    }

    @Test
    void aRequestsBodyIsReadBeforeItIsLookedUpWhoAsks() throws IOException, InterruptedException {
        Errands none = _ -> {
            throw new AssertionError("nobody is known");
        };
        try (Http http = new Http(HttpSettings.DEFAULTS, Clock.systemUTC());
                HttpClient client = HttpClient.newHttpClient()) {
            Signalling signals = new Signalling(
                    none, new KnownSenders(none), new EventTokens(http, Clock.systemUTC()), (_, _) -> {});
            Api api = new Api(none, new Trusts(none), this::look, signals, (_, _) -> {});
            try (Door door = Door.open(0, null, api, _ -> {})) {
                HttpRequest request = HttpRequest.newBuilder(URI.create(door.address() + "/v1/requests"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(ORDER))
                        .build();
                assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                                .statusCode())
                        .isEqualTo(403);
            }
        }
        assertThat(unread).containsExactly(0);
    }
}
