package dev.curfew.connector.keycloak.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.DeviceLogin;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A person's login with a client of a realm; what is kept of it is a refresh token, which ends with their session.
///
/// <https://www.keycloak.org/securing-apps/oidc-layers#_device_authorization_grant>
public final class KcDeviceLogin implements DeviceLogin {
    private static final Messages MESSAGES = Messages.of(KcDeviceLogin.class);

    /// RFC 8628, section 3.2, where the server names none; and what `slow_down` adds (section 3.5).
    private static final long INTERVAL_SECONDS = 5;

    private static final long INTERVAL_SECONDS_MAX = 60;
    private static final String PENDING = "authorization_pending";
    private static final String SLOW_DOWN = "slow_down";

    private final KcAccess access;

    public KcDeviceLogin(KcAccess access) {
        this.access = access;
    }

    @Override
    public Secret login(Secret kept, Consumer<Prompt> show) throws InterruptedException {
        try (DeviceText asked = DeviceText.of(kept).orElse(null)) {
            if (asked != null) {
                return login(access.realm(), asked.clientId(), asked.secret(), show);
            }
        }
        try (KcLogin before = access.login(kept)) {
            if (before.refreshToken() == null) {
                throw new SourceException(
                        SourceException.Kind.REFUSED, MESSAGES.text("device.none", before.clientId()));
            }
            return login(before.realm(), before.clientId(), before.secret(), show);
        }
    }

    private Secret login(String realm, String clientId, @Nullable Secret secret, Consumer<Prompt> show)
            throws InterruptedException {
        KcAnswer answer = access.tokens().device(realm, clientId, secret, "openid");
        if (!(answer instanceof KcAnswer.Done begun)
                || !begun.body().path("device_code").isTextual()) {
            throw failure(clientId, realm, answer);
        }
        show.accept(prompt(begun.body()));
        Secret token = poll(realm, clientId, secret, begun.body());
        try (KcLogin made = new KcLogin(realm, clientId, secret == null ? null : secret.copy(), token)) {
            return KcLoginText.text(made);
        }
    }

    private static Prompt prompt(JsonNode begun) {
        String address = begun.path("verification_uri").asText();
        try {
            return new Prompt(
                    URI.create(address),
                    begun.path("user_code").asText(),
                    URI.create(begun.path("verification_uri_complete").asText(address)));
        } catch (IllegalArgumentException _) {
            // its words would quote what was received
            throw new SourceException(SourceException.Kind.MALFORMED, MESSAGES.text("device.form"));
        }
    }

    /// The refresh token, once somebody logged in.
    private Secret poll(String realm, String clientId, @Nullable Secret secret, JsonNode begun)
            throws InterruptedException {
        long interval = Math.clamp(begun.path("interval").asLong(INTERVAL_SECONDS), 1, INTERVAL_SECONDS_MAX);
        long left = begun.path("expires_in").asLong();
        while (left > 0) {
            Thread.sleep(Duration.ofSeconds(interval));
            left -= interval;
            KcAnswer answer = access.tokens()
                    .deviceToken(
                            realm, clientId, secret, begun.path("device_code").asText());
            if (answer instanceof KcAnswer.Done done
                    && done.body().path("refresh_token").isTextual()) {
                return Secret.of(done.body().path("refresh_token").asText());
            }
            if (!(answer instanceof KcAnswer.Rejected waiting) || !isWaiting(waiting.error())) {
                throw failure(clientId, realm, answer);
            }
            if (waiting.error().equals(SLOW_DOWN)) {
                interval = Math.min(interval + INTERVAL_SECONDS, INTERVAL_SECONDS_MAX);
            }
        }
        throw new SourceException(SourceException.Kind.REFUSED, MESSAGES.text("device.late", clientId));
    }

    private static boolean isWaiting(String error) {
        return error.equals(PENDING) || error.equals(SLOW_DOWN);
    }

    private static SourceException failure(String clientId, String realm, KcAnswer answer) {
        return new SourceException(answer.kind(), MESSAGES.text("device.refused", clientId, realm, answer.words()));
    }
}
