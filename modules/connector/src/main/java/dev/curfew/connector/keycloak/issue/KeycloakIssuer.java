package dev.curfew.connector.keycloak.issue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.keycloak.api.KcAccess;
import dev.curfew.connector.keycloak.api.KcAnswer;
import dev.curfew.connector.keycloak.api.KcLogin;
import dev.curfew.connector.keycloak.api.KcLoginText;
import dev.curfew.connector.keycloak.api.KcSession;
import dev.curfew.connector.keycloak.api.ServerClock;
import dev.curfew.connector.keycloak.facts.RoleRights;
import dev.curfew.connector.keycloak.id.CredentialName;
import dev.curfew.connector.keycloak.id.Ids;
import dev.curfew.connector.keycloak.id.RoleName;
import dev.curfew.connector.keycloak.observe.part.Scopes;
import dev.curfew.connector.keycloak.realm.Role;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.governance.Enforcement;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.port.Issuer;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Issues a client with a service account that holds one role, and a secret with an end. The end is Keycloak's own
/// where it has secret rotation switched on; elsewhere Curfew has to delete the client, and says so.
public final class KeycloakIssuer implements Issuer {
    private static final Messages MESSAGES = Messages.of(KeycloakIssuer.class);
    private static final String EXPIRY = "client.secret.expiration.time";

    private final KcAccess access;
    private final Clock clock;

    public KeycloakIssuer(KcAccess access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    @Override
    public Issued issue(Receipt receipt, Order order) {
        RoleName name = RoleName.of(order.policy());
        try (KcSession reading = access.reading();
                KcSession acting = access.acting()) {
            JsonNode role = new RoleLook(reading, name).document();
            JsonNode server = Answers.body(reading.read("serverinfo"), "issue.server", order.label());
            Instant now = reading.clock()
                    .map(ServerClock::earliest)
                    .orElseGet(clock::instant)
                    .truncatedTo(ChronoUnit.SECONDS);
            Box box = Box.of(now, order.duration());
            NewClient client = new NewClient(acting, reading, name.realm(), order.label());
            String id = client.make(box, receipt.subjectHash());
            return finished(client, id, role, new Making(name, order, box, now, hasRotation(server)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceException(SourceException.Kind.UNREACHABLE, MESSAGES.text("issue.interrupted"), e);
        }
    }

    private record Making(RoleName role, Order order, Box box, Instant now, boolean isKept) {}

    private Issued finished(NewClient client, String id, JsonNode role, Making making) throws InterruptedException {
        try {
            client.hold(id, role);
            return handedOver(client.document(id), id, making);
        } catch (SourceException e) {
            KcAnswer answer = client.takeBack(id);
            String key = answer instanceof KcAnswer.Done ? "taken-back" : "not-taken-back";
            String label = making.order().label();
            throw new SourceException(
                    e.kind(), MESSAGES.text(key, String.valueOf(e.getMessage()), label, answer.words()), e);
        }
    }

    /// What Keycloak has afterwards counts, not what it was asked for.
    private static Issued handedOver(JsonNode document, String id, Making making) {
        JsonNode attributes = document.path("attributes");
        long end = attributes.path(EXPIRY).asLong();
        boolean isBoxed = end > 0 && end <= making.box().secretEndsAt().getEpochSecond();
        if (making.isKept() && !isBoxed) {
            throw new SourceException(
                    SourceException.Kind.MALFORMED,
                    MESSAGES.text("issue.endless", making.order().label()));
        }
        CredentialName name = new CredentialName.ClientSecret(
                making.role().realm(),
                id,
                attributes.path("client.secret.creation.time").asLong());
        CredentialId credential = name.in(making.order().policy().source());
        try (KcLogin login = new KcLogin(
                making.role().realm(),
                document.path("clientId").asText(),
                Secret.of(document.path("secret").asText()),
                null)) {
            return new Issued(
                    credential,
                    KcLoginText.text(login),
                    making.now(),
                    making.box().endsAt(),
                    enforcement(making.isKept()));
        }
    }

    private static Enforcement enforcement(boolean isKept) {
        return isKept
                ? new Enforcement(true, "Keycloak", MESSAGES.text("enforced"))
                : new Enforcement(false, "curfew", MESSAGES.text("unenforced"));
    }

    private static boolean hasRotation(JsonNode server) {
        for (JsonNode feature : server.path("features")) {
            if (feature.path("name").asText().equals("CLIENT_SECRET_ROTATION")) {
                return feature.path("enabled").asBoolean();
            }
        }
        return false;
    }

    @Override
    public String currentPolicyText(PolicyId policy) {
        RoleName name = RoleName.of(policy);
        try (KcSession session = access.reading()) {
            RoleLook look = new RoleLook(session, name);
            JsonNode document = look.document();
            Map<String, Role> roles = look.whole(document);
            Role role = Objects.requireNonNull(roles.get(document.path("id").asText()));
            return new RoleRights(new Ids(policy.source(), name.realm()), roles).text(role);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceException(SourceException.Kind.UNREACHABLE, MESSAGES.text("issue.interrupted"), e);
        }
    }

    @Override
    public Optional<String> listedIn() {
        return Optional.of(Scopes.CLIENTS);
    }
}
