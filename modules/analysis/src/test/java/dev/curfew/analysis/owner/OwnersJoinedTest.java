package dev.curfew.analysis.owner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.Estate;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.people.Person;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.snapshot.SnapshotBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnersJoinedTest {
    private static final Instant NOW = Estate.NOW;
    private static final Instant LAST_MONTH = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant NEXT_WEEK = NOW.plus(Duration.ofDays(7));

    private final SnapshotBuilder snapshot = new SnapshotBuilder();
    private final List<String> lists = new ArrayList<>();
    private CoverageState read = CoverageState.READ;

    private void owned(String... owners) {
        Estate estate = Estate.of("aws");
        for (String owner : owners) {
            estate.identity(
                    "aws.role",
                    "role/" + owner,
                    new Ownership.Owned(owner, "tag owner"),
                    Estate.NOT_OBSERVED,
                    Map.of());
        }
        snapshot.addAll(estate.index().snapshot().identities());
    }

    private void person(String list, String email, String user, String alias, String team, @Nullable Instant left) {
        if (!lists.contains(list)) {
            lists.add(list);
        }
        snapshot.add(new Person(email, "Name of " + user, List.of(email), List.of(user), List.of(alias), team, left)
                .fact(new SourceName(list), new Provenance("people", "row", "{}")));
    }

    private Snapshot recorded() {
        lists.forEach(list -> snapshot.cover(List.of(new Coverage(new SourceName(list), "people", read, "", 1, NOW))));
        return snapshot.build(1, NOW);
    }

    private List<Ownership> joined() {
        return OwnersJoined.of(recorded(), NOW).snapshot().identities().stream()
                .map(Identity::ownership)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "Grace@Example.org, the exact e-mail address",
        "mailto:grace@example.org, the exact e-mail address",
        "Grace Hopper <grace@example.org>, the exact e-mail address",
        "ghopper, the user name",
        "@amazing-grace, another name of theirs",
        "grace, what stands before the @ of the e-mail address",
        "name of GHOPPER, 'the full name alone, which is not sure'"
    })
    void whoLeftIsGoneByWhateverNameTagsHaveAndHowIsSaid(String owner, String how) {
        owned(owner);
        person("hr", "grace@example.org", "ghopper", "amazing-grace", "navy", LAST_MONTH);

        assertThat(joined())
                .containsExactly(new Ownership.OwnerGone(
                        owner, "tag owner; left on 2026-10-31, says hr, where the owner is known by " + how));
    }

    @Test
    void whoIsHereIsOwnerAsBeforeAndWhoIsInNoListIsTold() {
        owned("ghopper", "stranger");
        person("hr", "grace@example.org", "ghopper", "", "", null);

        assertThat(joined())
                .containsExactly(
                        new Ownership.Owned("ghopper", "tag owner; in hr by the user name"),
                        new Ownership.Owned("stranger", "tag owner; not in hr"));
    }

    @Test
    void absenceFromAListThatWasReadInPartSaysNothing() {
        read = CoverageState.PARTIAL;
        owned("stranger", "navy");
        person("hr", "grace@example.org", "ghopper", "", "navy", LAST_MONTH);

        assertThat(joined())
                .as("somebody of the team may be on a row that was not read")
                .containsExactly(
                        new Ownership.Owned("stranger", "tag owner"), new Ownership.Owned("navy", "tag owner"));
    }

    @Test
    void aTeamIsGoneWhenAllOfItAre() {
        owned("navy", "army");
        person("hr", "grace@example.org", "ghopper", "", "Navy", LAST_MONTH);
        person("hr", "ada@example.org", "ada", "", "Navy", LAST_MONTH.minusSeconds(1));
        person("hr", "bo@example.org", "bo", "", "army", LAST_MONTH);
        person("hr", "cy@example.org", "cy", "", "army", null);

        assertThat(joined())
                .containsExactly(
                        new Ownership.OwnerGone(
                                "navy",
                                "tag owner; left on 2026-10-31, says hr, where the owner is known by the team, all of it"),
                        new Ownership.Owned("army", "tag owner; in hr by the team, all of it"));
    }

    @Test
    void twoOfOneNameAreNotToldApart() {
        owned("sam");
        person("hr", "sam@example.org", "sam", "", "", LAST_MONTH);
        person("hr", "sam@other.example", "Sam", "", "", null);

        assertThat(joined())
                .containsExactly(
                        new Ownership.Owned(
                                "sam",
                                "tag owner; 2 in hr go by the user name, so that nothing is said of whether the owner is still here"));
    }

    @Test
    void ofSeveralOwnersOneWhoIsHereIsEnough() {
        owned("ada, ghopper", "ghopper; bo");
        person("hr", "ada@example.org", "ada", "", "", null);
        person("hr", "grace@example.org", "ghopper", "", "", LAST_MONTH);
        person("hr", "bo@example.org", "bo", "", "", LAST_MONTH);

        assertThat(joined()).hasExactlyElementsOfTypes(Ownership.Owned.class, Ownership.OwnerGone.class);
    }

    @Test
    void theListThatKnowsOfLeavingCounts() {
        owned("ghopper");
        person("directory", "grace@example.org", "ghopper", "", "", null);
        person("hr", "grace@example.org", "ghopper", "", "", LAST_MONTH);

        assertThat(joined()).hasExactlyElementsOfTypes(Ownership.OwnerGone.class);
    }

    @Test
    void whoLeavesLaterIsHereUntilThen() {
        owned("ghopper");
        person("hr", "grace@example.org", "ghopper", "", "", NEXT_WEEK);
        Snapshot recorded = recorded();

        OwnersJoined today = OwnersJoined.of(recorded, NOW);
        OwnersJoined then = OwnersJoined.of(recorded, NEXT_WEEK);

        assertThat(today.snapshot().identities().getFirst().ownership()).isInstanceOf(Ownership.Owned.class);
        assertThat(today.until()).isEqualTo(NEXT_WEEK);
        assertThat(then.snapshot().identities().getFirst().ownership()).isInstanceOf(Ownership.OwnerGone.class);
        assertThat(then.until()).isNull();
    }

    @Test
    void withoutAListNothingIsTouched() {
        owned("ghopper");
        Snapshot recorded = recorded();

        assertThat(OwnersJoined.of(recorded, NOW).snapshot()).isSameAs(recorded);
    }

    @Test
    void whatSomebodyOwnsIsFoundByAllTheirNamesButNotTheirTeams() {
        owned("ghopper", "Grace@example.org", "navy", "bo", "unknown");
        person("hr", "grace@example.org", "ghopper", "", "navy", LAST_MONTH);
        person("hr", "bo@example.org", "bo", "", "navy", null);
        Snapshot recorded = recorded();

        assertThat(ids(OwnerRow.ownedBy(recorded, "ghopper")))
                .containsExactly("role/ghopper", "role/Grace@example.org")
                .isEqualTo(ids(OwnerRow.ownedBy(recorded, "grace")));
        assertThat(ids(OwnerRow.ownedBy(recorded, "navy"))).containsExactly("role/navy");
        assertThat(ids(OwnerRow.ownedBy(recorded, "unknown"))).containsExactly("role/unknown");
        assertThat(OwnerRow.ownedBy(recorded, "nobody")).isEmpty();
    }

    private static List<String> ids(List<Identity> identities) {
        return identities.stream().map(it -> it.id().nativeId()).toList();
    }

    @Test
    void thoseWhoAreGoneAreListedFirst() {
        owned("bo", "ghopper", "stranger");
        person("hr", "grace@example.org", "ghopper", "", "", LAST_MONTH);
        person("hr", "bo@example.org", "bo", "", "", null);

        assertThat(OwnerRow.of(recorded(), NOW))
                .extracting(row -> row.judged().owner() + " " + row.judged().verdict())
                .containsExactly("ghopper GONE", "bo HERE", "stranger UNLISTED");
    }
}
