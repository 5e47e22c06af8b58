package dev.curfew.app.console.component.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.finding.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever is found has a word on its chip.
class FindingWordsTest {
    @ParameterizedTest
    @EnumSource
    void everyRuleHasAWord(Rule rule) {
        assertThat(FindingWords.title(rule)).isNotBlank();
    }
}
