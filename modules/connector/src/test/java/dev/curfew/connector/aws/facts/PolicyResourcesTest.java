package dev.curfew.connector.aws.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyResourcesTest {
    @ParameterizedTest
    @CsvSource({
        "arn:aws:s3:::logs, arn:aws:s3:::logs, aws.s3, logs",
        "arn:aws:s3:::logs/*, arn:aws:s3:::logs, aws.s3, logs",
        "arn:aws:s3:::logs/a?/${aws:username}, arn:aws:s3:::logs, aws.s3, logs",
        "arn:aws:sqs:eu-west-1:111122223333:jobs, arn:aws:sqs:eu-west-1:111122223333:jobs, aws.sqs, jobs",
        "arn:aws-cn:kms:cn-north-1:111122223333:key/1-2, arn:aws-cn:kms:cn-north-1:111122223333:key/1-2, aws.kms,"
                + " key/1-2"
    })
    void namesWhatIsNamedExactly(String resource, String arn, String kind, String name) {
        assertThat(arnsOf("{\"Statement\":[{\"Resource\":\"" + resource + "\"}]}"))
                .containsExactly(arn);
        assertThat("aws." + PolicyResources.service(arn)).isEqualTo(kind);
        assertThat(PolicyResources.name(arn)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "arn:aws:s3:::*",
                "arn:aws:s3:::logs-*/a",
                "arn:aws:s3:::${aws:PrincipalAccount}",
                "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-??????",
                "arn:aws:*:eu-west-1:111122223333:jobs",
                "arn:aws:iam::111122223333:role/r",
                "arn:aws:sts::111122223333:assumed-role/r/s",
                "arn:aws:s3",
                "arn:aws:sqs:eu-west-1:111122223333:with space",
                ""
            })
    void leavesPatternsAndIdentitiesAlone(String resource) {
        assertThat(arnsOf("{\"Statement\":{\"Resource\":[\"" + resource + "\"]}}"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "7", "{\"Statement\":7}", "{\"Statement\":[{\"Resource\":{\"a\":1}},7,null]}"})
    void survivesWhatIsNoPolicy(String text) {
        assertThat(arnsOf(text)).isEmpty();
    }

    @Test
    void keepsTheFirstInOrderWhenThereAreTooMany() {
        PolicyResources resources = new PolicyResources();
        String many = IntStream.rangeClosed(0, PolicyResources.ARNS_MAX)
                .mapToObj(i -> "\"arn:aws:s3:::b%06d\"".formatted(PolicyResources.ARNS_MAX - i))
                .collect(Collectors.joining(","));

        resources.add("{\"Statement\":{\"Resource\":[" + many + "]}}");

        assertThat(resources.overflowed()).isTrue();
        assertThat(resources.arns())
                .hasSize(PolicyResources.ARNS_MAX)
                .startsWith("arn:aws:s3:::b000000")
                .endsWith("arn:aws:s3:::b019999");
    }

    private static List<String> arnsOf(String policy) {
        PolicyResources resources = new PolicyResources();
        resources.add(policy);
        return resources.arns();
    }
}
