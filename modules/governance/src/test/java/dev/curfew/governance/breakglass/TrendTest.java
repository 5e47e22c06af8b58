package dev.curfew.governance.breakglass;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrendTest {
    private static Trend of(long... millis) {
        return new Trend(
                millis.length,
                millis.length,
                Arrays.stream(millis).mapToObj(Duration::ofMillis).toList(),
                Optional.of(Duration.ofMillis(100)));
    }

    @Test
    void whoTakesTwiceAsLongAsUsualIsSlower() {
        assertThat(of(100, 100, 200).slower()).contains(Duration.ofMillis(200));
    }

    @Test
    void aLittleMoreIsNotNorAreTwoDrillsATrend() {
        assertThat(of(100, 100, 199).slower()).isEmpty();
        assertThat(of(100, 900).slower()).isEmpty();
    }

    @Test
    void onlyTheNewestCounts() {
        assertThat(of(100, 900, 100).slower()).isEmpty();
    }
}
