package dev.curfew.connector.keycloak.probe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.keycloak.api.KcAccess;
import dev.curfew.connector.keycloak.api.KcAnswer;
import dev.curfew.connector.keycloak.api.KcLogin;
import dev.curfew.connector.keycloak.api.TokenEndpoint;
import dev.curfew.connector.keycloak.facts.Times;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.proof.RefusalClass;
import dev.curfew.model.text.Messages;
import java.time.Clock;
import java.time.Instant;

/// Tries a token: an access token where it tells who it stands for, a refresh token by refreshing. A realm may take
/// each refresh token once; then this was the once.
final class TokenTrial {
    private static final Messages MESSAGES = Messages.of(TokenTrial.class);

    private final KcAccess access;
    private final TokenEndpoint endpoint;
    private final Clock clock;

    TokenTrial(KcAccess access, TokenEndpoint endpoint, Clock clock) {
        this.access = access;
        this.endpoint = endpoint;
        this.clock = clock;
    }

    ProbeOutcome attempt(String realm, Presented presented) throws InterruptedException {
        JsonNode claims = presented.claims().orElse(null);
        if (claims == null) {
            return unclear(MESSAGES.text("token.shape"));
        }
        Instant now = clock.instant();
        boolean isOver = Times.ofSeconds(claims.path("exp"))
                .filter(end -> now.isAfter(end))
                .isPresent();
        if (isOver) {
            return new ProbeOutcome.Refused(now, RefusalClass.CLOCK, MESSAGES.text("token.over"));
        }
        try (Secret token = Secret.of(presented.token())) {
            return switch (claims.path("typ").asText()) {
                case "Bearer" -> byUse(realm, token);
                case "Refresh", "Offline" -> byRefresh(realm, presented, claims, token);
                default -> unclear(MESSAGES.text("token.shape"));
            };
        }
    }

    private ProbeOutcome byUse(String realm, Secret token) throws InterruptedException {
        KcAnswer answer = endpoint.userinfo(realm, token);
        Instant at = clock.instant();
        return switch (answer) {
            case KcAnswer.Done done
            when done.body().has("sub") -> new ProbeOutcome.Accepted(at, MESSAGES.text("token.accepted"));
            case KcAnswer.Unaccepted refused
            when refused.error().equals("invalid_token") ->
                new ProbeOutcome.Refused(at, RefusalClass.INVALID_CREDENTIAL, refused.words());
            case KcAnswer.Refused refused
            when refused.error().equals("insufficient_scope") -> byIntrospection(realm, token, refused.words());
            case KcAnswer.Done _,
                    KcAnswer.Unaccepted _,
                    KcAnswer.Refused _,
                    KcAnswer.Rejected _,
                    KcAnswer.Absent _,
                    KcAnswer.Throttled _,
                    KcAnswer.Failed _,
                    KcAnswer.Silent _,
                    KcAnswer.Foreign _ -> unclear(answer.words());
        };
    }

    /// Without the scope `openid` Keycloak refuses before it looks whether the login still stands. Introspection looks,
    /// but says `inactive` also of a token that is good and was made for somebody else (seen with 26.7.3): only its yes
    /// counts.
    private ProbeOutcome byIntrospection(String realm, Secret token, String words) throws InterruptedException {
        KcAnswer answer = introspected(realm, token);
        boolean isActive = answer instanceof KcAnswer.Done done
                && done.body().path("active").asBoolean();
        return isActive
                ? new ProbeOutcome.Accepted(clock.instant(), MESSAGES.text("token.active"))
                : unclear(MESSAGES.text("token.unsaid", words));
    }

    private KcAnswer introspected(String realm, Secret token) throws InterruptedException {
        try (KcLogin reader = access.readingLogin()) {
            Secret secret = reader.secret();
            return secret == null || !reader.realm().equals(realm)
                    ? new KcAnswer.Foreign("")
                    : endpoint.introspect(realm, reader.clientId(), secret, token);
        }
    }

    /// Whoever holds a refresh token has to prove the client too, unless it is a public one.
    private ProbeOutcome byRefresh(String realm, Presented presented, JsonNode claims, Secret token)
            throws InterruptedException {
        String clientId = presented.clientId().isEmpty() ? claims.path("azp").asText() : presented.clientId();
        try (Secret secret = Secret.of(presented.secret())) {
            KcAnswer answer = endpoint.refresh(realm, clientId, secret.isEmpty() ? null : secret, token);
            Instant at = clock.instant();
            return switch (answer) {
                case KcAnswer.Done done
                when done.body().has("access_token") ->
                    new ProbeOutcome.Accepted(at, MESSAGES.text("refresh.accepted"));
                case KcAnswer.Rejected refused
                when refused.error().equals("invalid_grant") ->
                    new ProbeOutcome.Refused(at, RefusalClass.INVALID_CREDENTIAL, refused.words());
                case KcAnswer.Unaccepted refused -> unclear(MESSAGES.text("refresh.client", refused.words()));
                case KcAnswer.Done _,
                        KcAnswer.Refused _,
                        KcAnswer.Rejected _,
                        KcAnswer.Absent _,
                        KcAnswer.Throttled _,
                        KcAnswer.Failed _,
                        KcAnswer.Silent _,
                        KcAnswer.Foreign _ -> unclear(answer.words());
            };
        }
    }

    private ProbeOutcome unclear(String words) {
        return new ProbeOutcome.Indeterminate(clock.instant(), words);
    }
}
