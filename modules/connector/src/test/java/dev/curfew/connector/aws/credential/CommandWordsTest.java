package dev.curfew.connector.aws.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.model.port.SourceException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CommandWordsTest {
    static Stream<Arguments> commands() {
        return Stream.of(
                Arguments.of("/opt/key  --for prod", List.of("/opt/key", "--for", "prod")),
                Arguments.of("\"/opt/my keys/key\" 'a \"b\"'", List.of("/opt/my keys/key", "a \"b\"")),
                Arguments.of("/opt/my\\ keys/key \"\" x\"y z\"", List.of("/opt/my keys/key", "", "xy z")),
                Arguments.of("key $HOME; rm `x` | y > z", List.of("key", "$HOME;", "rm", "`x`", "|", "y", ">", "z")),
                Arguments.of("key --match \"a\\.b \\\"c\\\"\"", List.of("key", "--match", "a\\.b \"c\"")),
                Arguments.of(" ", List.of()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void partsWordsAndDoesNothingElse(String command, List<String> words) {
        assertThat(CommandWords.of(command)).isEqualTo(words);
    }

    @Test
    void aQuoteHasToBeClosed() {
        assertThatThrownBy(() -> CommandWords.of("key 'a"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("not closed");
    }
}
