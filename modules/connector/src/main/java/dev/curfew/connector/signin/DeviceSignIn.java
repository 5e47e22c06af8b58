package dev.curfew.connector.signin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.http.Http;
import dev.curfew.connector.http.Pause;
import dev.curfew.connector.signin.SignInOutcome.Failed;
import dev.curfew.connector.signin.SignInOutcome.Flaw;
import dev.curfew.connector.workload.IssuerConfiguration;
import dev.curfew.connector.workload.OidcIssuer;
import dev.curfew.connector.workload.OidcTokens;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;

/// Signs in with a code that is entered on another device (RFC 8628): for a machine without a browser. When that person
/// last showed who they are is the issuer's to say, and is told as it says.
public final class DeviceSignIn {
    /// RFC 8628, section 3.2, where the issuer names none; and what `slow_down` adds (section 3.5).
    private static final long INTERVAL_SECONDS = 5;

    private static final long INTERVAL_SECONDS_MAX = 60;

    /// Nobody looks for a telephone any longer, whatever the issuer says.
    private static final Duration WAITS_MAX = Duration.ofMinutes(10);

    private final TokenDesk desk;
    private final InstantSource clock;
    private final SecureRandom random;
    private final Pause pause;

    public DeviceSignIn(Http http, OidcTokens tokens, InstantSource clock, SecureRandom random) {
        this(http, tokens, clock, random, Pause.SLEEP);
    }

    DeviceSignIn(Http http, OidcTokens tokens, InstantSource clock, SecureRandom random, Pause pause) {
        desk = new TokenDesk(http, tokens);
        this.clock = clock;
        this.random = random;
        this.pause = pause;
    }

    /// @param issuer whose audience is our client id
    /// @param show tells the person what to do
    public SignInOutcome at(OidcIssuer issuer, Consumer<DevicePrompt> show) throws InterruptedException {
        try {
            IssuerConfiguration configuration = desk.configuration(issuer);
            String nonce = Pkce.random(random);
            // RFC 8628 knows no PKCE; Keycloak takes it, and asks for it where the client has to use it
            Pkce pkce = Pkce.fresh(random);
            JsonNode begun = desk.post(
                    configuration,
                    configuration.address("device_authorization_endpoint"),
                    Map.of(
                            "client_id",
                            issuer.audience(),
                            "scope",
                            "openid",
                            "nonce",
                            nonce,
                            "code_challenge",
                            pkce.challenge(),
                            "code_challenge_method",
                            "S256"));
            if (begun.hasNonNull("error")) {
                return Failed.of(Flaw.DENIED, begun.path("error").asText());
            }
            show.accept(prompt(begun));
            return poll(configuration, issuer, begun, nonce, pkce);
        } catch (SourceException e) {
            return Failed.of(Flaw.UNAVAILABLE, String.valueOf(e.getMessage()));
        }
    }

    private static DevicePrompt prompt(JsonNode begun) {
        try {
            String address = begun.path("verification_uri").asText();
            String whole = begun.path("verification_uri_complete").asText(address);
            return new DevicePrompt(URI.create(address), begun.path("user_code").asText(), URI.create(whole));
        } catch (IllegalArgumentException _) {
            // its words would quote what was received
            throw new SourceException(
                    SourceException.Kind.MALFORMED,
                    Messages.of(DeviceSignIn.class).text("answer.form"));
        }
    }

    private SignInOutcome poll(
            IssuerConfiguration configuration, OidcIssuer issuer, JsonNode begun, String nonce, Pkce pkce)
            throws InterruptedException {
        Map<String, String> fields = Map.of(
                "grant_type", "urn:ietf:params:oauth:grant-type:device_code",
                "client_id", issuer.audience(),
                "code_verifier", pkce.verifier(),
                "device_code", begun.path("device_code").asText());
        Instant until = clock.instant().plus(longest(begun));
        long interval = Math.clamp(begun.path("interval").asLong(INTERVAL_SECONDS), 1, INTERVAL_SECONDS_MAX);
        SignInOutcome late = Failed.of(Flaw.TIMED_OUT);
        while (clock.instant().isBefore(until)) {
            pause.pause(Duration.ofSeconds(interval));
            try {
                JsonNode answer = desk.post(configuration, configuration.address("token_endpoint"), fields);
                switch (answer.path("error").asText()) {
                    case "authorization_pending" -> late = Failed.of(Flaw.TIMED_OUT);
                    case "slow_down" -> interval = Math.min(interval + INTERVAL_SECONDS, INTERVAL_SECONDS_MAX);
                    case "expired_token" -> {
                        return Failed.of(Flaw.TIMED_OUT);
                    }
                    default -> {
                        return desk.judge(answer, issuer, nonce);
                    }
                }
            } catch (SourceException e) {
                if (!TokenDesk.mayPass(e)) {
                    throw e;
                }
                // asked less often, and not given up (RFC 8628, section 3.5)
                interval = Math.min(interval * 2, INTERVAL_SECONDS_MAX);
                late = Failed.of(Flaw.UNAVAILABLE, String.valueOf(e.getMessage()));
            }
        }
        return late;
    }

    private static Duration longest(JsonNode begun) {
        Duration told = Duration.ofSeconds(Math.max(0, begun.path("expires_in").asLong()));
        return told.compareTo(WAITS_MAX) < 0 ? told : WAITS_MAX;
    }
}
