package dev.curfew.app.cli.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.inventory.Inventory;
import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.app.decision.Facts;
import dev.curfew.app.usecase.revocation.leak.Leak;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.snapshot.SnapshotBuilder;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.revocation.ground.Cascade;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LeakListingTest {
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

    private static Credential credential(String name) {
        return Facts.credential(new CredentialId(new SourceName("bao"), name), "openbao.token", Map.of());
    }

    private static Leak.Found found(Credential credential) {
        Inventory inventory = new Inventory(new SnapshotIndex(
                new SnapshotBuilder().addAll(List.of(credential)).build(1, NOW)));
        return new Leak.Found(
                credential.id().text(),
                Optional.of(credential),
                Optional.of(inventory.of(credential)),
                List.of(),
                List.of());
    }

    @Test
    void howFarItGetsIsToldOfWhatCannotBeCutOffBesideWhatCan() {
        Credential cut = credential("cut");
        Credential left = credential("left");
        SnapshotIndex index = new SnapshotIndex(
                new SnapshotBuilder().addAll(List.of(cut, left)).build(1, NOW));
        Map<String, Object> preview =
                Map.of("credentials", List.of(Map.of("credential", cut.id().text())));

        Leak leak = new Leak(List.of(found(cut), found(left)), preview, List.of());

        assertThat(LeakListing.rows(leak, new BlastRadius(index)::of, _ -> Set.of()))
                .extracting(row -> row.reaches().isPresent())
                .as("the preview tells of the first")
                .containsExactly(false, true);
    }

    @Test
    void thatNoChildIsToldOfIsNotThatThereIsNone() {
        Credential head = Facts.credential(
                new CredentialId(new SourceName("bao"), "head"),
                "openbao.token",
                Map.of("orphan", "true", "parentage", "none"));
        Credential child = Facts.credential(
                new CredentialId(new SourceName("bao"), "child"), "openbao.token", Map.of("parentage", "unknown"));
        Credential orphan = Facts.credential(
                new CredentialId(new SourceName("bao"), "orphan"), "openbao.token", Map.of("parentage", "none"));
        SnapshotIndex index = new SnapshotIndex(
                new SnapshotBuilder().addAll(List.of(head, child, orphan)).build(1, NOW));
        Map<String, Object> preview =
                Map.of("credentials", List.of(Map.of("credential", head.id().text(), "endToo", List.of())));

        Leak leak = new Leak(List.of(found(head)), preview, List.of());

        assertThat(LeakListing.rows(
                        leak, new BlastRadius(index)::of, credential -> Cascade.perhapsBelow(index, credential)))
                .extracting(LeakListing.Row::ends)
                .containsExactly("0, perhaps 1 more");
    }
}
