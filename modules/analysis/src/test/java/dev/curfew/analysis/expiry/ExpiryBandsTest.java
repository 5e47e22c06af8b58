package dev.curfew.analysis.expiry;

import static dev.curfew.analysis.Estate.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.curfew.analysis.Estate;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.governance.Enforcement;
import dev.curfew.model.governance.Window;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpiryBandsTest {

    @ParameterizedTest(name = "in {0}: {1}")
    @CsvSource({
        "-PT1S, EXPIRED",
        "PT0S, EXPIRED",
        "PT1S, WITHIN_24_HOURS",
        "PT24H, WITHIN_24_HOURS",
        "PT24H1S, WITHIN_7_DAYS",
        "P7D, WITHIN_7_DAYS",
        "P30D, WITHIN_30_DAYS",
        "P30DT1S, LATER",
    })
    void theBandIsCountedFromNowWithItsUpperBound(Duration left, Band band) {
        assertThat(ExpiryBands.band(new Expiry.At(NOW.plus(left)), NOW)).isEqualTo(band);
    }

    @Test
    void noEndAndAnEndNobodyKnowsHaveTheirOwnBands() {
        assertThat(ExpiryBands.band(new Expiry.Never(), NOW)).isEqualTo(Band.NEVER);
        assertThat(ExpiryBands.band(new Expiry.Unknown("not said"), NOW)).isEqualTo(Band.UNKNOWN);
    }

    @Test
    void aWindowEndsAsItShouldAndEverythingElseBreaks() {
        Estate estate = Estate.of("bao");
        CredentialId issued = estate.credential("openbao.token", "issued", null, in("PT15M"));
        CredentialId other = estate.credential("openbao.token", "other", null, in("P3D"));
        CredentialId unseen = CredentialId.of("bao", "unseen");

        ExpiryBands bands = ExpiryBands.of(estate.index(), List.of(window("w1", issued), window("w2", unseen)), NOW);

        assertThat(bands.all())
                .extracting(Expiring::id, Expiring::band, Expiring::window, Expiring::endsAsItShould)
                .containsExactly(
                        tuple(issued, Band.WITHIN_24_HOURS, "w1", true),
                        tuple(unseen, Band.WITHIN_24_HOURS, "w2", true),
                        tuple(other, Band.WITHIN_7_DAYS, null, false));
        assertThat(bands.counts())
                .isEqualTo(Map.of(
                        Band.EXPIRED, 0,
                        Band.WITHIN_24_HOURS, 2,
                        Band.WITHIN_7_DAYS, 1,
                        Band.WITHIN_30_DAYS, 0,
                        Band.LATER, 0,
                        Band.NEVER, 0,
                        Band.UNKNOWN, 0));
    }

    @Test
    void weeksAreIsoWeeksInUtcAndEmptyOnesAreThere() {
        Estate estate = Estate.of("bao");
        estate.credential("openbao.token", "sunday", null, in("PT15H59M"));
        estate.credential("openbao.token", "monday", null, in("PT16H"));
        estate.credential("openbao.token", "gone", null, in("-PT1H"));
        estate.credential("openbao.token", "newyear", null, in("P40D"));
        SnapshotIndex index = estate.index();

        List<WeekCount> weeks = ExpiryBands.of(index, List.of(), NOW).byWeek(7);

        // 22 November 2026 is the Sunday of week 47
        assertThat(weeks.getFirst()).isEqualTo(new WeekCount(2026, 47, LocalDate.of(2026, 11, 16), 1, 0));
        assertThat(weeks.get(1)).isEqualTo(new WeekCount(2026, 48, LocalDate.of(2026, 11, 23), 1, 0));
        assertThat(weeks.get(2).total()).isZero();
        assertThat(weeks.get(6)).isEqualTo(new WeekCount(2026, 53, LocalDate.of(2026, 12, 28), 1, 0));
    }

    private static Expiry in(String duration) {
        return new Expiry.At(NOW.plus(Duration.parse(duration)));
    }

    private static Window window(String id, CredentialId credential) {
        return new Window(
                id,
                PolicyId.of("bao", "policy/glass"),
                credential,
                NOW,
                NOW.plus(Duration.ofMinutes(15)),
                new Enforcement(true, "bao", "explicit_max_ttl"),
                null,
                null);
    }
}
