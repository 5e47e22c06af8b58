package dev.curfew.connector.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.curfew.model.estate.Fact;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.SourceException;
import dev.curfew.testbed.keycloak.Keycloak;
import dev.curfew.testbed.keycloak.WithKeycloak;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// A server of its own, for it is killed.
@WithKeycloak
class KeycloakKilledTest {

    @Test
    void aServerThatIsKilledOnTheWayAndComesBackLosesAndInventsNothing() throws InterruptedException {
        try (Keycloak own = Keycloak.start()) {
            Town town = Town.create(own, "killed", Map.of());
            for (int i = 0; i < 30; i++) {
                town.client("app-" + i, Map.of());
            }
            try (Connected connected = Connected.to(town)) {
                Observation before = connected.observe();
                assertThat(before.coverage())
                        .filteredOn(it -> !it.scope().equals("login-events"))
                        .allMatch(Coverage::provesAbsence);

                Observation broken = connected.observer().observe(killing(own, "role-mappings"));
                assertThat(broken.coverage()).anyMatch(coverage -> !coverage.provesAbsence());
                for (Coverage coverage : broken.coverage()) {
                    if (coverage.provesAbsence()) {
                        assertThat(keys(broken, coverage.scope())).isEqualTo(keys(before, coverage.scope()));
                    } else {
                        assertThat(keys(before, coverage.scope())).containsAll(keys(broken, coverage.scope()));
                        assertThat(coverage.detail()).isNotBlank();
                    }
                }
                assertThat(catchThrowableOfType(SourceException.class, connected::observe))
                        .returns(SourceException.Kind.UNREACHABLE, SourceException::kind);

                own.startAgain();
                assertThat(facts(connected.observe())).isEqualTo(facts(before));
            }
        }
    }

    /// Once, when a scope is reached.
    private static Progress killing(Keycloak server, String scope) {
        AtomicBoolean killed = new AtomicBoolean();
        return (stage, _, _) -> {
            if (stage.equals(scope) && killed.compareAndSet(false, true)) {
                server.kill();
            }
        };
    }

    private static Set<Fact> facts(Observation observation) {
        return Set.copyOf(observation.facts());
    }

    private static List<String> keys(Observation observation, String scope) {
        return observation.facts().stream()
                .filter(fact -> fact.provenance().scope().equals(scope))
                .map(fact -> fact.getClass().getSimpleName() + " " + fact.key())
                .sorted()
                .collect(Collectors.toList());
    }
}
