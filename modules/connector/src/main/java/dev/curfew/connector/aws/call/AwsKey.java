package dev.curfew.connector.aws.call;

import dev.curfew.model.connection.Secret;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An access key with its secret. Prints its id only; wiped by [#close].
public final class AwsKey implements AutoCloseable {
    /// IAM API Reference, AccessKeyId: 16 to 128 characters.
    private static final Pattern ID = Pattern.compile("[A-Z0-9]{16,128}");

    private final String id;
    private final Secret secret;
    private final @Nullable Secret sessionToken;

    private AwsKey(String id, Secret secret, @Nullable Secret sessionToken) {
        this.id = id;
        this.secret = secret;
        this.sessionToken = sessionToken;
    }

    /// Takes over the secrets: closing this closes them.
    static AwsKey taking(String id, Secret secret, @Nullable Secret sessionToken) {
        return new AwsKey(id, secret, sessionToken);
    }

    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /// `AKIA…`, or `ASIA…` for a session's.
    public String id() {
        return id;
    }

    Secret secret() {
        return secret;
    }

    Optional<Secret> sessionToken() {
        return Optional.ofNullable(sessionToken);
    }

    /// Whether it belongs to a session and not to a user.
    public boolean isTemporary() {
        return sessionToken != null;
    }

    /// As the vendor's programs look for it; the caller closes them.
    public Map<String, Secret> variables() {
        Map<String, Secret> variables = new HashMap<>();
        variables.put("AWS_ACCESS_KEY_ID", Secret.of(id));
        variables.put("AWS_SECRET_ACCESS_KEY", Secret.of(secret.reveal()));
        sessionToken().ifPresent(token -> variables.put("AWS_SESSION_TOKEN", Secret.of(token.reveal())));
        return variables;
    }

    @Override
    public void close() {
        secret.close();
        if (sessionToken != null) {
            sessionToken.close();
        }
    }

    @Override
    public String toString() {
        return id;
    }
}
