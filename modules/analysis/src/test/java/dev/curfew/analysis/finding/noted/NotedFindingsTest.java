package dev.curfew.analysis.finding.noted;

import static dev.curfew.analysis.Estate.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.Estate;
import dev.curfew.analysis.finding.Finding;
import dev.curfew.analysis.finding.Findings;
import dev.curfew.analysis.finding.Rule;
import dev.curfew.analysis.graph.estate.EstateGraph;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.people.Person;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the workspace was told and has seen itself becomes findings of what is still there.
class NotedFindingsTest {
    private final Estate estate = Estate.of("aws");
    private final CredentialId key = estate.credential("aws.access-key", "AKIAONE", null, Map.of());

    private static Noted leak(CredentialId credential) {
        return Noted.NOTHING.withLeaks(List.of(new Noted.Leak(credential, NOW)));
    }

    private List<String> sentences(Noted noted) {
        return NotedFindings.of(estate.index(), noted, NOW).stream()
                .map(it -> it.severity() + " " + it.entity() + " " + it.sentence())
                .toList();
    }

    @Test
    void whatWasToldToHaveLeakedIsOneAsLongAsItIsThere() {
        assertThat(sentences(leak(key)))
                .containsExactly("HIGH aws:AKIAONE AKIAONE leaked, as was told at 2026-11-22T08:00:00Z."
                        + " End it, and give its users another one.");
        assertThat(sentences(leak(CredentialId.of("aws", "AKIATWO")))).isEmpty();
    }

    @Test
    void whoIsToldToBeGoneLeavesOrphansAndNobodyElseDoes() {
        estate.identity("aws.user", "arn:aws:iam::111111111111:user/report");

        assertThat(sentences(Noted.NOTHING.withDepartures(List.of(new Noted.Departure("ann", NOW)))))
                .containsExactly("HIGH aws:arn:aws:iam::111111111111:user/report report belongs to ann, who is gone,"
                        + " as was told at 2026-11-22T08:00:00Z. Name a new owner, or plan its end.");
        assertThat(sentences(Noted.NOTHING.withDepartures(List.of(new Noted.Departure("anna", NOW)))))
                .isEmpty();
    }

    @Test
    void whoIsToldToBeGoneByAnotherNameOfTheirsLeavesTheSameOrphans() {
        estate.identity("aws.user", "arn:aws:iam::111111111111:user/report");
        estate.resource(
                Person.KIND, "person/1", Sensitivity.UNKNOWN, Map.of("users", "ann", "emails", "ann@example.org"));

        assertThat(NotedFindings.of(
                        estate.index(),
                        Noted.NOTHING.withDepartures(List.of(new Noted.Departure("Ann@Example.org", NOW))),
                        NOW))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.sentence()).startsWith("report belongs to ann, who is gone");
                    assertThat(finding.occasions()).containsExactly("Ann@Example.org", "2026-11-22T08:00:00Z");
                });
    }

    @Test
    void whatIsGoodAgainIsOneWhateverWasRead() {
        Noted.Revival revival =
                new Noted.Revival(CredentialId.of("aws", "AKIATWO"), "p-9x2ab", NOW.minus(Duration.ofDays(1)));

        assertThat(sentences(Noted.NOTHING.withRevivals(List.of(revival))))
                .containsExactly("HIGH aws:AKIATWO aws:AKIATWO was revoked by p-9x2ab, was gone at"
                        + " 2026-11-21T08:00:00Z, and is good again, as its source lists it."
                        + " Find out who brought it back, and end it again.");
    }

    @Test
    void aReviewThatIsOverdueIsOneOfWhatWasTouched() {
        Noted.Overdue overdue = new Noted.Overdue("p-9x2ab", "leaked-keys", key, NOW);

        assertThat(sentences(Noted.NOTHING.withOverdue(List.of(overdue))))
                .containsExactly("MEDIUM aws:AKIAONE What the playbook leaked-keys did to AKIAONE was to be looked at"
                        + " until 2026-11-22T08:00:00Z, and nobody has (p-9x2ab). Review it.");
    }

    @Test
    void aBreakGlassPathThatNeedsSomebodyIsOneOfItsAccount() {
        List<Noted.Emergency> all = Stream.of(Noted.Trouble.values())
                .map(trouble -> new Noted.Emergency(
                        trouble,
                        "bao-emergency",
                        new IdentityId(new SourceName("bao"), "user/userpass/emergency"),
                        NOW,
                        trouble == Noted.Trouble.REVIEW_OVERDUE ? "u-9x2ab" : ""))
                .toList();

        assertThat(sentences(Noted.NOTHING.withEmergencies(all)))
                .allMatch(it -> it.startsWith("HIGH bao:user/userpass/emergency "))
                .extracting(it -> it.substring(it.indexOf("emergency ") + "emergency ".length()))
                .containsExactly(
                        "The break-glass path bao-emergency was registered at 2026-11-22T08:00:00Z and never drilled with"
                                + " success: whether it opens is not known. Drill it.",
                        "The last drill of the break-glass path bao-emergency, at 2026-11-22T08:00:00Z, did not pass."
                                + " Do what its report says, and drill it again.",
                        "The drill of the break-glass path bao-emergency is due since 2026-11-22T08:00:00Z. Drill it.",
                        "The use u-9x2ab of the break-glass path bao-emergency was to be reviewed until"
                                + " 2026-11-22T08:00:00Z, and nobody has. Somebody who took no part in it reviews it.");
    }

    @Test
    void theyStandAmongTheOthersAndThoseOfSomeRulesAreFoundByThemselves() {
        EstateGraph graph = estate.graph();
        List<Finding> all = Findings.of(graph, leak(key), NOW);

        assertThat(all).extracting(Finding::rule).contains(Rule.LEAKED).hasSizeGreaterThan(1);
        assertThat(Findings.of(estate.index(), estate::graph, leak(key), NOW, Set.of(Rule.LEAKED)))
                .isEqualTo(all.stream().filter(it -> it.rule() == Rule.LEAKED).toList());
    }
}
