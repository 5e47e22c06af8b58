package dev.curfew.connector.http;

import dev.curfew.connector.dial.PrivateAddresses;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.kind.AddressForm;
import dev.curfew.model.kind.Loopback;
import dev.curfew.model.kind.Setting;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where a source answers. Credentials go there over TLS; plain HTTP is for this machine only, unless the connection's
/// setting `allow-plain-http` is `true`.
public final class Endpoint {
    /// The connection setting that permits plain HTTP to other machines.
    public static final String ALLOW_PLAIN_HTTP = "allow-plain-http";

    /// The connection setting that holds the certificates, in PEM, of the authorities that the source is trusted by.
    public static final String CA_CERTIFICATES = "ca-certificates";

    /// The connection setting that names the proxy through which the source is reached.
    public static final String PROXY = "proxy";

    /// The connection setting that limits how many requests a second the source is asked.
    public static final String REQUESTS_PER_SECOND = "requests-per-second";

    /// The connection setting that limits how many requests are under way at the source at once.
    public static final String REQUESTS_AT_ONCE = "requests-at-once";

    private static final List<String> AT_ONCE = List.of("1", "2", "4", "8");

    private static final List<String> RATES = List.of("1", "2", "5", "10", "20", "50", "100");

    private static final Messages MESSAGES = Messages.of(Endpoint.class);

    /// The form of an address that this talks to.
    public static final AddressForm.Server FORM =
            new AddressForm.Server(List.of("https"), List.of("http"), ALLOW_PLAIN_HTTP);

    private static final List<Setting> SETTINGS = List.of(
            Setting.certificates(CA_CERTIFICATES, MESSAGES).typedAs("ca-file"),
            Setting.flag(ALLOW_PLAIN_HTTP, MESSAGES),
            PrivateAddresses.setting(),
            Setting.address(PROXY, MESSAGES),
            Setting.choice(REQUESTS_PER_SECOND, RATES, MESSAGES),
            Setting.choice(REQUESTS_AT_ONCE, AT_ONCE, MESSAGES));

    private final URI base;
    private final @Nullable Trust trust;
    private final Way way;

    private Endpoint(URI base, @Nullable Trust trust, Way way) {
        this.base = base;
        this.trust = trust;
        this.way = way;
    }

    /// What a source that is talked to by HTTP takes.
    ///
    /// @param own what its kind takes besides
    public static List<Setting> settings(Setting... own) {
        return Stream.concat(Stream.of(own), SETTINGS.stream()).toList();
    }

    /// @throws SourceException if the address is no `http` or `https` one, carries a user, or would send credentials in
    ///     the clear, or if the certificates that were kept with it cannot be read
    public static Endpoint of(Connection connection) {
        boolean plainAllowed = Boolean.parseBoolean(connection.settings().getOrDefault(ALLOW_PLAIN_HTTP, "false"));
        return new Endpoint(of(connection.address(), plainAllowed).base, trust(connection), Way.of(connection));
    }

    /// Another address of the same source, reached in the same way, and trusted as the platform has it.
    ///
    /// @throws SourceException as above
    public static Endpoint of(Connection connection, URI address) {
        boolean plainAllowed = Boolean.parseBoolean(connection.settings().getOrDefault(ALLOW_PLAIN_HTTP, "false"));
        return new Endpoint(of(address, plainAllowed).base, null, Way.of(connection));
    }

    private static @Nullable Trust trust(Connection connection) {
        String pem = connection.settings().get(CA_CERTIFICATES);
        try {
            return pem == null ? null : new Trust(pem);
        } catch (IllegalArgumentException e) {
            throw new SourceException(
                    SourceException.Kind.UNREACHABLE, MESSAGES.text("ca.unreadable", connection.name()), e);
        }
    }

    /// As above, for an address that is not the connection's own.
    public static Endpoint of(URI address, boolean plainAllowed) {
        @Nullable String scheme = address.getScheme();
        @Nullable String host = address.getHost();
        if (host == null || address.getUserInfo() != null || !isHttp(scheme)) {
            throw new SourceException(SourceException.Kind.UNREACHABLE, MESSAGES.text("address.shape"));
        }
        if ("http".equalsIgnoreCase(scheme) && !plainAllowed && !Loopback.is(host)) {
            throw new SourceException(
                    SourceException.Kind.UNREACHABLE, MESSAGES.text("address.plain", host, ALLOW_PLAIN_HTTP));
        }
        return new Endpoint(address, null, Way.direct(false));
    }

    /// What answers to this machine alone, at an address inside, in the clear and past every proxy: its cloud's
    /// metadata service. Whoever asks has to have been told to.
    ///
    /// @throws SourceException if the address is none, or carries a user
    public static Endpoint onThisMachine(URI address) {
        return new Endpoint(of(address, true).base, null, Way.past());
    }

    /// Null where the platform's authorities are trusted.
    @Nullable
    Trust trust() {
        return trust;
    }

    Way way() {
        return way;
    }

    /// The address of a path below it.
    ///
    /// @param path without a leading slash, percent-encoded, with its query if it has one
    public URI resolve(String path) {
        String text = base.toString();
        return URI.create(text.endsWith("/") ? text + path : text + "/" + path);
    }

    /// For messages: scheme, host and port.
    @Override
    public String toString() {
        return base.getScheme() + "://" + base.getRawAuthority();
    }

    private static boolean isHttp(@Nullable String scheme) {
        return "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
    }
}
