package dev.curfew.connector.keycloak.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.curfew.connector.http.Form;
import dev.curfew.connector.keycloak.api.KcAnswer;
import dev.curfew.connector.keycloak.api.KcSession;
import dev.curfew.connector.keycloak.id.CredentialName;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import java.util.List;
import java.util.Optional;

/// Finds whom an id names.
final class Doers {
    private static final String CLIENT = "client";
    private static final String USER = "user";

    private final KcSession session;

    Doers(KcSession session) {
        this.session = session;
    }

    /// Empty for what does nothing that events tell of.
    ///
    /// @param its as in `DeedLog.of`
    Optional<Doer> of(EntityId who, List<Credential> its) throws InterruptedException {
        return switch (who) {
            case IdentityId identity -> identity(identity, "");
            case CredentialId credential -> {
                Optional<CredentialName> name = CredentialName.of(credential);
                yield name.isEmpty() ? Optional.empty() : credential(name.get(), its);
            }
            default -> Optional.empty();
        };
    }

    private Optional<Doer> credential(CredentialName name, List<Credential> its) throws InterruptedException {
        return switch (name) {
            case CredentialName.ClientSecret it -> Optional.of(client(it.realm(), it.client(), ""));
            case CredentialName.RotatedSecret it -> Optional.of(client(it.realm(), it.client(), ""));
            case CredentialName.ClientKey it -> Optional.of(client(it.realm(), it.client(), ""));
            case CredentialName.AccessToken it -> Optional.of(client(it.realm(), it.client(), ""));
            case CredentialName.RegistrationToken it -> Optional.of(client(it.realm(), it.client(), ""));
            case CredentialName.Session it -> {
                IdentityId holder = its.isEmpty() ? null : its.getFirst().holder();
                yield holder == null ? Optional.empty() : identity(holder, it.id());
            }
            case CredentialName.InitialAccess _ -> Optional.empty();
        };
    }

    private Optional<Doer> identity(IdentityId identity, String login) throws InterruptedException {
        String[] parts = identity.nativeId().split("/", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        return switch (parts[0]) {
            case CLIENT -> Optional.of(client(parts[1], parts[2], login));
            case USER -> Optional.of(person(parts[1], parts[2], login));
            default -> Optional.empty();
        };
    }

    private Doer client(String realm, String id, String login) throws InterruptedException {
        String path = "realms/" + Form.segment(realm) + "/clients/" + Form.segment(id);
        JsonNode account = document(path + "/service-account-user");
        return new Doer(
                realm,
                id,
                true,
                document(path).path("clientId").asText(),
                account.path("id").asText(),
                account.path("username").asText(),
                login);
    }

    private Doer person(String realm, String id, String login) throws InterruptedException {
        String name = document("realms/" + Form.segment(realm) + "/users/" + Form.segment(id))
                .path("username")
                .asText();
        return new Doer(realm, id, false, name, id, name, login);
    }

    /// Of what is gone, or may not be seen, events are found by its id all the same.
    private JsonNode document(String path) throws InterruptedException {
        return session.read(path) instanceof KcAnswer.Done done ? done.body() : MissingNode.getInstance();
    }
}
