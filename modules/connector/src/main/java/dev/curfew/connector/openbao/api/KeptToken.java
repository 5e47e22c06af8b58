package dev.curfew.connector.openbao.api;

import dev.curfew.connector.http.BearerToken;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.util.Optional;

/// A token as it is kept, or was handed in.
final class KeptToken implements BaoToken {
    private static final Messages MESSAGES = Messages.of(KeptToken.class);

    private final Secret token;

    /// @param token closed with this
    /// @throws SourceException if it cannot be one
    KeptToken(Secret token) {
        if (!BearerToken.mayBe(token)) {
            token.close();
            throw new SourceException(SourceException.Kind.REFUSED, MESSAGES.text("token.shape"));
        }
        this.token = token;
    }

    @Override
    public Secret current() {
        return token;
    }

    @Override
    public Optional<String> passingAccessor() {
        return Optional.empty();
    }

    @Override
    public void close() {
        token.close();
    }
}
