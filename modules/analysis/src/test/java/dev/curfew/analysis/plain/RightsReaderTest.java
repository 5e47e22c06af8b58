package dev.curfew.analysis.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.model.right.Right;
import dev.curfew.model.right.RightLevel;
import dev.curfew.model.right.Rights;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RightsReaderTest {
    private static final List<RightLevel> LEVELS = List.of(RightLevel.values());

    @Test
    void whatWasStatedIsRead() throws PolicySyntaxException {
        for (long seed = 0; seed < 200; seed++) {
            Rights rights = Rights.of(random(new Random(seed)));

            assertThat(RightsReader.read(rights.text())).as("seed %d", seed).isEqualTo(rights.statements());
        }
    }

    private static List<Right> random(Random random) {
        List<Right> statements = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            RightLevel level = LEVELS.get(random.nextInt(LEVELS.size()));
            String on = random.nextInt(5) == 0 ? Rights.WHOLE : "thing/" + random.nextInt(3) + "\"é\\";
            Right right = Right.of(level, on, random.nextBoolean() ? new String[0] : new String[] {"GO", "DO \"it\""});
            statements.add(right.provided(random.nextBoolean() ? "" : "at night")
                    .named(random.nextBoolean() ? "" : "s" + i)
                    .from(random.nextBoolean() ? "" : "list"));
        }
        return statements;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{}",
                "{'statements':{}}",
                "{'statements':[],'deny':[]}",
                "{'statements':['x']}",
                "{'statements':[{'on':'x'}]}",
                "{'statements':[{'level':'read'}]}",
                "{'statements':[{'level':'read','on':''}]}",
                "{'statements':[{'level':'READ','on':'x'}]}",
                "{'statements':[{'level':'own','on':'x'}]}",
                "{'statements':[{'level':'read','on':'x','unless':'y'}]}",
                "{'statements':[{'level':'read','on':['x']}]}",
                "{'statements':[{'level':'read','on':'x','actions':'SELECT'}]}",
                "{'statements':[{'level':'read','on':'x','actions':[1]}]}",
                "{'statements':[{'level':'read','on':'x','condition':true}]}",
            })
    void whatIsNotUnderstoodWholeIsNotUnderstood(String text) {
        assertThatExceptionOfType(PolicySyntaxException.class)
                .isThrownBy(() -> RightsReader.read(text.replace('\'', '"')));
    }
}
