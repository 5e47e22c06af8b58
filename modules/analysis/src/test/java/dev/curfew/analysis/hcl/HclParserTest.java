package dev.curfew.analysis.hcl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.analysis.PolicySyntaxException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// HCL 1 as <https://github.com/hashicorp/hcl/tree/hcl1#syntax> has it.
class HclParserTest {

    @Test
    void keysLabelsListsAndBlocksAreReadWithTheirLines() throws PolicySyntaxException {
        HclValue.Body body = HclParser.parse("""
            # comment
            path "a/b" { // another
              list = [1, "two", true,]
              map = { "k" = [] } /* and
              one more */ key.with-dots = "x"
            }
            """);

        assertThat(body)
                .isEqualTo(body(new HclItem(
                        List.of("path", "a/b"),
                        body(
                                new HclItem(
                                        List.of("list"),
                                        new HclValue.Items(List.of(
                                                new HclValue.Digits("1"),
                                                new HclValue.Text("two"),
                                                new HclValue.Truth(true))),
                                        3),
                                new HclItem(
                                        List.of("map"),
                                        body(new HclItem(List.of("k"), new HclValue.Items(List.of()), 4)),
                                        4),
                                new HclItem(List.of("key.with-dots"), new HclValue.Text("x"), 5)),
                        2)));
    }

    @Test
    void escapesAreGosAndInterpolationStaysAsItIs() throws PolicySyntaxException {
        assertThat(HclParser.parse("a = \"\\x41\\u00e9\\n\\\"\\\\ ${f(\"x\")}\""))
                .isEqualTo(body(new HclItem(List.of("a"), new HclValue.Text("A\u00e9\n\"\\ ${f(\"x\")}"), 1)));
    }

    @Test
    void aHeredocIsAText() throws PolicySyntaxException {
        assertThat(HclParser.parse("a = <<EOT\nx\n y\nEOT\nb = 1"))
                .isEqualTo(body(
                        new HclItem(List.of("a"), new HclValue.Text("x\n y\n"), 1),
                        new HclItem(List.of("b"), new HclValue.Digits("1"), 5)));
    }

    @Test
    void nestedObjectsOfJsonAreLabelsAndListsOfObjectsAreRepetitions() throws PolicySyntaxException {
        HclValue.Items none = new HclValue.Items(List.of());
        assertThat(HclParser.parse("{\"path\": [{\"a\": {\"x\": []}}, {\"b\": {\"x\": []}}]}"))
                .isEqualTo(body(
                        new HclItem(List.of("path", "a"), body(new HclItem(List.of("x"), none, 1)), 1),
                        new HclItem(List.of("path", "b"), body(new HclItem(List.of("x"), none, 1)), 1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "a { b =", "a = [1 2]", "= 1", "a = \"x", "a = \"x\ny\"", "a { b = 1", "a = @", "/* x"})
    void whatIsNoHclIsRefused(String text) {
        assertThatThrownBy(() -> HclParser.parse(text)).isInstanceOf(PolicySyntaxException.class);
    }

    @Test
    void nestingHasALimit() {
        assertThatThrownBy(() -> HclParser.parse("a = " + "[".repeat(10_000)))
                .isInstanceOf(PolicySyntaxException.class)
                .hasMessageContaining("nested deeper than 50");
    }

    private static HclValue.Body body(HclItem... items) {
        return new HclValue.Body(List.of(items));
    }
}
