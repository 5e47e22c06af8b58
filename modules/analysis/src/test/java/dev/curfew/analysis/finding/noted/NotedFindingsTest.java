package dev.curfew.analysis.finding.noted;

import static dev.curfew.analysis.Estate.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.Estate;
import dev.curfew.analysis.finding.Finding;
import dev.curfew.analysis.finding.Findings;
import dev.curfew.analysis.finding.Rule;
import dev.curfew.model.id.CredentialId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What the workspace was told and has seen itself becomes findings of what is still there.
class NotedFindingsTest {
    private final Estate estate = Estate.of("aws");
    private final CredentialId key = estate.credential("aws.access-key", "AKIAONE", null, Map.of());

    private static Noted leak(CredentialId credential) {
        return new Noted(List.of(new Noted.Leak(credential, NOW)), List.of(), List.of(), List.of());
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

        assertThat(sentences(new Noted(List.of(), List.of(new Noted.Departure("ann", NOW)), List.of(), List.of())))
                .containsExactly("HIGH aws:arn:aws:iam::111111111111:user/report report belongs to ann, who is gone,"
                        + " as was told at 2026-11-22T08:00:00Z. Name a new owner, or plan its end.");
        assertThat(sentences(new Noted(List.of(), List.of(new Noted.Departure("anna", NOW)), List.of(), List.of())))
                .isEmpty();
    }

    @Test
    void whatIsGoodAgainIsOneWhateverWasRead() {
        Noted.Revival revival =
                new Noted.Revival(CredentialId.of("aws", "AKIATWO"), "p-9x2ab", NOW.minus(Duration.ofDays(1)));

        assertThat(sentences(new Noted(List.of(), List.of(), List.of(revival), List.of())))
                .containsExactly("HIGH aws:AKIATWO aws:AKIATWO was revoked by p-9x2ab, was gone at"
                        + " 2026-11-21T08:00:00Z, and is good again, as its source lists it."
                        + " Find out who brought it back, and end it again.");
    }

    @Test
    void aReviewThatIsOverdueIsOneOfWhatWasTouched() {
        Noted.Overdue overdue = new Noted.Overdue("p-9x2ab", "leaked-keys", key, NOW);

        assertThat(sentences(new Noted(List.of(), List.of(), List.of(), List.of(overdue))))
                .containsExactly("MEDIUM aws:AKIAONE What the playbook leaked-keys did to AKIAONE was to be looked at"
                        + " until 2026-11-22T08:00:00Z, and nobody has (p-9x2ab). Review it.");
    }

    @Test
    void theyStandAmongTheOthersAndThoseOfSomeRulesAreFoundByThemselves() {
        List<Finding> all = Findings.of(estate.index(), leak(key), NOW);

        assertThat(all).extracting(Finding::rule).contains(Rule.LEAKED).hasSizeGreaterThan(1);
        assertThat(Findings.of(estate.index(), leak(key), NOW, Set.of(Rule.LEAKED)))
                .isEqualTo(all.stream().filter(it -> it.rule() == Rule.LEAKED).toList());
    }
}
