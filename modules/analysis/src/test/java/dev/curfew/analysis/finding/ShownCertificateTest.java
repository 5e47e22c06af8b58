package dev.curfew.analysis.finding;

import static dev.curfew.analysis.Estate.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.Estate;
import dev.curfew.analysis.finding.noted.Noted;
import dev.curfew.analysis.graph.estate.EstateGraph;
import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.snapshot.SnapshotBuilder;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Certificates that servers show.
class ShownCertificateTest {
    private static final Instant SOON = NOW.plus(Duration.ofDays(30));
    private final SnapshotBuilder snapshot = new SnapshotBuilder();

    @Test
    void oneThatIsNotForTheNameIsTold() {
        shown("edge", "a1", SOON, Map.of("curfew:shown-at", "a:443, b:443", "curfew:not-for", "b:443"));

        assertThat(sentences())
                .containsExactly("MEDIUM shop is shown at b:443, which it is not for. Whoever checks names is refused"
                        + " there, and whoever is not, does not check.");
    }

    @Test
    void oneThatIsOverIsWorseWhereItIsStillShown() {
        shown("edge", "a1", Instant.parse("2026-11-01T00:00:00Z"), Map.of("curfew:shown-at", "a:443"));
        shown("files", "b2", Instant.parse("2026-11-01T00:00:00Z"), Map.of());

        assertThat(sentences())
                .containsExactly("HIGH shop is shown at a:443, and is over since 2026-11-01. Renew it, or end what"
                        + " nobody uses any more.");
    }

    @Test
    void theSameCertificateInTwoSourcesIsOneAndAnotherOfItsKeyIsNot() {
        shown("edge", "a1", SOON, Map.of("spki", "k"));
        shown("files", "a1", SOON, Map.of("spki", "k"));
        assertThat(sentences()).isEmpty();

        shown("files", "b2", SOON, Map.of("spki", "k"));
        assertThat(sentences())
                .containsExactly("LOW shop has the same key as files:shop, files:shop. Make a new key with each"
                        + " certificate.");
    }

    private void shown(String source, String sha256, Instant end, Map<String, String> attributes) {
        snapshot.add(new Credential(
                CredentialId.of(source, "certificate/" + sha256),
                "x509.certificate",
                "shop",
                null,
                null,
                end.minus(Duration.ofDays(60)),
                new Expiry.At(end),
                Estate.NOT_OBSERVED,
                true,
                attributes,
                new Provenance("certificates", "test", "{}")));
    }

    private List<String> sentences() {
        SnapshotIndex index = new SnapshotIndex(snapshot.build(1, NOW));
        return Findings.of(EstateGraph.of(index, new BlastRadius(index)), Noted.NOTHING, NOW).stream()
                .map(it -> it.severity() + " " + it.sentence())
                .toList();
    }
}
