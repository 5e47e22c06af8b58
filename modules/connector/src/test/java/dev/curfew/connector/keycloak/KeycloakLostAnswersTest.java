package dev.curfew.connector.keycloak;

import dev.curfew.connector.http.HttpSettings;
import dev.curfew.connector.http.LostAnswers;
import dev.curfew.model.id.CredentialId;
import dev.curfew.testbed.keycloak.Keycloak;
import dev.curfew.testbed.keycloak.WithKeycloak;
import dev.curfew.testbed.process.LossyWay;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EmptySource;
import org.junit.jupiter.params.provider.MethodSource;

/// A client's three acts on a real server, while answers get lost or a gateway gives up in their place.
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeycloakLostAnswersTest {
    private static final List<String> PLAN =
            List.of("keycloak.disable-client", "keycloak.rotate-secret", "keycloak.not-before");

    /// What a gateway says instead is told by the same code for every question.
    private static final int EVERY = 3;

    private final Map<CredentialId, Town.Client> clients = new HashMap<>();
    private Town town;
    private LossyWay way;
    private Connected direct;
    private Connected through;

    @BeforeAll
    void arrange(Keycloak keycloak) {
        town = Town.create(keycloak, "lost-answers", Map.of());
        direct = Connected.to(town);
        way = LossyWay.to(keycloak.address().getPort());
        through = new Connected(
                URI.create("http://127.0.0.1:" + way.port()),
                HttpSettings.DEFAULTS,
                secret(direct.connection().readSecret()),
                secret(direct.connection().actSecret()));
    }

    private String secret(String name) {
        return direct.secrets().get(name).orElseThrow().reveal();
    }

    @AfterAll
    void stop() {
        through.close();
        direct.close();
        way.close();
    }

    @ParameterizedTest
    @EmptySource
    @MethodSource("dev.curfew.connector.http.LostAnswers#ofGateways")
    void theClientIsOffAndItsSecretAnotherWhicheverAnswerIsLost(String instead) throws InterruptedException {
        new LostAnswers(
                        way,
                        through.connector()
                                .revoker(through.connection(), through.secrets())
                                .orElseThrow(),
                        PLAN,
                        turn -> {
                            Town.Client client = town.client("lost-" + turn + "-" + instead.hashCode(), Map.of());
                            CredentialId id = KeycloakRevokingTest.secretOf(town, client);
                            clients.put(id, client);
                            return id;
                        },
                        this::isOver)
                .each(instead, instead.isEmpty() ? 1 : EVERY);
    }

    private boolean isOver(CredentialId id) {
        Town.Client was = Objects.requireNonNull(clients.get(id));
        Town.Client now = town.find(was.clientId());
        return !town.client(now).path("enabled").asBoolean() && !now.secret().equals(was.secret());
    }
}
