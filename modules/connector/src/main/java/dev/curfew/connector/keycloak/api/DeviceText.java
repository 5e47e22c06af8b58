package dev.curfew.connector.keycloak.api;

import dev.curfew.model.connection.Secret;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A credential that only says with which client somebody is to log in: `device-code CLIENT`, and the client's secret
/// after it where it has one.
///
/// @param secret null for a public client; closed by whoever asked
record DeviceText(String clientId, @Nullable Secret secret) implements AutoCloseable {
    private static final String BEGINNING = "device-code";
    private static final int WORDS_MAX = 3;

    static Optional<DeviceText> of(Secret text) {
        return text.use(characters -> {
            String[] words = new String(characters).strip().split("\\s+", -1);
            return words.length < 2 || words.length > WORDS_MAX || !words[0].equals(BEGINNING)
                    ? Optional.empty()
                    : Optional.of(new DeviceText(words[1], words.length == 2 ? null : Secret.of(words[2])));
        });
    }

    @Override
    public void close() {
        if (secret != null) {
            secret.close();
        }
    }
}
