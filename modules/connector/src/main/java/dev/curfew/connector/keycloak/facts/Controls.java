package dev.curfew.connector.keycloak.facts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.keycloak.id.Ids;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.estate.Trust;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.right.Right;
import dev.curfew.model.right.RightLevel;
import dev.curfew.model.right.Rights;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Who can act as whom besides the one itself. A role that means power over all clients, or all people, of a realm
/// leads to one identity that stands for that power; each client, each person, trusts it. So a realm of thousands of
/// clients is not written out in every role.
public final class Controls {
    private static final Messages MESSAGES = Messages.of(Controls.class);
    private static final String CLIENTS = "clients";
    private static final String KEYS = "keys";
    private static final String PEOPLE = "people";

    private final Ids ids;
    private final Provenance provenance;

    public Controls(Ids ids, Provenance provenance) {
        this.ids = ids;
        this.provenance = provenance;
    }

    /// What stands for the power over all clients of the realm.
    public List<Fact> ofClients() {
        Right holder = Right.of(RightLevel.BECOME, ids.anyClient().nativeId());
        return List.of(
                power(ids.anyClient(), "keycloak.any-client", "any-client"),
                document(CLIENTS, holder),
                document(KEYS, holder.provided(MESSAGES.text("control.keys"))));
    }

    /// What stands for the power over all people of the realm.
    public List<Fact> ofPeople() {
        Right holder = Right.of(RightLevel.BECOME, ids.anyUser().nativeId());
        return List.of(power(ids.anyUser(), "keycloak.any-user", "any-user"), document(PEOPLE, holder));
    }

    /// Who could act as a client: whoever has power over clients, and whoever an outside login vouches for.
    public List<Fact> over(JsonNode client) {
        String id = client.path("id").asText();
        IdentityId target = ids.client(id);
        List<Fact> facts = new ArrayList<>();
        if (client.path("clientAuthenticatorType").asText().equals("federated-jwt")) {
            JsonNode attributes = client.path("attributes");
            String alias = attributes.path("jwt.credential.issuer").asText("*");
            String subject = attributes.path("jwt.credential.sub").asText("*");
            String document = "federated-" + id;
            facts.add(document(
                    document,
                    Right.of(RightLevel.BECOME, ids.identityProvider(alias).nativeId(), subject)
                            .provided(MESSAGES.text("control.federated", subject))));
            facts.add(new Trust(target, "keycloak.federated-login", ids.control(document), provenance));
        }
        String which = ClientWords.isBySecret(client) ? CLIENTS : KEYS;
        facts.add(new Trust(target, "keycloak.client-control", ids.control(which), provenance));
        return facts;
    }

    /// Who could act as a person.
    public Trust overPerson(IdentityId person) {
        return new Trust(person, "keycloak.user-control", ids.control(PEOPLE), provenance);
    }

    private Identity power(IdentityId id, String kind, String words) {
        return new Identity(
                id,
                kind,
                MESSAGES.text(words, ids.realm()),
                new Ownership.Unowned(),
                null,
                new Usage.NotObserved(MESSAGES.text("usage.untold")),
                Map.of("realm", ids.realm()),
                provenance);
    }

    private Policy document(String what, Right right) {
        PolicyId id = ids.control(what);
        return new Policy(
                id, Rights.KIND, id.nativeId(), Rights.of(List.of(right)).text(), provenance);
    }
}
