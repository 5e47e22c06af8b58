package dev.curfew.app.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DurationTextTest {

    @ParameterizedTest
    @CsvSource({"15m,PT15M", "1h30m,PT1H30M", "2d,PT48H", "90s,PT1M30S", "PT15M,PT15M", "1H,PT1H"})
    void readsWhatPeopleType(String typed, Duration expected) {
        assertThat(new DurationText().convert(typed)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "15", "m", "fifteen", "15m1h", "1.5h"})
    void refusesWhatItWouldHaveToGuess(String typed) {
        assertThatThrownBy(() -> new DurationText().convert(typed))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("15m, 1h30m or 2d");
    }
}
