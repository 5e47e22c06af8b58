package dev.curfew.connector.http;

import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionSpec;
import okhttp3.Dispatcher;
import okhttp3.Dns;
import okhttp3.OkHttpClient;

/// The clients that calls are sent by: one, and what differs from it by whom it trusts, shows, or may dial.
final class Clients implements AutoCloseable {
    /// An idle connection costs the server a file descriptor; a sync makes its calls back to back.
    private static final Duration IDLE_MAX = Duration.ofSeconds(30);

    private final HttpSettings settings;
    private final OkHttpClient client;
    private final SecureClients secure;

    /// Connections that were opened to addresses inside are none of its: OkHttp shares none between ways to look up.
    private final SecureClients guarded;

    /// Calls that wait for what is still to happen do not take the places of those that ask.
    private final Dispatcher lasting;

    /// @param threads lent
    Clients(HttpSettings settings, ExecutorService threads, Dns names) {
        this.settings = settings;
        this.client = client(settings, threads, names);
        this.secure = new SecureClients(client);
        this.guarded = new SecureClients(client.newBuilder()
                .dns(new PublicNames(names))
                .proxySelector(new OwnProxies(client.proxySelector(), names))
                .build());
        this.lasting = new Dispatcher(threads);
        lasting.setMaxRequests(Integer.MAX_VALUE);
        lasting.setMaxRequestsPerHost(Integer.MAX_VALUE);
    }

    OkHttpClient of(Call call) {
        OkHttpClient found =
                (call.way().privateAllowed() ? secure : guarded).clientFor(call.trust(), call.certificate());
        Proxy proxy = call.way().proxy();
        if (!call.isLasting() && !call.isReadOnce() && proxy == null) {
            return found;
        }
        OkHttpClient.Builder builder = found.newBuilder();
        if (call.isReadOnce()) {
            once(builder);
        }
        if (call.isLasting()) {
            builder.dispatcher(lasting).readTimeout(settings.answerMax());
        }
        // threads and connections stay the one client's
        return (proxy == null ? builder : builder.proxy(proxy)).build();
    }

    /// It has no body that could be one-shot: see Bodies. By itself OkHttp also asks again where a 503 says to do so at
    /// once.
    private static void once(OkHttpClient.Builder builder) {
        builder.retryOnConnectionFailure(false)
                .addNetworkInterceptor(chain -> chain.proceed(chain.request())
                        .newBuilder()
                        .removeHeader("Retry-After")
                        .build());
    }

    /// By the proxies that this machine has for it.
    boolean mayBeDialled(URI address) {
        List<Proxy> proxies = client.proxySelector().select(address);
        return proxies.isEmpty() || proxies.contains(Proxy.NO_PROXY);
    }

    private static OkHttpClient client(HttpSettings settings, ExecutorService threads, Dns names) {
        Dispatcher dispatcher = new Dispatcher(threads);
        dispatcher.setMaxRequests(Integer.MAX_VALUE);
        dispatcher.setMaxRequestsPerHost(settings.requestsMax());
        return new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .dns(names)
                .connectionPool(
                        new okhttp3.ConnectionPool(settings.requestsMax(), IDLE_MAX.toSeconds(), TimeUnit.SECONDS))
                .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS, ConnectionSpec.CLEARTEXT))
                .connectTimeout(settings.connectMax())
                .readTimeout(settings.silenceMax())
                .writeTimeout(settings.silenceMax())
                .callTimeout(settings.answerMax())
                .followRedirects(false)
                .followSslRedirects(false)
                // Tries a host's other addresses, and a new connection where a pooled one had died. Never a call that
                // may have arrived and must not arrive twice: see Bodies.
                .retryOnConnectionFailure(true)
                .build();
    }

    /// Cancels what is under way.
    @Override
    public void close() {
        client.dispatcher().cancelAll();
        lasting.cancelAll();
        client.connectionPool().evictAll();
    }
}
