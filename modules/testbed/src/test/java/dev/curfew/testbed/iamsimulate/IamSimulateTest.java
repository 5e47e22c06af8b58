package dev.curfew.testbed.iamsimulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/// It installs, starts and answers.
@WithIamSimulate
class IamSimulateTest {
    private static final String CASE = """
            {"id":"a","request":{"principalArn":"arn:aws:iam::111122223333:role/ci","action":"s3:GetObject",\
            "resourceArn":"arn:aws:s3:::logs/a","resourceAccount":"111122223333","context":{}},\
            "identityPolicies":[{"name":"p","policy":{"Version":"2012-10-17","Statement":[\
            {"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}}],"serviceControlPolicies":[[]]}""";

    @Test
    void answersComeInOrderAndAFaultIsAnAnswerToo(IamSimulate simulate) {
        String refused = "{\"id\":\"a\",\"verdict\":\"ImplicitlyDenied\",\"blockedBy\":[\"scp\"]}";
        String allowed = "{\"id\":\"a\",\"verdict\":\"Allowed\",\"blockedBy\":[]}";

        List<String> answers = simulate.ask(List.of(CASE, CASE.replace("[[]]", "[]"), "{\"id\":7}"));

        assertThat(answers.subList(0, 2)).containsExactly(refused, allowed);
        assertThat(answers.getLast()).startsWith("{\"id\":7,\"error\":\"TypeError");
    }

    @Test
    void manyCasesDoNotBlockEachOther(IamSimulate simulate) {
        List<String> answers = simulate.ask(Collections.nCopies(2_000, CASE));

        assertThat(answers).hasSize(2_000).allMatch(answer -> answer.contains("\"scp\""));
    }
}
