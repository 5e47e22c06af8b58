package dev.curfew.connector.signin;

import dev.curfew.connector.http.Form;
import dev.curfew.connector.http.Http;
import dev.curfew.connector.signin.SignInOutcome.Failed;
import dev.curfew.connector.signin.SignInOutcome.Flaw;
import dev.curfew.connector.signin.SignInOutcome.SignedIn;
import dev.curfew.connector.workload.IssuerConfiguration;
import dev.curfew.connector.workload.OidcIssuer;
import dev.curfew.connector.workload.OidcTokens;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Signs in through this machine's browser: authorization code with PKCE, its answer brought to the loopback address
/// (RFC 8252). The issuer is asked to have the person show anew who they are: a browser left open signs nobody in.
public final class BrowserSignIn {
    /// As long as somebody looks for a second factor.
    private static final Duration WAITS_MAX = Duration.ofMinutes(5);

    /// Issuers and this machine keep time by NTP, and an issuer counts in whole seconds.
    private static final Duration SKEW_MAX = Duration.ofSeconds(30);

    private final TokenDesk desk;
    private final InstantSource clock;
    private final SecureRandom random;

    public BrowserSignIn(Http http, OidcTokens tokens, InstantSource clock, SecureRandom random) {
        desk = new TokenDesk(http, tokens);
        this.clock = clock;
        this.random = random;
    }

    /// @param issuer whose audience is our client id
    /// @param show has the person open the address in their browser
    public SignInOutcome at(OidcIssuer issuer, Consumer<URI> show) throws InterruptedException {
        String state = Pkce.random(random);
        try (Loopback loopback = Loopback.open(state)) {
            return at(issuer, loopback, state, show);
        } catch (SourceException e) {
            return Failed.of(Flaw.UNAVAILABLE, String.valueOf(e.getMessage()));
        } catch (IOException _) {
            return Failed.of(Flaw.UNAVAILABLE, Messages.of(BrowserSignIn.class).text("loopback"));
        }
    }

    private SignInOutcome at(OidcIssuer issuer, Loopback loopback, String state, Consumer<URI> show)
            throws InterruptedException {
        IssuerConfiguration configuration = desk.configuration(issuer);
        Pkce pkce = Pkce.fresh(random);
        String nonce = Pkce.random(random);
        Instant began = clock.instant();
        show.accept(asking(configuration, issuer, loopback.address(), state, nonce, pkce));
        Optional<Map<String, String>> answer = loopback.await(WAITS_MAX);
        if (answer.isEmpty()) {
            return Failed.of(Flaw.TIMED_OUT);
        }
        Map<String, String> fields = answer.get();
        if (!fields.getOrDefault("iss", issuer.issuer().toString())
                .equals(issuer.issuer().toString())) {
            return Failed.of(Flaw.OTHER_ISSUER);
        }
        String code = fields.getOrDefault("code", "");
        return code.isEmpty()
                ? Failed.of(Flaw.DENIED, fields.getOrDefault("error", ""))
                : anew(exchange(configuration, issuer, loopback.address(), code, nonce, pkce), began);
    }

    private static URI asking(
            IssuerConfiguration configuration, OidcIssuer issuer, URI loopback, String state, String nonce, Pkce pkce) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("response_type", "code");
        fields.put("client_id", issuer.audience());
        fields.put("redirect_uri", loopback.toString());
        fields.put("scope", "openid");
        fields.put("state", state);
        fields.put("nonce", nonce);
        fields.put("code_challenge", pkce.challenge());
        fields.put("code_challenge_method", "S256");
        fields.put("prompt", "login");
        // with it the token has to say when they signed in (OpenID Connect Core 1.0, section 2)
        fields.put("max_age", "0");
        URI address = configuration.address("authorization_endpoint");
        String before = address.getRawQuery() == null ? "?" : "&";
        return URI.create(address + before + Form.text(fields));
    }

    private SignInOutcome exchange(
            IssuerConfiguration configuration, OidcIssuer issuer, URI loopback, String code, String nonce, Pkce pkce)
            throws InterruptedException {
        Map<String, String> fields = Map.of(
                "grant_type", "authorization_code",
                "client_id", issuer.audience(),
                "redirect_uri", loopback.toString(),
                "code", code,
                "code_verifier", pkce.verifier());
        return desk.judge(desk.post(configuration, configuration.address("token_endpoint"), fields), issuer, nonce);
    }

    private static SignInOutcome anew(SignInOutcome outcome, Instant began) {
        return outcome instanceof SignedIn(String _, Instant authTime) && authTime.isBefore(began.minus(SKEW_MAX))
                ? Failed.of(Flaw.NOT_ANEW)
                : outcome;
    }
}
