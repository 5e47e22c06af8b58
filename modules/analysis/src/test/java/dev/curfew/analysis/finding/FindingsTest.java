package dev.curfew.analysis.finding;

import static dev.curfew.analysis.Estate.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.curfew.analysis.Estate;
import dev.curfew.analysis.finding.noted.Noted;
import dev.curfew.analysis.graph.estate.EstateGraph;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.attribute.UsageQuality;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FindingsTest {
    private static final String IAM = "arn:aws:iam::111122223333:";
    private static final Ownership OWNED = new Ownership.Owned("ann", "tag");
    private final Estate estate = Estate.of("aws");

    @Test
    void anIdentityWithoutOwnerOrWithOneWhoIsGoneIsAnOrphan() {
        role("gone", new Ownership.OwnerGone("Bo", "not in the directory"), Estate.NOT_OBSERVED, Map.of());
        role("nobodys", new Ownership.Unowned(), Estate.NOT_OBSERVED, Map.of());
        role("anns", OWNED, Estate.NOT_OBSERVED, Map.of());
        estate.identity("aws.group", IAM + "group/g", new Ownership.Unowned(), Estate.NOT_OBSERVED, Map.of());

        assertThat(sentences())
                .containsExactly(
                        "gone still belongs to Bo, who is gone (not in the directory). Name a new owner, or plan its end.",
                        "Nobody answers for nobodys. Name an owner.");
    }

    @ParameterizedTest(name = "seen {0} days ago: {1}")
    @CsvSource({"89, false", "90, false", "92, true"})
    void staleIsWhatWasNotUsedForLongerThanTheLimitAndTheEvidencesLag(int daysAgo, boolean stale) {
        role("r", OWNED, new Usage.Seen(NOW.minus(Duration.ofDays(daysAgo)), "s3", quality(400)), Map.of());

        assertThat(sentences())
                .isEqualTo(
                        stale
                                ? List.of("r was last used " + daysAgo
                                        + " days ago, says RoleLastUsed. Ask its owner whether it may go.")
                                : List.of());
    }

    @ParameterizedTest(name = "evidence of {0} days: {1}")
    @CsvSource({"400, true", "90, true", "30, false", "0, false"})
    void noRecordOfUseCountsOnlyWhereTheEvidenceReachesFarEnough(int horizon, boolean stale) {
        role("r", OWNED, new Usage.NoneSeen(quality(horizon)), Map.of());

        assertThat(sentences()).hasSize(stale ? 1 : 0);
    }

    @Test
    void aCredentialIsLongLivedByAgeByLackOfAnEndOrByItsWholeLife() {
        IdentityId user = role("u", OWNED, Estate.NOT_OBSERVED, Map.of());
        estate.credential("aws.access-key", "OLD", user, new Expiry.Never());
        estate.credential("aws.access-key", "LONG", user, new Expiry.At(NOW.plusSeconds(60)));
        estate.credential("aws.access-key", "OFF", user, new Expiry.Never(), false);
        estate.credential("aws.access-key", "UNSAID", user, new Expiry.Unknown("not said"));

        assertThat(sentences())
                .containsExactly(
                        "OLD is 200 days old and never ends; the limit is 90 days. Rotate it, and give the new one an end.",
                        "LONG lives for 200 days. Shorten its life.");
    }

    @Test
    void anAdministratorAndWhoeverBecomesOneIsOverprivilegedButNotTheBreakGlassAccount() {
        String all = "{'Effect':'Allow','Action':'*','Resource':'*'}";
        IdentityId admin = role("admin", OWNED, Estate.NOT_OBSERVED, Map.of());
        IdentityId near = role("near", OWNED, Estate.NOT_OBSERVED, Map.of());
        IdentityId glass = role(
                "glass",
                OWNED,
                Estate.NOT_OBSERVED,
                Map.of("curfew:break-glass", "true", "curfew:last-drill", "2026-11-01"));
        estate.grant(admin, estate.aws(IAM + "policy/all", all)).grant(glass, estate.aws(IAM + "policy/all2", all));
        estate.trust(
                admin, "{'Effect':'Allow','Principal':{'AWS':'" + near.nativeId() + "'},'Action':'sts:AssumeRole'}");

        assertThat(sentences())
                .containsExactly(
                        "admin controls all of " + IAM + "root. Take away what it does not use.",
                        "near becomes admin, which controls everything, by sts:AssumeRole. Cut that step.");
    }

    @Test
    void anAgentNeedsAnOwnerFewToolsAndABoundary() {
        IdentityId loose = role(
                "loose",
                new Ownership.Unowned(),
                Estate.NOT_OBSERVED,
                Map.of("curfew:agent", "true", "curfew:agent-tools", "a,b,c,d,e"));
        IdentityId tight =
                role("tight", OWNED, Estate.NOT_OBSERVED, Map.of("curfew:agent", "true", "curfew:agent-tools", "a"));
        estate.grant(tight, estate.aws(IAM + "policy/limit"), GrantRole.BOUNDARY, "");

        assertThat(Findings.of(estate.graph(), Noted.NOTHING, NOW))
                .filteredOn(it -> it.rule() == Rule.AGENT_UNBOUND)
                .extracting(Finding::entity, Finding::variant)
                .containsExactly(tuple(loose, "owner"), tuple(loose, "boundary"), tuple(loose, "tools"));
    }

    @Test
    void aBreakGlassAccountIsUntestedWithoutADrillOrWithOneTooLongAgo() {
        role("never", OWNED, Estate.NOT_OBSERVED, Map.of("curfew:break-glass", "true"));
        role("late", OWNED, Estate.NOT_OBSERVED, drilled("2026-10-01", "30"));
        role("fine", OWNED, Estate.NOT_OBSERVED, drilled("2026-11-01", "30"));

        assertThat(sentences())
                .containsExactly(
                        "The emergency access late was last tried 52 days ago; a drill is due every 30 days. Run one.",
                        "The emergency access never was never tried; a drill is due every 90 days. Run one.");
    }

    @Test
    void anExceptionStandsWhenItIsRenewedTooOftenOrShouldHaveEnded() {
        role("often", OWNED, Estate.NOT_OBSERVED, Map.of("curfew:exception-renewals", "3"));
        role("twice", OWNED, Estate.NOT_OBSERVED, Map.of("curfew:exception-renewals", "2"));
        role("over", OWNED, Estate.NOT_OBSERVED, Map.of("curfew:exception-until", "2026-11-01"));

        assertThat(sentences())
                .containsExactly(
                        "The exception of over should have ended at 2026-11-01. End it.",
                        "The exception of often was renewed 3 times: it is standing access. Approve it as such, or end it.");
    }

    @Test
    void whatWasNotReadIsABlindSpot() {
        SourceName source = new SourceName("aws");
        estate.read("users");
        estate.cover(new Coverage(source, "keys", CoverageState.REFUSED, "403 AccessDenied", 0, NOW));

        assertThat(sentences()).containsExactly("aws: reading keys was refused. 403 AccessDenied");
    }

    @ParameterizedTest
    @EnumSource(
            value = Rule.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"REVIVED", "DRIFT", "REVIEW_OVERDUE", "DISOWNED", "ATTESTATION_OVERDUE", "RISK"})
    void oneRuleAloneFindsWhatItFindsAmongAll(Rule rule) {
        something();
        List<Finding> all = Findings.of(estate.graph(), Noted.NOTHING, NOW);

        assertThat(Findings.of(estate.index(), estate::graph, Noted.NOTHING, NOW, Set.of(rule)))
                .isEqualTo(all.stream().filter(it -> it.rule() == rule).toList());
    }

    @Test
    void theGraphThatIsThereIsWalkedAndOnlyWhereARuleWalksOne() {
        something();
        EstateGraph without = Estate.of("aws").graph();
        Supplier<EstateGraph> none = () -> {
            throw new AssertionError("nobody walks it");
        };

        assertThat(Findings.of(estate.index(), () -> without, Noted.NOTHING, NOW, Set.of(Rule.OVERPRIVILEGED)))
                .isEmpty();
        assertThat(Findings.of(
                        estate.index(),
                        none,
                        Noted.NOTHING,
                        NOW,
                        EnumSet.complementOf(EnumSet.of(Rule.OVERPRIVILEGED))))
                .isNotEmpty();
    }

    @Test
    void thereIsSomethingForMostRules() {
        something();

        assertThat(Findings.of(estate.graph(), Noted.NOTHING, NOW))
                .extracting(Finding::rule)
                .contains(
                        Rule.ORPHAN,
                        Rule.STALE,
                        Rule.AGENT_UNBOUND,
                        Rule.BREAK_GLASS_UNTESTED,
                        Rule.STANDING_EXCEPTION,
                        Rule.LONG_LIVED,
                        Rule.BLIND_SPOT,
                        Rule.OVERPRIVILEGED);
    }

    private void something() {
        IdentityId admin = role("admin", OWNED, Estate.NOT_OBSERVED, Map.of());
        estate.grant(admin, estate.aws(IAM + "policy/all", "{'Effect':'Allow','Action':'*','Resource':'*'}"));
        estate.credential("aws.access-key", "OLD", admin, new Expiry.Never());
        role("nobodys", new Ownership.Unowned(), Estate.NOT_OBSERVED, Map.of("curfew:agent", "true"));
        role("stale", OWNED, new Usage.NoneSeen(quality(400)), Map.of());
        role("glass", OWNED, Estate.NOT_OBSERVED, Map.of("curfew:break-glass", "true"));
        role("often", OWNED, Estate.NOT_OBSERVED, Map.of("curfew:exception-renewals", "3"));
        estate.cover(new Coverage(new SourceName("aws"), "keys", CoverageState.REFUSED, "403", 0, NOW));
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void everyRuleNamesItsStandards(Rule rule) {
        Standards standards = Standards.of(rule);

        assertThat(standards.nhi()).isNotEmpty().allMatch(id -> id.matches("NHI\\d+:2025"));
        assertThat(standards.agentic()).allMatch(id -> id.matches("ASI\\d\\d"));
        assertThat(standards.csf()).isNotEmpty();
        assertThat(standards.controls()).isNotEmpty();
    }

    private List<String> sentences() {
        return Findings.of(estate.graph(), Noted.NOTHING, NOW).stream()
                .map(Finding::sentence)
                .toList();
    }

    private static Map<String, String> drilled(String date, String every) {
        return Map.of("curfew:break-glass", "true", "curfew:last-drill", date, "curfew:drill-every-days", every);
    }

    private IdentityId role(String name, Ownership ownership, Usage usage, Map<String, String> tags) {
        return estate.identity("aws.role", IAM + "role/" + name, ownership, usage, tags);
    }

    private static UsageQuality quality(int horizonDays) {
        return new UsageQuality("RoleLastUsed", Duration.ofHours(4), Duration.ofDays(horizonDays), true);
    }
}
