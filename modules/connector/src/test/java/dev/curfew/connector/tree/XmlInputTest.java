package dev.curfew.connector.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class XmlInputTest {
    @Test
    void readsFieldsListsTextsAndNothing() {
        Reading root = XmlInput.read(
                "<a xmlns='x'>\n <b> t&amp;<![CDATA[<u>]]> </b><c><member>1</member><member/></c><d/></a>", "a");

        assertThat(root.text("b")).isEqualTo(" t&<u> ");
        assertThat(root.list("c", Reading::textOf)).containsExactly("1", "");
        assertThat(root.list("d", Reading::textOf)).isEmpty();
        assertThat(root.optionalText("d")).isEmpty();
        assertThat(root.require("c").place().path()).isEqualTo("$.c");
    }

    /// The JDK limits what entities may add; characters that are merely escaped are none of it.
    @Test
    void readsALargeTextOfEscapedCharacters() {
        assertThat(XmlInput.read("<a><b>" + "&quot;&#34;".repeat(200_000) + "</b></a>", "a")
                        .text("b"))
                .isEqualTo("\"".repeat(400_000));
    }

    static Stream<Arguments> bad() {
        String bomb = "<!DOCTYPE a [<!ENTITY x 'xxxxxxxxxx'><!ENTITY y '&x;&x;&x;&x;'>]><a>&y;</a>";
        return Stream.of(
                arguments("", Problem.UNREADABLE),
                arguments("text", Problem.UNREADABLE),
                arguments("<a><b></a>", Problem.UNREADABLE),
                arguments("<a>", Problem.UNREADABLE),
                arguments("<b/>", Problem.FOREIGN),
                arguments("<a><b/><b/></a>", Problem.DUPLICATE),
                arguments("<a><b/><member/></a>", Problem.WRONG_TYPE),
                arguments("<!DOCTYPE a><a/>", Problem.UNREADABLE),
                arguments("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>", Problem.UNREADABLE),
                arguments("<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/x.dtd'><a/>", Problem.UNREADABLE),
                arguments(bomb, Problem.UNREADABLE),
                arguments("<a>" + "<b>".repeat(65) + "</b>".repeat(65) + "</a>", Problem.LIMIT));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void refusesWhatIsBad(String xml, Problem problem) {
        assertThatThrownBy(() -> XmlInput.read(xml, "a"))
                .isInstanceOfSatisfying(
                        MalformedException.class, e -> assertThat(e.problem()).isEqualTo(problem));
    }
}
