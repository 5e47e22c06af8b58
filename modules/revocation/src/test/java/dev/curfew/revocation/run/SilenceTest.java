package dev.curfew.revocation.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.revocation.Station;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SilenceTest {
    /// Over as soon as it has begun.
    private final Silence atOnce = new Silence(Duration.ZERO, Duration.ofHours(1));

    private final Silence silence = new Silence(Duration.ofMillis(200), Duration.ofHours(1));

    @Test
    void lastsWhileSomethingIsAskedAndNothingIsSaid() {
        assertThat(atOnce.lasts(Station.AWS)).isFalse();
        atOnce.begins(Station.AWS);
        atOnce.begins(Station.AWS);
        atOnce.done(Station.AWS);
        assertThat(atOnce.lasts(Station.AWS)).isTrue();
        atOnce.done(Station.AWS);
        assertThat(atOnce.lasts(Station.AWS)).as("nothing is asked").isFalse();
    }

    @Test
    void whatWasSilentBeforeItWasAskedAgainIsNone() throws InterruptedException {
        silence.begins(Station.AWS);
        silence.ends(Station.AWS);
        silence.done(Station.AWS);
        Thread.sleep(250);

        silence.begins(Station.AWS);

        assertThat(silence.lasts(Station.AWS)).isFalse();
    }

    @Test
    void whatIsAskedBesidesLeavesItAsLongAsItWas() throws InterruptedException {
        silence.begins(Station.AWS);
        Thread.sleep(250);

        silence.begins(Station.AWS);

        assertThat(silence.lasts(Station.AWS)).isTrue();
    }
}
