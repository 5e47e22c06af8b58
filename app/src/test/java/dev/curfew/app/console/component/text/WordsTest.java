package dev.curfew.app.console.component.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.reach.route.Decisions;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.attribute.UsageQuality;
import dev.curfew.model.evaluation.DecidingStatement;
import dev.curfew.model.evaluation.Evaluation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T03:14:09Z");

    @ParameterizedTest
    @CsvSource({"PT45S,45 s", "PT5M,5 min", "PT1H5M,1 h 5 min", "PT47H,47 h", "P3D,3 d", "P400D,400 d"})
    void aLengthHasTheUnitsThatMatter(Duration length, String words) {
        assertThat(Words.length(length)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"PT14M5S,14:05", "PT1H2M3S,1:02:03", "PT0S,00:00", "PT-5S,00:00"})
    void aCountdownShowsSecondsAndStopsAtZero(Duration left, String words) {
        assertThat(Words.countdown(left)).isEqualTo(words);
    }

    @Test
    void momentsAreUtcAndSaySo() {
        assertThat(Words.moment(NOW)).isEqualTo("2026-11-22 03:14:09 UTC");
        assertThat(Words.clock(NOW)).isEqualTo("03:14:09 UTC");
    }

    @Test
    void howLongAgoStandsStillForAMinute() {
        assertThat(Words.relative(NOW.minusSeconds(45), NOW)).isEqualTo("45 s ago");
        assertThat(Words.relative(NOW.minusSeconds(365), NOW)).isEqualTo("6 min ago");
        assertThat(Words.relative(NOW.plusSeconds(7505), NOW)).isEqualTo("in 2 h 5 min");
    }

    @Test
    void whatIsNotKnownIsCalledUnknownWithItsReason() {
        assertThat(Words.expiry(new Expiry.Unknown("the source did not say"), NOW))
                .isEqualTo("unknown: the source did not say");
        assertThat(Words.usage(new Usage.NotObserved("403 on access logs"), NOW))
                .isEqualTo("unknown: 403 on access logs");
    }

    @Test
    void evidenceSaysWhoKeepsItHowLateAndHowFarBack() {
        Usage usage = new Usage.NoneSeen(
                new UsageQuality("GetAccessKeyLastUsed", Duration.ofHours(4), Duration.ofDays(400), true));

        assertThat(Words.usage(usage, NOW)).isEqualTo("none seen in 400 d");
        assertThat(Words.evidence(usage))
                .isEqualTo("GetAccessKeyLastUsed; up to 4 h late; reaches back 400 d; counts denied attempts");
    }

    @Test
    void anUnknownKindIsShownAsItIs() {
        assertThat(Words.kind("aws.role")).isEqualTo("AWS role");
        assertThat(Words.kind("acme.robot")).isEqualTo("acme.robot");
    }

    @Test
    void aStatementIsCountedFromOneAndWhatIsNoStatementIsNot() {
        assertThat(ReachWords.decision(new Evaluation.Allowed(List.of(new DecidingStatement("p", 0, "Logs")))))
                .isEqualTo("Allowed by statement 1 (Logs) of p.");
        assertThat(ReachWords.decision(Decisions.given("developers", "member")))
                .isEqualTo("Allowed by developers (member).");
    }
}
