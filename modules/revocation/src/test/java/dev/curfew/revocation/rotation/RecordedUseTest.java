package dev.curfew.revocation.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.attribute.Usage;
import dev.curfew.model.attribute.UsageQuality;
import dev.curfew.model.timeline.Caller;
import dev.curfew.model.timeline.Origin;
import dev.curfew.model.timeline.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a record with gaps says of the time after the last use that is in it.
class RecordedUseTest {
    private static final Instant HANDED = Instant.parse("2026-11-22T03:00:00Z");
    private static final Instant USED = HANDED.plusSeconds(60);
    private static final Duration DAY = Duration.ofDays(1);
    private static final List<String> ENDS = List.of("it ends at 2026-11-22T03:05:00Z");
    private static final UsageQuality RECORD = new UsageQuality("audit file", Duration.ZERO, Duration.ZERO, true);
    private static final UsageQuality LISTING = new UsageQuality("listing", Duration.ofHours(4), Duration.ZERO, true);
    private static final Usage SEEN = new Usage.Seen(USED, "10.0.0.1", RECORD);

    private static LastUse told(List<String> gaps) {
        Caller caller = new Caller(Origin.of("10.0.0.1"), 1, 0, USED, USED);
        return RecordedUse.told(
                new Timeline(
                        List.of(), List.of(caller), "audit file", Duration.ZERO, Optional.of(HANDED), List.of(), gaps),
                HANDED);
    }

    @Test
    void aUseHidesNoGapAfterIt() {
        LastUse use = told(ENDS);

        assertThat(use).isEqualTo(new LastUse(SEEN, ENDS));
        assertThat(use.quiet(HANDED, DAY, USED.plus(DAY).minusSeconds(1))).isEqualTo(Quiet.NOT_YET);
        assertThat(use.quiet(HANDED, DAY, USED.plus(DAY))).isEqualTo(Quiet.UNKNOWN);
        assertThat(UsageWords.of(use))
                .isEqualTo("last used " + USED + " (10.0.0.1); whether it was used since is not known: "
                        + "it ends at 2026-11-22T03:05:00Z");
    }

    @Test
    void withoutAGapItIsQuietInTheEnd() {
        LastUse use = told(List.of());

        assertThat(use.quiet(HANDED, DAY, USED.plus(DAY))).isEqualTo(Quiet.QUIET);
        assertThat(UsageWords.of(use)).isEqualTo("last used " + USED + " (10.0.0.1)");
    }

    @Test
    void whereTheSourceTellsItselfItsSilenceCountsAsLateAsItIs() {
        LastUse both = RecordedUse.both(new Usage.Seen(HANDED, "sts", LISTING), told(ENDS));

        assertThat(both).isEqualTo(LastUse.of(new Usage.Seen(USED, "10.0.0.1", LISTING)));
        assertThat(RecordedUse.both(new Usage.NoneSeen(LISTING), told(ENDS))).isEqualTo(both);
        assertThat(RecordedUse.both(new Usage.NotObserved("none"), told(ENDS))).isEqualTo(told(ENDS));
    }
}
