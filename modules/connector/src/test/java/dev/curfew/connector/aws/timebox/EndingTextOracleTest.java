package dev.curfew.connector.aws.timebox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.connector.aws.details.Principal;
import dev.curfew.model.port.SourceException;
import dev.curfew.testbed.iamsimulate.IamSimulate;
import dev.curfew.testbed.iamsimulate.WithIamSimulate;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the documents that put an end on standing access mean, by an evaluator that is not ours.
@WithIamSimulate
class EndingTextOracleTest {
    private static final Instant END = Instant.parse("2026-12-04T18:00:00Z");
    private static final String BEFORE = "2026-12-04T17:59:59Z";
    private static final String AT = "2026-12-04T18:00:00Z";
    private static final String ROLE = "arn:aws:iam::111122223333:role/exporter";
    private static final String EVERYTHING = policy("{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}");

    @Test
    void whatAPolicyAllowsIsAllowedUntilTheEnd(IamSimulate simulate) {
        String ending = EndingText.within(EVERYTHING, END);

        assertThat(verdicts(simulate, "s3:GetObject", BEFORE, ending)).containsExactly("Allowed");
        assertThat(verdicts(simulate, "s3:GetObject", AT, ending)).containsExactly("ImplicitlyDenied");
    }

    @Test
    void whatAPolicyDeniesStaysDenied(IamSimulate simulate) {
        String denial = policy("{\"Effect\":\"Deny\",\"Action\":\"s3:GetObject\",\"Resource\":\"*\"}");
        String ending = EndingText.within(denial, END);

        assertThat(ending).isEqualTo(denial);
        assertThat(verdicts(simulate, "s3:GetObject", AT, EVERYTHING, ending)).containsExactly("ExplicitlyDenied");
    }

    @Test
    void anEndThatStandsThereAlreadyHoldsBesideTheNewOne(IamSimulate simulate) {
        for (String hour : List.of("12", "20")) {
            String ending = EndingText.within(policy("""
                            {"Effect":"Allow","Action":"*","Resource":"*","Condition":{"DateLessThan":
                            {"aws:CurrentTime":"2026-12-04T%s:00:00Z"}}}""".formatted(hour)), END);

            assertThat(verdicts(simulate, "s3:GetObject", "2026-12-04T11:00:00Z", ending))
                    .containsExactly("Allowed");
            assertThat(verdicts(simulate, "s3:GetObject", "2026-12-04T19:00:00Z", ending))
                    .containsExactly("ImplicitlyDenied");
            assertThat(verdicts(simulate, "s3:GetObject", "2026-12-04T13:00:00Z", ending))
                    .containsExactly(hour.equals("12") ? "ImplicitlyDenied" : "Allowed");
        }
    }

    @Test
    void otherConditionsStayAndAThirdEndFindsNoRoom() {
        String once = EndingText.within(policy("""
                        {"Effect":"Allow","Action":"*","Resource":"*",\
                        "Condition":{"StringEquals":{"aws:PrincipalTag/t":"a"}}}"""), END);

        assertThat(once).contains("\"StringEquals\":{\"aws:PrincipalTag/t\":\"a\"}", "\"DateLessThan\"");
        String twice = EndingText.within(once, END);
        assertThatThrownBy(() -> EndingText.within(twice, END)).isInstanceOf(SourceException.class);
    }

    @Test
    void aDenialOfEverythingEndsAllAndKeepsItself(IamSimulate simulate) {
        String denial = EndingText.denial(END, ROLE, new Principal("Role", "exporter").changes());

        assertThat(verdicts(simulate, "s3:GetObject", BEFORE, EVERYTHING, denial))
                .containsExactly("Allowed");
        assertThat(verdicts(simulate, "s3:GetObject", AT, EVERYTHING, denial)).containsExactly("ExplicitlyDenied");
        assertThat(verdicts(simulate, "iam:DeleteRolePolicy", BEFORE, EVERYTHING, denial))
                .containsExactly("ExplicitlyDenied");
    }

    private static String policy(String statement) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[" + statement + "]}";
    }

    private static List<String> verdicts(IamSimulate simulate, String action, String time, String... policies) {
        String identity = Stream.of(policies)
                .map(policy -> "{\"name\":\"p" + policy.hashCode() + "\",\"policy\":" + policy + "}")
                .reduce((one, other) -> one + "," + other)
                .orElseThrow();
        String resource = action.startsWith("iam:") ? ROLE : "arn:aws:s3:::logs/a";
        String asked = """
                {"id":"a","request":{"principalArn":"%s","action":"%s",\
                "resourceArn":"%s","resourceAccount":"111122223333",\
                "context":{"aws:CurrentTime":["%s"]}},\
                "identityPolicies":[%s],"serviceControlPolicies":[]}""".formatted(ROLE, action, resource, time, identity);
        return simulate.ask(List.of(asked)).stream()
                .map(answer -> answer.replaceAll(".*\"verdict\":\"(\\w+)\".*", "$1"))
                .toList();
    }
}
