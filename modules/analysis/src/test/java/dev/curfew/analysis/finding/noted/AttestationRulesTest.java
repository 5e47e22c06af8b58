package dev.curfew.analysis.finding.noted;

import static dev.curfew.analysis.Estate.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.Estate;
import dev.curfew.analysis.finding.Finding;
import dev.curfew.analysis.finding.Findings;
import dev.curfew.analysis.finding.Rule;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.people.Attestation;
import dev.curfew.model.people.Attestation.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What owners said, and what they did not say, becomes findings.
class AttestationRulesTest {
    private static final Duration HALF_A_YEAR = Duration.ofDays(180);

    private final Estate estate = Estate.of("aws");
    private final IdentityId migrator = owned("migrator", new Ownership.Owned("grace", "tag owner"));

    private IdentityId owned(String name, Ownership ownership) {
        return estate.identity("aws.role", "role/" + name, ownership, Estate.NOT_OBSERVED, Map.of());
    }

    private Attestation said(Answer answer, String owner, int daysAgo) {
        return new Attestation(migrator, owner, answer, "the job is gone", day(daysAgo), "a-7f3k2");
    }

    private static Instant day(int daysAgo) {
        return NOW.minus(Duration.ofDays(daysAgo));
    }

    private List<String> sentences(Attestations attestations) {
        Noted noted = Noted.NOTHING.withAttestations(attestations);
        return Findings.of(estate.index(), estate::graph, noted, NOW, Set.of(Rule.DISOWNED, Rule.ATTESTATION_OVERDUE))
                .stream()
                .map(finding -> finding.severity() + " " + finding.sentence())
                .toList();
    }

    private static Attestations of(List<Attestation> said, @Nullable Duration every) {
        return new Attestations(said, List.of(), Set.of(), every);
    }

    @Test
    void whatIsNotTheirsIsDisownedUntilSomebodyElseIsNamed() {
        assertThat(sentences(of(List.of(said(Answer.NOT_MINE, "grace", 3)), null)))
                .containsExactly("HIGH grace said on 2026-11-19 that migrator is not theirs: the job is gone"
                        + " (a-7f3k2). Find out whose it is and name them, or plan its end.");
        assertThat(sentences(of(List.of(said(Answer.NOT_MINE, "ada", 3)), null)))
                .isEmpty();
    }

    @Test
    void whatIsNoLongerNeededIsDisownedWhoeverOwnsItSince() {
        assertThat(sentences(of(List.of(said(Answer.NOT_NEEDED, "ada", 3)), null)))
                .containsExactly("MEDIUM ada said on 2026-11-19 that migrator is no longer needed: the job is gone"
                        + " (a-7f3k2). Look at what it still does, then plan its end.");
    }

    @Test
    void theLastWordCounts() {
        assertThat(sentences(
                        of(List.of(said(Answer.NOT_NEEDED, "grace", 3), said(Answer.KEEP, "grace", 2)), HALF_A_YEAR)))
                .isEmpty();
    }

    @Test
    void whatNobodyAnsweredInTimeIsOverdueWhileItIsTheirs() {
        assertThat(sentences(unanswered("grace")))
                .containsExactly("MEDIUM grace was asked whether migrator is still needed, and has not answered by"
                        + " 2026-11-20 (a-7f3k2). Ask again, or ask who speaks for them.");
        assertThat(sentences(unanswered("ada"))).isEmpty();
    }

    private Attestations unanswered(String owner) {
        return new Attestations(
                List.of(), List.of(new Attestations.Unanswered(migrator, owner, "a-7f3k2", day(2))), Set.of(), null);
    }

    @Test
    void withoutAPeriodNobodyIsOverdueForNotHavingBeenAsked() {
        assertThat(sentences(Attestations.NONE)).isEmpty();
    }

    @Test
    void whatTheOwnerOfNowNeverAttestedIsOverdue() {
        List<String> never =
                List.of("LOW grace has never said whether migrator is still needed; that is to be said every"
                        + " 180 days. Ask.");

        assertThat(sentences(of(List.of(), HALF_A_YEAR))).isEqualTo(never);
        assertThat(sentences(of(List.of(said(Answer.KEEP, "ada", 3)), HALF_A_YEAR)))
                .isEqualTo(never);
    }

    @Test
    void whatWasAttestedLongAgoIsOverdueAndNotWhileAnAnswerIsWaitedFor() {
        List<Attestation> old = List.of(said(Answer.KEEP, "grace", 200));

        assertThat(sentences(of(old, HALF_A_YEAR)))
                .containsExactly("LOW grace last said on 2026-05-06 that migrator is needed; that is to be said"
                        + " every 180 days. Ask again.");
        assertThat(sentences(new Attestations(old, List.of(), Set.of(migrator), HALF_A_YEAR)))
                .isEmpty();
    }

    @Test
    void nobodyIsAskedAboutWhatHasNoOwnerOrOneWhoIsGone() {
        owned("nobodys", new Ownership.Unowned());
        owned("orphan", new Ownership.OwnerGone("bo", "list"));

        assertThat(sentences(of(List.of(), HALF_A_YEAR))).hasSize(1);
    }

    @Test
    void theFindingIsOfTheIdentity() {
        Noted noted = Noted.NOTHING.withAttestations(of(List.of(said(Answer.NOT_MINE, "grace", 3)), null));

        assertThat(Findings.of(estate.index(), estate::graph, noted, NOW, Set.of(Rule.DISOWNED)))
                .extracting(Finding::entity)
                .containsExactly(migrator);
    }
}
