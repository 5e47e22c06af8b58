package dev.curfew.analysis.finding.noted;

import static dev.curfew.analysis.Estate.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.Estate;
import dev.curfew.analysis.finding.Finding;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What stands at a source is held against what Curfew left there.
class DriftTest {
    private static final Instant END = NOW.plus(Duration.ofMinutes(30));
    private static final String CODE = "curfew-r-1";

    private final Estate estate = Estate.of("pg");
    private final PolicyId porters = estate.policy("postgresql.membership", "member/some", "{}");
    private final PolicyId admins = estate.policy("postgresql.membership", "member/admins", "{}");
    private final IdentityId holder = estate.identity("postgresql.role", "role/" + CODE);

    private CredentialId login(Expiry expiry, boolean active) {
        estate.grant(holder, porters);
        return estate.credential("postgresql.role", CODE, holder, expiry, active);
    }

    private Estate readAt(Instant at) {
        return estate.cover(new Coverage(new SourceName("pg"), "all", CoverageState.READ, "", 1, at));
    }

    private List<Finding> drift(Recorded.Given... given) {
        return new Drift(estate.index(), new Recorded(List.of(given), List.of())).look();
    }

    private static Recorded.Given open(CredentialId credential) {
        return new Recorded.Given("r-1", credential, PolicyId.of("pg", "member/some"), END, Optional.empty());
    }

    private static Recorded.Given ended(CredentialId credential, Instant at) {
        return new Recorded.Given("r-1", credential, PolicyId.of("pg", "member/some"), END, Optional.of(at));
    }

    @Test
    void aWindowAsItWasOpenedIsNone() {
        assertThat(drift(open(login(new Expiry.At(END.plusSeconds(1)), true)))).isEmpty();
        assertThat(drift(open(CredentialId.of("pg", "another")))).isEmpty();
    }

    @Test
    void anEndThatWasMovedIsOneAndEachNewEndIsAnotherOccasion() {
        CredentialId login = login(new Expiry.At(END.plus(Duration.ofDays(1))), true);

        assertThat(drift(open(login))).singleElement().satisfies(finding -> {
            assertThat(finding.entity()).isEqualTo(login);
            assertThat(finding.sentence())
                    .isEqualTo("curfew-r-1 of window r-1 ends at 2026-11-23T08:30:00Z at its source; until"
                            + " 2026-11-22T08:30:00Z was approved. Find out who moved its end, and end it.");
            assertThat(finding.occasions()).containsExactly("r-1", "2026-11-23T08:30:00Z");
        });
    }

    @Test
    void anEndThatWasTakenAwayIsOneAndOneThatIsNotToldIsNone() {
        assertThat(drift(open(login(new Expiry.Never(), true))))
                .extracting(Finding::variant)
                .containsExactly("end-removed");
        Estate other = estate.and("kc");
        CredentialId secret = other.credential("keycloak.client-secret", "s", null, new Expiry.Unknown("not kept"));
        assertThat(drift(open(secret))).isEmpty();
    }

    @Test
    void whatIsHeldBesidesIsOneWhoeverHoldsIt() {
        CredentialId login = login(new Expiry.At(END), true);
        estate.grant(holder, admins);

        assertThat(drift(open(login))).singleElement().satisfies(finding -> {
            assertThat(finding.sentence())
                    .isEqualTo("curfew-r-1 of window r-1 holds more than was approved: admins."
                            + " Find out who gave it, and take it away.");
            assertThat(finding.occasions()).containsExactly("r-1 pg:member/admins");
        });
    }

    @Test
    void aGroupBesidesTheOneOfTheApprovedPolicyIsOneAndWhatEverybodyIsInIsNone() {
        PolicyId about = estate.policy("postgresql.membership", "member/porters", "[{'on':'role/porters'}]");
        CredentialId login = estate.credential("postgresql.role", CODE, holder, new Expiry.At(END));
        estate.member(holder, estate.identity("postgresql.group", "role/porters"));
        estate.member(holder, estate.identity("postgresql.everybody", "public"));
        assertThat(drift(new Recorded.Given("r-1", login, about, END, Optional.empty())))
                .isEmpty();

        estate.member(holder, estate.identity("postgresql.group", "role/port"));
        assertThat(drift(new Recorded.Given("r-1", login, about, END, Optional.empty())))
                .extracting(Finding::sentence)
                .singleElement()
                .asString()
                .contains("more than was approved: port.");
    }

    @Test
    void whatWorksAfterItsWindowIsOneOnceItWasReadSince() {
        CredentialId login = login(new Expiry.At(END), true);
        Recorded.Given over = ended(login, NOW.minus(Duration.ofHours(1)));

        readAt(NOW.minus(Duration.ofHours(1)));
        assertThat(drift(over)).as("read before it ended").isEmpty();
        readAt(NOW);
        assertThat(drift(over)).extracting(Finding::variant).containsExactly("back");
        assertThat(drift(over, open(login)))
                .as("another window stands on it")
                .extracting(Finding::variant)
                .doesNotContain("back");
    }

    @Test
    void whatIsListedAsInactiveIsNotBack() {
        CredentialId login = login(new Expiry.Never(), false);
        readAt(NOW);

        assertThat(drift(ended(login, NOW.minus(Duration.ofHours(1))))).isEmpty();
    }

    @Test
    void aNarrowedPolicyThatWasWrittenAnewIsOneAndAnotherLayoutIsNone() {
        PolicyId billing = estate.acl("billing", "path \"secret/a\" { capabilities = [\"read\"] }");
        readAt(NOW);
        Instant hourAgo = NOW.minus(Duration.ofHours(1));

        assertThat(written(billing, "path \"secret/a\" {\n  capabilities = [\"read\"]\n}", hourAgo))
                .isEmpty();
        assertThat(written(billing, "path \"secret/b\" { capabilities = [\"read\"] }", NOW))
                .as("not read since")
                .isEmpty();
        assertThat(written(billing, "path \"secret/b\" { capabilities = [\"read\"] }", hourAgo))
                .extracting(Finding::sentence)
                .containsExactly("The policy billing was narrowed by n-1, and is another since 2026-11-22T07:00:00Z."
                        + " Find out who wrote it, and narrow it again.");
    }

    private List<Finding> written(PolicyId policy, String text, Instant at) {
        Recorded recorded = new Recorded(List.of(), List.of(new Recorded.Written("n-1", policy, text, at)));
        return new Drift(estate.index(), recorded).look();
    }
}
