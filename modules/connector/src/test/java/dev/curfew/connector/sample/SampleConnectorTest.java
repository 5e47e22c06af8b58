package dev.curfew.connector.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.Secrets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleConnectorTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final SampleConnector connector = new SampleConnector(InstantSource.fixed(NOW.plusSeconds(5)));

    @ParameterizedTest
    @ValueSource(ints = {60, 61, 62, 400, 10_000})
    void hasExactlyAsManyIdentitiesAsAskedFor(int identities) throws InterruptedException {
        assertThat(facts(identities, 1).stream().filter(Identity.class::isInstance))
                .hasSize(identities);
    }

    @Test
    void theSameSeedTellsTheSameStory() throws InterruptedException {
        assertThat(facts(400, 7)).isEqualTo(facts(400, 7));
        assertThat(facts(400, 7)).isNotEqualTo(facts(400, 8));
    }

    @Test
    void everyFactHasItsOwnKeyAndEveryGrantItsSubjectAndPolicy() throws InterruptedException {
        List<Fact> facts = facts(1000, 3);
        assertThat(facts.stream().map(fact -> fact.getClass() + " " + fact.source() + " " + fact.key()))
                .doesNotHaveDuplicates();
        Set<EntityId> known = facts.stream()
                .flatMap(fact -> switch (fact) {
                    case Identity identity -> Optional.<EntityId>of(identity.id()).stream();
                    case Policy policy -> Optional.<EntityId>of(policy.id()).stream();
                    default -> Optional.<EntityId>empty().stream();
                })
                .collect(Collectors.toSet());
        facts.stream()
                .filter(Grant.class::isInstance)
                .map(Grant.class::cast)
                .forEach(grant -> assertThat(known).contains(grant.subject(), grant.policy()));
    }

    @Test
    void everyAwsAndKubernetesPolicyIsJson() throws Exception {
        ObjectMapper json = new ObjectMapper();
        for (Fact fact : facts(200, 3)) {
            if (fact instanceof Policy policy && !policy.kind().startsWith("openbao.")) {
                JsonNode document = json.readTree(policy.text());
                assertThat(document.has("Statement") || document.has("rules"))
                        .as(policy.text())
                        .isTrue();
            }
        }
    }

    @Test
    void oneProviderIsReadWholeAndTheOthersHaveSomethingTheyRefused() throws InterruptedException {
        List<Boolean> whole = observations(100, 1).stream()
                .map(observation -> observation.coverage().stream().allMatch(Coverage::provesAbsence))
                .toList();
        assertThat(whole).containsExactly(true, false, false);
    }

    @Test
    void thereIsNothingToActOn() {
        Connection connection = SampleConnector.connections(100, 1, NOW).getFirst();
        assertThat(connection.canAct()).isFalse();
        assertThat(connector.issuer(connection, NO_SECRETS)).isEmpty();
        assertThat(connector.revoker(connection, NO_SECRETS)).isEmpty();
        assertThat(connector.probe(connection, NO_SECRETS)).isEmpty();
    }

    @Test
    void anEstateTooSmallForItsStoryIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> SampleConnector.connections(59, 1, NOW));
    }

    private List<Fact> facts(int identities, long seed) throws InterruptedException {
        return observations(identities, seed).stream()
                .flatMap(observation -> observation.facts().stream())
                .toList();
    }

    private List<Observation> observations(int identities, long seed) throws InterruptedException {
        List<Observation> all = new ArrayList<>();
        for (Connection connection : SampleConnector.connections(identities, seed, NOW)) {
            all.add(connector.observer(connection, NO_SECRETS).observe(Progress.SILENT));
        }
        return all;
    }

    private static final Secrets NO_SECRETS = new Secrets() {
        @Override
        public Optional<Secret> get(String name) {
            throw new AssertionError("the sample has no secrets");
        }

        @Override
        public void put(String name, Secret value) {
            throw new AssertionError("the sample has no secrets");
        }

        @Override
        public void remove(String name) {
            throw new AssertionError("the sample has no secrets");
        }
    };
}
