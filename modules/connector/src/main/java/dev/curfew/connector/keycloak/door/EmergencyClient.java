package dev.curfew.connector.keycloak.door;

import dev.curfew.connector.http.Form;
import dev.curfew.connector.keycloak.id.Ids;
import dev.curfew.connector.password.NewPassword;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A client and its secret, as one line: `<realm>/<Keycloak's own id of it>/<client id>:<secret>`.
///
/// @param id Keycloak's own
/// @param secret closed with this
record EmergencyClient(String realm, String id, String clientId, Secret secret) implements AutoCloseable {
    private static final Messages MESSAGES = Messages.of(EmergencyClient.class);
    private static final Pattern LINE = Pattern.compile("([^/\\s]+)/([^/\\s]+)/(\\S+):([^:\\s]+)");

    /// @throws SourceException if it is no such line; the message does not repeat it
    static EmergencyClient of(Secret credential) {
        Matcher line = credential.use(characters -> LINE.matcher(new String(characters).strip()));
        if (!line.matches()) {
            throw new SourceException(SourceException.Kind.REFUSED, MESSAGES.text("credential.shape"));
        }
        return new EmergencyClient(line.group(1), line.group(2), line.group(3), Secret.of(line.group(4)));
    }

    /// Another secret of the same client, as [#of] takes it.
    Secret renewed() {
        try (Secret fresh = NewPassword.make()) {
            return Secret.of(realm + "/" + id + "/" + clientId + ":" + fresh.reveal());
        }
    }

    /// As the estate has it.
    String account(SourceName source) {
        return new Ids(source, realm).client(id).nativeId();
    }

    /// The realm of such an account; empty of another's.
    static String realm(String account) {
        String[] parts = account.split("/", -1);
        return parts.length == 3 && parts[0].equals("client") ? parts[1] : "";
    }

    /// Of the admin API.
    String path() {
        return clients() + "/" + Form.segment(id);
    }

    String clients() {
        return "realms/" + Form.segment(realm) + "/clients";
    }

    @Override
    public void close() {
        secret.close();
    }

    /// Without the secret.
    @Override
    public String toString() {
        return realm + "/" + clientId;
    }
}
