package dev.curfew.revocation.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.attribute.Usage;
import dev.curfew.model.attribute.UsageQuality;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// A day without use, counted beyond what the record lags.
class QuietTest {
    private static final Instant HANDED = Instant.parse("2026-11-22T03:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final UsageQuality FOUR_HOURS_LATE =
            new UsageQuality("record", Duration.ofHours(4), Duration.ZERO, true);

    @Test
    void unusedForLongEnoughIsQuiet() {
        assertThat(none(HANDED.plus(DAY).plus(Duration.ofHours(4)))).isEqualTo(Quiet.QUIET);
    }

    @Test
    void theRecordsLagIsWaitedForToo() {
        assertThat(none(HANDED.plus(DAY).plus(Duration.ofHours(4)).minusSeconds(1)))
                .isEqualTo(Quiet.NOT_YET);
    }

    @Test
    void aUseAfterTheHandingOverBeginsTheDayAnew() {
        Usage used = new Usage.Seen(HANDED.plusSeconds(60), "sts", FOUR_HOURS_LATE);
        Instant over = HANDED.plus(DAY).plus(Duration.ofHours(4));
        assertThat(Quiet.of(used, HANDED, DAY, over)).isEqualTo(Quiet.NOT_YET);
        assertThat(Quiet.of(used, HANDED, DAY, over.plusSeconds(60))).isEqualTo(Quiet.QUIET);
    }

    @Test
    void whatIsNotToldIsNeither() {
        Usage unknown = new Usage.NotObserved("no record");
        assertThat(Quiet.of(unknown, HANDED, DAY, Instant.MAX)).isEqualTo(Quiet.UNKNOWN);
    }

    private static Quiet none(Instant now) {
        return Quiet.of(new Usage.NoneSeen(FOUR_HOURS_LATE), HANDED, DAY, now);
    }
}
