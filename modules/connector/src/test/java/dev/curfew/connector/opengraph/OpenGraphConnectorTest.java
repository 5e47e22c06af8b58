package dev.curfew.connector.opengraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.connector.aws.NoSecrets;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.SourceException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenGraphConnectorTest {
    private static final Instant NOW = Instant.parse("2026-11-29T03:14:09Z");
    private static final String DIRECTORY = """
            {"graph": {
              "nodes": [
                {"id": "U1", "kinds": ["User"], "properties": {"name": "ANN@CORP", "description": "canary"}},
                {"id": "G1", "kinds": ["Group"], "properties": {"name": "OPS@CORP"}},
                {"id": "C1", "kinds": ["Computer"], "properties": {"name": "DB@CORP"}},
                {"id": "D1", "kinds": ["Domain"], "properties": {"name": "CORP", "system_tags": "admin_tier_0"}},
                {"id": "K1", "kinds": ["CurfewCredential"], "properties": {"name": "ann's key"}},
                {"id": "X1", "kinds": ["GHRepository"], "properties": {"name": "payments"}}],
              "edges": [
                {"kind": "MemberOf", "start": {"value": "U1"}, "end": {"value": "G1"}},
                {"kind": "AdminTo", "start": {"value": "OPS@corp", "match_by": "name"}, "end": {"value": "C1"}},
                {"kind": "CurfewLogsInAs", "start": {"value": "K1"}, "end": {"value": "U1"}},
                {"kind": "GHCanPush", "start": {"value": "U1"}, "end": {"value": "X1"}},
                {"kind": "Owns", "start": {"value": "U1"}, "end": {"match_by": "property", "kind": "Computer"}},
                {"kind": "AdminTo", "start": {"value": "nobody", "match_by": "name"}, "end": {"value": "C1"}},
                {"kind": "WriteDacl", "start": {"value": "U1"}, "end": {"value": "ELSEWHERE"}}]}}
            """;

    @TempDir
    private Path folder;

    @Test
    void nodesAreWhatTheirKindsSay() throws Exception {
        List<Fact> facts = observe(DIRECTORY).facts();

        assertThat(of(Identity.class, facts))
                .extracting(it -> it.id().nativeId())
                .containsExactly("C1", "G1", "U1");
        assertThat(of(Credential.class, facts)).singleElement().satisfies(key -> {
            assertThat(key.name()).isEqualTo("ann's key");
            assertThat(key.holder()).hasToString("audit:U1");
        });
        assertThat(of(Resource.class, facts))
                .extracting(it -> it.id().nativeId() + " " + it.sensitivity())
                .containsExactly(
                        "D1 " + Sensitivity.HIGH, "ELSEWHERE " + Sensitivity.UNKNOWN, "X1 " + Sensitivity.UNKNOWN);
    }

    @Test
    void edgesAreRightsAndAMemberMayBecomeItsGroup() throws Exception {
        List<Fact> facts = observe(DIRECTORY).facts();

        Map<String, String> rights = new TreeMap<>();
        of(Policy.class, facts).forEach(policy -> rights.put(policy.id().nativeId(), policy.text()));
        assertThat(rights).containsOnlyKeys("curfew.grants/G1", "curfew.grants/U1");
        assertThat(rights.get("curfew.grants/G1")).contains("\"become\"", "\"C1\"", "AdminTo");
        assertThat(rights.get("curfew.grants/U1"))
                .contains("\"permissions\"", "ELSEWHERE", "\"G1\"", "MemberOf")
                .contains("what an edge of the kind GHCanPush allows is not known");
    }

    @Test
    void whatNamesNothingIsCountedAsMissed() throws Exception {
        List<Coverage> coverage = observe(DIRECTORY).coverage();

        assertThat(coverage)
                .extracting(each -> each.scope() + " " + each.state() + " " + each.items())
                .containsExactly("nodes " + CoverageState.READ + " 7", "edges " + CoverageState.PARTIAL + " 5");
        assertThat(coverage.getLast().detail()).contains("by a name that none or several have");
    }

    @Test
    void nothingElseOfAFileIsKept() throws Exception {
        assertThat(observe(DIRECTORY).toString()).doesNotContain("canary");
    }

    @Test
    void theSameFileGivesTheSameFacts() throws Exception {
        assertThat(observe(DIRECTORY)).isEqualTo(observe(DIRECTORY));
    }

    @Test
    void aBadFileIsRefusedByNameAndPlace() {
        assertThatThrownBy(() -> observe("{\"graph\": {\"nodes\": [{\"id\": \"a\"}]}}"))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.kind()).isEqualTo(SourceException.Kind.MALFORMED))
                .hasMessageContaining("graph.json")
                .hasMessageContaining("at $.graph.nodes[0]");
    }

    private static <F extends Fact> List<F> of(Class<F> type, List<Fact> facts) {
        return facts.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private Observation observe(String text) throws IOException, InterruptedException {
        URI file = Files.writeString(folder.resolve("graph.json"), text).toUri();
        Connection connection =
                new Connection(new SourceName("audit"), OpenGraphConnector.KIND.id(), file, false, NOW, Map.of());
        return new OpenGraphConnector(InstantSource.fixed(NOW))
                .observer(connection, new NoSecrets())
                .observe(Progress.SILENT);
    }
}
