package dev.curfew.connector.http;

import dev.curfew.model.observation.CoverageState;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.params.provider.Arguments;

/// Rows of a table of faults: a name, what becomes of the scope, and what is answered, made anew each time.
public final class FaultRows {
    private FaultRows() {}

    public static Arguments fault(String name, CoverageState state, Supplier<MockResponse> answer) {
        return Arguments.of(name, state, answer);
    }

    /// What can become of any answer on its way.
    ///
    /// @param redirect the status of one that leads elsewhere
    /// @param broken a body long enough to be broken off within
    /// @param slow a body that comes ten bytes at a time
    public static Stream<Arguments> onTheWay(int redirect, String broken, String slow) {
        return Stream.of(
                fault(
                        "a redirect",
                        CoverageState.FAILED,
                        () -> new MockResponse.Builder()
                                .code(redirect)
                                .addHeader("Location", "https://elsewhere.example/")
                                .build()),
                fault(
                        "a reset in the body",
                        CoverageState.FAILED,
                        () -> new MockResponse.Builder()
                                .code(200)
                                .body(broken)
                                .onResponseBody(new SocketEffect.CloseSocket())
                                .build()),
                fault(
                        "a slow drip",
                        CoverageState.FAILED,
                        () -> new MockResponse.Builder()
                                .code(200)
                                .body(slow)
                                .throttleBody(10, 500, TimeUnit.MILLISECONDS)
                                .build()),
                fault(
                        "silence",
                        CoverageState.FAILED,
                        () -> new MockResponse.Builder()
                                .onResponseStart(SocketEffect.Stall.INSTANCE)
                                .build()));
    }
}
