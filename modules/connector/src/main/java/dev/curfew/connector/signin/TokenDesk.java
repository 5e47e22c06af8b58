package dev.curfew.connector.signin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.connector.http.Form;
import dev.curfew.connector.http.Http;
import dev.curfew.connector.http.HttpOutcome;
import dev.curfew.connector.signin.SignInOutcome.Failed;
import dev.curfew.connector.signin.SignInOutcome.Flaw;
import dev.curfew.connector.signin.SignInOutcome.SignedIn;
import dev.curfew.connector.workload.IssuerConfiguration;
import dev.curfew.connector.workload.OidcIssuer;
import dev.curfew.connector.workload.OidcTokens;
import dev.curfew.connector.workload.TokenVerdict;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/// Asks an issuer's endpoints, and believes of what they answer only what the ID token proves. Tokens are not kept.
final class TokenDesk {
    private static final Messages MESSAGES = Messages.of(TokenDesk.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Http http;
    private final OidcTokens tokens;

    TokenDesk(Http http, OidcTokens tokens) {
        this.http = http;
        this.tokens = tokens;
    }

    /// @throws SourceException as [IssuerConfiguration#read]
    IssuerConfiguration configuration(OidcIssuer issuer) throws InterruptedException {
        return IssuerConfiguration.read(http, issuer);
    }

    /// The issuer's answer to a form, an error's too (RFC 6749, section 5.2).
    ///
    /// @throws SourceException if there is none that can be read
    JsonNode post(IssuerConfiguration configuration, URI address, Map<String, String> fields)
            throws InterruptedException {
        HttpOutcome outcome = http.send(configuration.call("POST", address).body(Form.TYPE, Form.bytes(fields)));
        return switch (outcome) {
            case HttpOutcome.Answered answered -> read(answered);
            case HttpOutcome.Unanswered unanswered -> throw IssuerConfiguration.unreachable(unanswered, address);
        };
    }

    /// Whether the same may be answered a little later.
    static boolean mayPass(SourceException e) {
        return switch (e.kind()) {
            case UNREACHABLE, THROTTLED -> true;
            case REFUSED, MALFORMED -> false;
        };
    }

    private static JsonNode read(HttpOutcome.Answered answered) {
        switch (answered.meaning()) {
            case FAILED -> throw status(SourceException.Kind.UNREACHABLE, answered);
            case THROTTLED -> throw status(SourceException.Kind.THROTTLED, answered);
            case DONE, REFUSED, NOT_FOUND, REJECTED, ELSEWHERE -> {}
        }
        try {
            JsonNode json = JSON.readTree(answered.body());
            if (answered.status() == 200 || json.hasNonNull("error")) {
                return json;
            }
            throw status(SourceException.Kind.REFUSED, answered);
        } catch (JsonProcessingException _) {
            // its words would quote what was received
            throw new SourceException(SourceException.Kind.MALFORMED, MESSAGES.text("answer.form"));
        }
    }

    private static SourceException status(SourceException.Kind kind, HttpOutcome.Answered answered) {
        return new SourceException(kind, MESSAGES.text("answer.status", answered.status()));
    }

    /// Who signed in, by the token in the answer.
    SignInOutcome judge(JsonNode answer, OidcIssuer issuer, String nonce) throws InterruptedException {
        if (answer.hasNonNull("error")) {
            return Failed.of(Flaw.DENIED, answer.path("error").asText());
        }
        String token = answer.path("id_token").asText();
        if (token.isEmpty()) {
            return Failed.of(Flaw.UNAVAILABLE, MESSAGES.text("answer.none"));
        }
        return switch (tokens.verifyIdToken(token, issuer, nonce)) {
            case TokenVerdict.Accepted(String subject, Instant authTime) ->
                new SignedIn(subject, Objects.requireNonNull(authTime));
            case TokenVerdict.Rejected(TokenVerdict.Reason why) -> Failed.of(Flaw.TOKEN, MESSAGES.text("token." + why));
            case TokenVerdict.Unavailable(String detail) -> Failed.of(Flaw.UNAVAILABLE, detail);
        };
    }
}
