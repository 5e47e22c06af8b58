package dev.curfew.app.console.screen.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connector.Connectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionWordsTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "connect it again with --allow-private-addresses.,connect it again with \"Addresses inside a network\".",
                "reconnect with --heir ROLE, reconnect with \"Heir\"",
                "connect the account again with --act-credential,connect the account again with \"Acting credential\"",
                "one page of several: export it again without --max-items and --no-paginate,"
                        + "one page of several: export it again without --max-items and --no-paginate",
                "nothing -- to be said, nothing -- to be said",
            })
    void whatTheFormAsksForIsCalledAsTheFormCallsIt(String said, String shown) {
        assertThat(OptionWords.of(Connectors.kinds(), said)).isEqualTo(shown);
    }
}
