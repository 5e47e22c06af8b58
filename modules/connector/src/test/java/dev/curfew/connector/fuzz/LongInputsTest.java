package dev.curfew.connector.fuzz;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Inputs longer than the fuzzer tries: what took minutes or a whole stack for them once is read or refused in moments.
class LongInputsTest {
    /// Each takes less than a second; a loaded machine is ten times slower.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int MANY = 100_000;

    static Stream<Arguments> inputs() {
        return Stream.of(
                Arguments.of("first lines of PEM blocks without a last", "p" + "-----BEGIN A-----\n".repeat(MANY)),
                Arguments.of(
                        "headers of a PEM block", "p-----BEGIN A-----\n" + "A: b\n".repeat(MANY) + "-----END A-----"),
                Arguments.of("folders in a pattern of owners", "O" + "**/".repeat(40) + "x @a\n"),
                Arguments.of("stars in a pattern of owners", "O" + "*a".repeat(60) + "x @a\n"),
                Arguments.of("lists in front matter", "S---\nname: " + "[".repeat(MANY / 2) + "\n---\n"),
                Arguments.of("maps in front matter", "S---\nname: " + "{a: ".repeat(10_000) + "\n---\n"),
                Arguments.of("a list in itself", "S---\nname: &a [[*a]]\n---\n"),
                Arguments.of("lists in a kubeconfig", "kclusters contexts users: " + "[".repeat(MANY)),
                Arguments.of("dashes in a kubeconfig", "kclusters: contexts\nusers:\n " + "- ".repeat(MANY)),
                Arguments.of("values of one name", "E" + each("PASSWORD=abcdefgh%d\n")),
                Arguments.of(
                        "keys and their ids",
                        "E" + each("AKIAIOSFOD%06d\nAWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCY%1$08d\n")));
    }

    private static String each(String line) {
        return IntStream.range(0, 20_000).mapToObj(line::formatted).collect(Collectors.joining());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inputs")
    void isReadOrRefusedInMoments(String what, String input) {
        assertTimeoutPreemptively(
                PATIENCE, () -> ParserFuzz.PARSERS.read(input.getBytes(StandardCharsets.UTF_8)), what);
    }
}
