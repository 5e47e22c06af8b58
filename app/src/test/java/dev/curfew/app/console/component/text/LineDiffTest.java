package dev.curfew.app.console.component.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.console.component.text.LineDiff.Kind;
import dev.curfew.app.console.component.text.LineDiff.Line;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LineDiffTest {

    private static String told(String before, String after) {
        return LineDiff.of(before, after).stream()
                .map(line -> switch (line.kind()) {
                            case STAYS -> " ";
                            case GOES -> "-";
                            case COMES -> "+";
                        }
                        + line.text())
                .collect(Collectors.joining("|"));
    }

    @Test
    void whatBothHaveInOneOrderStays() {
        assertThat(told("a\nb\nc\nd", "a\nc\nx\nd")).isEqualTo(" a|-b| c|+x| d");
    }

    @Test
    void theSameTextLosesNothing() {
        assertThat(told("a\nb", "a\nb\n")).isEqualTo(" a| b");
    }

    @Test
    void fromAndToNothing() {
        assertThat(told("", "a")).isEqualTo("+a");
        assertThat(told("a", "")).isEqualTo("-a");
    }

    @Test
    void whatIsTooLargeToCompareIsToldAsAWhole() {
        String before = String.join("\n", Collections.nCopies(3_000, "same"));
        List<Line> lines = LineDiff.of(before, before);
        assertThat(lines).filteredOn(line -> line.kind() == Kind.GOES).hasSize(3_000);
        assertThat(lines).filteredOn(line -> line.kind() == Kind.COMES).hasSize(3_000);
    }
}
