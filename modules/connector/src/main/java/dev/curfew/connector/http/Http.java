package dev.curfew.connector.http;

import dev.curfew.connector.dial.PrivateAddressException;
import dev.curfew.connector.dial.PublicOnly;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import okhttp3.Callback;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// Sends calls. One of these serves a whole application; it is safe for many threads. Interrupting the thread that
/// waits for an answer cancels the call at once.
///
/// Redirects are not followed: they would carry the credential to wherever the answer says.
public final class Http implements AutoCloseable {
    private static final String AGENT = "curfew";

    private final Consumer<URI> witness;
    private final HttpSettings settings;
    private final Pause pause;
    private final Retry retry;
    private final ExecutorService threads;
    private final Dns names;

    /// Made for the first call: it reads every certificate that this machine trusts, and most commands call nobody.
    private @Nullable Clients clients;

    private final Turns turns = new Turns();
    private final Places places = new Places();

    public Http(HttpSettings settings, Clock clock) {
        this(settings, clock, _ -> {});
    }

    /// @param witness told of each address that is asked, by the thread that asks
    public Http(HttpSettings settings, Clock clock, Consumer<URI> witness) {
        this(settings, clock, Pause.SLEEP, RandomGenerator.getDefault(), Dns.SYSTEM, witness);
    }

    Http(HttpSettings settings, Clock clock, Pause pause, RandomGenerator random) {
        this(settings, clock, pause, random, Dns.SYSTEM);
    }

    Http(HttpSettings settings, Clock clock, Pause pause, RandomGenerator random, Dns names) {
        this(settings, clock, pause, random, names, _ -> {});
    }

    private Http(
            HttpSettings settings, Clock clock, Pause pause, RandomGenerator random, Dns names, Consumer<URI> witness) {
        this.witness = witness;
        this.settings = settings;
        this.pause = pause;
        this.retry = new Retry(settings, clock, random);
        this.threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("http-", 0).factory());
        this.names = names;
    }

    /// Sends a call, and again where it may be repeated and that can help.
    public HttpOutcome send(Call call) throws InterruptedException {
        return repeat(call, (response, hangUp) -> Bodies.read(response, call, bytesMax(call), hangUp));
    }

    /// As above, with the body of a 2xx answer read as it arrives instead of kept: the answer's own is then empty.
    public HttpOutcome stream(Call call, BodyReader reader) throws InterruptedException {
        return repeat(call, (response, hangUp) -> Bodies.stream(response, call, reader, bytesMax(call), hangUp));
    }

    private HttpOutcome repeat(Call call, BiFunction<Response, Runnable, HttpOutcome> reading)
            throws InterruptedException {
        for (int tries = 1; ; tries++) {
            Duration turn = turns.of(call);
            if (!turn.isZero()) {
                pause.pause(turn);
            }
            HttpOutcome outcome = inItsPlace(call, reading);
            Optional<Duration> wait = retry.waitAfter(call, outcome, tries);
            if (wait.isEmpty()) {
                return outcome;
            }
            pause.pause(wait.get());
        }
    }

    private long bytesMax(Call call) {
        return Math.min(settings.responseBytesMax(), call.responseBytesMax());
    }

    /// How many calls to one server are worth making at once.
    public int requestsMax() {
        return settings.requestsMax();
    }

    /// Reads a body. Called again, from the start, when another try is made after a body that broke off.
    @FunctionalInterface
    public interface BodyReader {
        void read(InputStream body) throws IOException;
    }

    @Override
    public void close() {
        Clients made;
        synchronized (this) {
            made = clients;
        }
        if (made != null) {
            made.close();
        }
        threads.close();
    }

    private HttpOutcome inItsPlace(Call call, BiFunction<Response, Runnable, HttpOutcome> reading)
            throws InterruptedException {
        try (Places.Place _ = places.take(call)) {
            return sendOnce(call, reading);
        }
    }

    private HttpOutcome sendOnce(Call call, BiFunction<Response, Runnable, HttpOutcome> reading)
            throws InterruptedException {
        if (!call.way().privateAllowed()) {
            try {
                checkLiteral(call);
            } catch (PrivateAddressException e) {
                return Failures.of(e, call);
            }
        }
        witness.accept(call.address());
        okhttp3.Call sending = clientFor(call).newCall(request(call));
        BlockingQueue<HttpOutcome> outcome = new ArrayBlockingQueue<>(1);
        sending.enqueue(new Callback() {
            @Override
            public void onFailure(okhttp3.Call failed, IOException cause) {
                outcome.add(Failures.of(cause, call));
            }

            @Override
            public void onResponse(okhttp3.Call done, Response response) {
                // whoever waits is told, whatever becomes of the reading
                @Nullable HttpOutcome read = null;
                try {
                    read = reading.apply(response, done::cancel);
                } finally {
                    outcome.add(read == null ? Failures.of(new IOException(), call) : read);
                }
            }
        });
        try {
            return outcome.take();
        } catch (InterruptedException e) {
            sending.cancel();
            throw e;
        }
    }

    /// OkHttp looks names up, but not addresses, and dials either at the proxy where there is one.
    private void checkLiteral(Call call) throws PrivateAddressException {
        Proxy proxy = call.way().proxy();
        try {
            PublicOnly.checkLiteral(
                    proxy == null ? call.address().getHost() : ((InetSocketAddress) proxy.address()).getHostString());
        } catch (PrivateAddressException e) {
            if (proxy != null || clients().mayBeDialled(call.address())) {
                throw e;
            }
        }
    }

    OkHttpClient clientFor(Call call) {
        return clients().of(call);
    }

    private synchronized Clients clients() {
        Clients made = clients;
        if (made == null) {
            made = new Clients(settings, threads, names);
            clients = made;
        }
        return made;
    }

    private static Request request(Call call) {
        Request.Builder builder = new Request.Builder()
                .url(call.address().toString())
                .header("User-Agent", AGENT)
                .method(call.method(), Bodies.of(call));
        call.headers().forEach(builder::header);
        return builder.build();
    }
}
