package dev.curfew.connector.aws.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connector.http.HttpOutcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How the services' protocols name an error, as Smithy describes them.
class AwsErrorTextTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            ResourceNotFoundException,                               {"message":"no"}
            ResourceNotFoundException:http://internal.example/coral/, {"message":"no"}
            aws.eks#ResourceNotFoundException:http://internal.example, {}
            ResourceNotFoundException,
            ,                                                        {"code":"ResourceNotFoundException"}
            ,                                                        {"__type":"aws.eks#ResourceNotFoundException"}
            """)
    void isNamedInAHeaderOrInTheBody(String header, String body) {
        Map<String, List<String>> headers = header == null ? Map.of() : Map.of("x-amzn-errortype", List.of(header));
        AwsAnswer answer = AwsErrorText.read(new HttpOutcome.Answered(404, headers, body == null ? "" : body));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        AwsAnswer.Failed.class,
                        failed -> assertThat(failed.code()).isEqualTo("ResourceNotFoundException"));
    }
}
