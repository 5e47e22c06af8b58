package dev.curfew.connector.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.ChangeFeed;
import dev.curfew.model.port.Progress;
import dev.curfew.testbed.keycloak.Keycloak;
import dev.curfew.testbed.keycloak.WithKeycloak;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeycloakChangesTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    private Town town;
    private Connected connected;

    @BeforeAll
    void arrange(Keycloak keycloak) {
        town = Town.create(keycloak, "changing", Map.of("adminEventsEnabled", true, "adminEventsDetailsEnabled", true));
        town.role("clerk");
        connected = Connected.to(town);
    }

    @AfterAll
    void stop() {
        connected.close();
    }

    private ChangeFeed open() throws InterruptedException {
        return connected
                .connector()
                .changes(connected.connection(), connected.secrets())
                .orElseThrow();
    }

    @Test
    void aNewClientIsReadWithinFiveSeconds() throws InterruptedException {
        try (ChangeFeed feed = open()) {
            feed.read(Set.of("clients"), Progress.SILENT);
            assertThat(feed.await(Duration.ofMillis(1500))).isEmpty();
            town.client("newcomer", Map.of());
            long made = System.nanoTime();

            Set<String> changed = feed.await(SOON);
            Observation observation = feed.read(changed, Progress.SILENT);

            assertThat(Duration.ofNanos(System.nanoTime() - made)).isLessThan(SOON);
            assertThat(changed).contains("clients");
            assertThat(observation.facts())
                    .filteredOn(Identity.class::isInstance)
                    .extracting(fact -> ((Identity) fact).name())
                    .contains("newcomer");
            assertThat(observation.coverage())
                    .extracting(Coverage::scope)
                    .doesNotContain("groups", "identity-providers");
        }
    }

    @Test
    void aRoleThatIsGivenIsSeenAlthoughWhatWasReadOfTheOthersIsRemembered() throws InterruptedException {
        Town.Client client = town.client("promoted", Map.of());
        try (ChangeFeed feed = open()) {
            feed.read(Set.of("role-mappings"), Progress.SILENT);
            town.holds(client.account(), town.realmRole("clerk"));
            Observation observation = feed.read(feed.await(SOON), Progress.SILENT);
            assertThat(observation.facts())
                    .filteredOn(Grant.class::isInstance)
                    .extracting(fact -> ((Grant) fact).subject().nativeId() + " "
                            + ((Grant) fact).policy().nativeId())
                    .contains("client/changing/" + client.id() + " role/changing/clerk");

            town.keycloak().call("DELETE", "changing/roles/clerk", Map.of()).ok();
            Observation after = feed.read(feed.await(SOON), Progress.SILENT);
            assertThat(after.facts())
                    .filteredOn(Grant.class::isInstance)
                    .extracting(fact -> ((Grant) fact).policy().nativeId())
                    .doesNotContain("role/changing/clerk");
        }
    }

    @Test
    void whatIsReadByAFeedIsWhatAWholeReadingReads() throws InterruptedException {
        try (ChangeFeed feed = open()) {
            feed.read(Set.of("clients"), Progress.SILENT);
            town.client("one-more", Map.of());
            Observation part = feed.read(feed.await(SOON), Progress.SILENT);
            Set<String> scopes =
                    part.coverage().stream().map(Coverage::scope).collect(java.util.stream.Collectors.toSet());
            assertThat(part.facts())
                    .containsExactlyInAnyOrderElementsOf(connected.observe().facts().stream()
                            .filter(fact -> scopes.contains(fact.provenance().scope()))
                            .toList());
        }
    }
}
