package dev.curfew.connector.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.curfew.connector.http.HttpSettings;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.SourceException;
import dev.curfew.testbed.keycloak.Keycloak;
import dev.curfew.testbed.keycloak.WithKeycloak;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A role less for the reading client: what it may not see is never taken for absent. Keycloak refuses some lists, and
/// silently shortens others.
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeycloakRefusalTest {
    private static final List<String> ALL =
            List.of("view-clients", "view-events", "view-identity-providers", "view-realm", "view-users");

    private Seed seed;
    private Observation whole;

    @BeforeAll
    void arrange(Keycloak keycloak) throws InterruptedException {
        seed = Seed.plant(keycloak, "refusing");
        for (String role : ALL) {
            reader(
                    "without-" + role,
                    ALL.stream().filter(each -> !each.equals(role)).toList());
        }
        reader("asks-only", List.of("query-clients", "query-users", "query-groups", "query-realms"));
        reader("nothing", List.of());
        try (Connected connected = Connected.to(seed.town())) {
            whole = connected.observe();
        }
        assertThat(whole.coverage()).allMatch(Coverage::provesAbsence);
    }

    private void reader(String clientId, List<String> roles) {
        Town.Client client = seed.town().client(clientId, Map.of());
        roles.forEach(role -> seed.town().holds(client.account(), seed.town().clientRole("realm-management", role)));
    }

    @ParameterizedTest
    @CsvSource({
        "without-view-clients, clients roles role-mappings people sessions offline-sessions",
        "without-view-events, login-events",
        "without-view-identity-providers, identity-providers",
        "without-view-realm, roles role-mappings people sessions offline-sessions",
        "without-view-users, role-mappings groups people sessions",
        "asks-only, clients roles role-mappings groups people sessions offline-sessions login-events identity-providers"
    })
    void whatIsNotSeenIsTold(String reader, String atLeast) throws InterruptedException {
        Observation part = observe(reader);
        Set<String> unread = part.coverage().stream()
                .filter(coverage -> !coverage.provesAbsence())
                .map(Coverage::scope)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unread).containsAll(List.of(atLeast.split(" ")));
        assertThat(part.coverage())
                .filteredOn(coverage -> !coverage.provesAbsence())
                .allSatisfy(coverage -> assertThat(coverage.detail()).isNotBlank());
        for (Coverage coverage : part.coverage()) {
            if (coverage.provesAbsence()) {
                assertThat(keys(part, coverage.scope())).as(coverage.scope()).isEqualTo(keys(whole, coverage.scope()));
            } else {
                assertThat(keys(whole, coverage.scope()))
                        .as(coverage.scope())
                        .containsAll(keys(part, coverage.scope()));
            }
        }
    }

    @Test
    void nothingAtAllIsAFailureOfTheSource() {
        assertThat(catchThrowableOfType(SourceException.class, () -> observe("nothing")))
                .returns(SourceException.Kind.REFUSED, SourceException::kind)
                .hasMessageContaining("read-policy.json");
    }

    @Test
    void whatWasRefusedIsCalledSo() throws InterruptedException {
        assertThat(observe("without-view-events").coverage())
                .filteredOn(coverage -> coverage.scope().equals("login-events"))
                .singleElement()
                .returns(CoverageState.REFUSED, Coverage::state);
    }

    private Observation observe(String clientId) throws InterruptedException {
        Town.Client client = seed.town().find(clientId);
        try (Connected connected = new Connected(
                seed.town().keycloak().address(), HttpSettings.DEFAULTS, Connected.login(seed.town(), client), "")) {
            return connected.observe();
        }
    }

    private static List<String> keys(Observation observation, String scope) {
        List<String> keys = new ArrayList<>();
        observation.facts().stream()
                .filter(fact -> fact.provenance().scope().equals(scope))
                .map(fact -> fact.getClass().getSimpleName() + " " + fact.key())
                .sorted()
                .forEach(keys::add);
        return keys;
    }
}
