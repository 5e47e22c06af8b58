package dev.curfew.governance.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalTest {
    @ParameterizedTest
    @EnumSource(Refusal.class)
    void everyRefusalHasWordsThatTakeAllTheirArguments(Refusal refusal) {
        assertThat(refusal.words("one", "two", "three", "four")).isNotBlank().doesNotContain("{");
    }

    @Test
    void wordsNameWhatTheyAreAbout() {
        assertThat(Refusal.SELF_APPROVAL.words("r-7f3k2", "ada"))
                .isEqualTo("ada asked for r-7f3k2 and cannot approve it. Another officer has to.");
    }

    @ParameterizedTest
    @CsvSource({"PT15M,15 min", "PT1H30M,1 h 30 min", "PT48H,2 d", "PT0S,0 s", "PT1M1S,1 min 1 s"})
    void spansReadAsAPersonSaysThem(Duration length, String words) {
        assertThat(Spans.words(length)).isEqualTo(words);
    }
}
