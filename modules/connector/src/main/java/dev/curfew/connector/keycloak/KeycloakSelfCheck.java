package dev.curfew.connector.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.keycloak.api.Jwt;
import dev.curfew.connector.keycloak.api.KcAccess;
import dev.curfew.connector.keycloak.api.KcAnswer;
import dev.curfew.connector.keycloak.api.KcLogin;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.connection.Standing;
import dev.curfew.model.port.SelfCheck;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Logs a client in, and tells which administrative roles its token names. A refresh token is not tried: a realm may
/// take each only once, and the one that it gave instead could not be kept from here.
final class KeycloakSelfCheck implements SelfCheck {
    private static final Messages MESSAGES = Messages.of(KeycloakSelfCheck.class);

    private final KcAccess access;

    KeycloakSelfCheck(KcAccess access) {
        this.access = access;
    }

    @Override
    public Standing of(Secret credential) throws InterruptedException {
        try (KcLogin login = access.login(credential)) {
            Secret refreshToken = login.refreshToken();
            Secret secret = login.secret();
            if (refreshToken != null || secret == null) {
                return new Standing.Unclear(MESSAGES.text("self.person", login.clientId(), login.realm()));
            }
            return standing(login, access.tokens().clientCredentials(login.realm(), login.clientId(), secret));
        } catch (SourceException e) {
            return e.kind() == SourceException.Kind.REFUSED
                    ? new Standing.Refused(String.valueOf(e.getMessage()))
                    : new Standing.Unclear(String.valueOf(e.getMessage()));
        }
    }

    private static Standing standing(KcLogin login, KcAnswer answer) {
        return switch (answer) {
            case KcAnswer.Done done
            when done.body().path("access_token").isTextual() ->
                new Standing.Works(
                        who(login, done.body().path("access_token").asText()),
                        new Expiry.Unknown(MESSAGES.text("self.end")));
            case KcAnswer.Done _ -> new Standing.Unclear(MESSAGES.text("self.foreign"));
            case KcAnswer.Unaccepted _, KcAnswer.Refused _, KcAnswer.Rejected _, KcAnswer.Absent _ ->
                new Standing.Refused(answer.words());
            case KcAnswer.Throttled _, KcAnswer.Failed _, KcAnswer.Silent _, KcAnswer.Foreign _ ->
                new Standing.Unclear(answer.words());
        };
    }

    private static String who(KcLogin login, String token) {
        List<String> roles = new ArrayList<>();
        Optional<JsonNode> claims = Jwt.claims(token);
        claims.ifPresent(found -> {
            found.path("realm_access").path("roles").forEach(role -> roles.add(role.asText()));
            found.path("resource_access")
                    .properties()
                    .forEach(client -> client.getValue()
                            .path("roles")
                            .forEach(role -> roles.add(client.getKey() + "/" + role.asText())));
        });
        return MESSAGES.text(
                "self.who",
                login.clientId(),
                login.realm(),
                String.join(", ", roles.stream().sorted().toList()));
    }
}
