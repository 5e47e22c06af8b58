package dev.curfew.analysis.velocity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Membership;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.snapshot.SnapshotBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What two snapshots say of what moved between them, and what they do not say.
class ComparisonTest {
    private static final SourceName BAO = new SourceName("bao");
    private static final Instant DAY = Instant.parse("2026-11-20T00:00:00Z");
    private static final Instant YESTERDAY = DAY.minus(Duration.ofHours(3));
    private static final Instant TODAY = DAY.plus(Duration.ofHours(5));

    private static Provenance read(String use) {
        return new Provenance("tokens", "GET", "{\"use\":\"" + use + "\"}");
    }

    private static Identity identity(String id, String name, String use) {
        return new Identity(
                IdentityId.of("bao", id),
                "openbao.entity",
                name,
                new Ownership.Unowned(),
                null,
                new Usage.NotObserved(use),
                Map.of(),
                read(use));
    }

    private static Credential token(String id, boolean active) {
        return token(id, active, "1");
    }

    private static Credential token(String id, boolean active, String sessions) {
        return new Credential(
                CredentialId.of("bao", id),
                "openbao.token",
                id,
                null,
                null,
                null,
                new Expiry.Never(),
                new Usage.NotObserved(""),
                active,
                Map.of("sessions", sessions),
                read(""));
    }

    private static Policy policy(String text) {
        return new Policy(PolicyId.of("bao", "p"), "openbao.acl", "p", text, read(""));
    }

    private static Membership membership(String member) {
        return new Membership(IdentityId.of("bao", member), IdentityId.of("bao", "group"), read(""));
    }

    private static Coverage covered(String scope, CoverageState state, Instant at) {
        return new Coverage(BAO, scope, state, "", 1, at);
    }

    private static Snapshot snapshot(List<Coverage> coverage, Fact... facts) {
        return new SnapshotBuilder().addAll(List.of(facts)).cover(coverage).build(1, TODAY);
    }

    private static Compared compare(Snapshot earlier, Snapshot later) {
        return Comparison.of(earlier, later, DAY, BAO::equals);
    }

    private static List<Coverage> whole(Instant at) {
        return List.of(covered("tokens", CoverageState.READ, at));
    }

    @Test
    void whatCameChangedAndWentIsCountedOnceAndUseIsNoChange() {
        Snapshot earlier = snapshot(
                whole(YESTERDAY),
                identity("used", "used", "yesterday"),
                identity("renamed", "old", ""),
                identity("joined", "joined", ""),
                token("disabled", true),
                token("gone", true),
                token("busy", true, "1"),
                policy("read"));
        Snapshot later = snapshot(
                whole(TODAY),
                identity("used", "used", "today"),
                identity("renamed", "new", ""),
                identity("joined", "joined", ""),
                identity("fresh", "fresh", ""),
                token("disabled", false),
                token("busy", true, "7"),
                policy("write"),
                membership("joined"),
                membership("renamed"),
                membership("fresh"));

        assertThat(compare(earlier, later)).isEqualTo(new Compared(new Movement(1, 4, 1), 1, 1, YESTERDAY));
    }

    @Test
    void aFirstReadingCreatesNothing() {
        Compared compared = compare(Snapshot.EMPTY, snapshot(whole(TODAY), token("there", true)));

        assertThat(compared).isEqualTo(new Compared(null, 0, 1, null));
    }

    @Test
    void withoutAReadingInTheTimeNothingIsKnown() {
        Snapshot same = snapshot(whole(YESTERDAY), token("there", true));

        assertThat(compare(same, same)).isEqualTo(new Compared(null, 0, 1, null));
    }

    @ParameterizedTest
    @EnumSource(value = CoverageState.class, names = "READ", mode = EnumSource.Mode.EXCLUDE)
    void aScopeThatWasNotReadWholeSaysNothingOnEitherSide(CoverageState state) {
        Snapshot none = snapshot(List.of(covered("tokens", state, YESTERDAY)));
        Snapshot one = snapshot(whole(TODAY), token("there", true));
        Snapshot lost = snapshot(List.of(covered("tokens", state, TODAY)));
        Snapshot before = snapshot(whole(YESTERDAY), token("there", true));

        assertThat(List.of(compare(none, one), compare(before, lost)))
                .allSatisfy(it -> assertThat(it.moved()).isEmpty());
    }

    @Test
    void otherScopesAreCountedBesideOneThatWasNotReadAndSaidToBeLess() {
        List<Coverage> later = Stream.concat(
                        whole(TODAY).stream(), Stream.of(covered("policies", CoverageState.REFUSED, TODAY)))
                .toList();

        Compared compared = compare(snapshot(whole(YESTERDAY)), snapshot(later, token("fresh", true)));

        assertThat(compared).isEqualTo(new Compared(new Movement(1, 0, 0), 1, 2, YESTERDAY));
    }

    @Test
    void aSourceThatIsNoLongerConnectedIsNotLookedAt() {
        Compared compared = Comparison.of(
                snapshot(whole(YESTERDAY)), snapshot(whole(TODAY), token("fresh", true)), DAY, _ -> false);

        assertThat(compared).isEqualTo(new Compared(null, 0, 0, null));
    }
}
