package dev.curfew.snapshot.store.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EndsTest {

    @Test
    void aFactHasEndedFromItsSyncOnAndNotBefore() {
        Ends ends =
                Ends.of(Ends.NONE.with(List.of(999, 0), 7).with(List.of(3), 300).toBytes());

        assertThat(ends.count()).isEqualTo(3);
        assertThat(ends.isEnded(0, 6)).isFalse();
        assertThat(ends.isEnded(0, 7)).isTrue();
        assertThat(ends.isEnded(999, 7)).isTrue();
        assertThat(ends.isEnded(3, 299)).isFalse();
        assertThat(ends.isEnded(3, 300)).isTrue();
        assertThat(ends.isEnded(4, 300)).isFalse();
    }

    @Test
    void nothingIsNone() {
        assertThat(Ends.of(null).isEnded(0, Long.MAX_VALUE)).isFalse();
        assertThat(Ends.NONE.toBytes()).isEmpty();
    }
}
