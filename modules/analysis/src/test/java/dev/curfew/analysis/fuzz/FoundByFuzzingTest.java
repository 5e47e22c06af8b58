package dev.curfew.analysis.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Inputs that the fuzzer once brought something down with, cut to what mattered.
class FoundByFuzzingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                // an ARN of a federated user without the user
                "a{\"request\":{\"principalArn\":\"arn:aws:iam::111122223333:federated-user\",\"action\":\"s3:Get\","
                        + "\"resourceArn\":\"*\"}}",
            })
    void isRefusedOrAnswered(String input) {
        assertThatCode(() -> ParserFuzz.fuzzerTestOneInput(input.getBytes(StandardCharsets.UTF_8)))
                .doesNotThrowAnyException();
    }
}
