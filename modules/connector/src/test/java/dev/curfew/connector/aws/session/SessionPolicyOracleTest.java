package dev.curfew.connector.aws.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.SourceException;
import dev.curfew.testbed.iamsimulate.IamSimulate;
import dev.curfew.testbed.iamsimulate.WithIamSimulate;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the documents that a session is issued and ended with mean, by an evaluator that is not ours.
@WithIamSimulate
class SessionPolicyOracleTest {
    private static final Instant UNTIL = Instant.parse("2026-11-29T18:00:00Z");
    private static final String READS = """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::logs/*"}}""";
    private static final String EVERYTHING = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""";
    private static final SessionRole ROLE =
            new SessionRole("arn:aws:iam::111122223333:role/ops/curfew-session", "curfew-session");
    private static final SessionName SESSION = SessionName.expected(ROLE, "curfew-r1", UNTIL);

    @Test
    void aSessionMayDoWhatWasAskedForUntilItsEndAndNothingElse(IamSimulate simulate) {
        String policy = SessionPolicy.document(READS, UNTIL);

        assertThat(verdicts(
                        simulate,
                        session(policy, "s3:GetObject", "2026-11-29T17:59:59Z"),
                        session(policy, "s3:GetObject", "2026-11-29T18:00:00Z"),
                        session(policy, "s3:PutObject", "2026-11-29T17:00:00Z")))
                .containsExactly("Allowed", "ExplicitlyDenied", "ImplicitlyDenied");
    }

    @Test
    void theDenialEndsThatSessionAndNoOther(IamSimulate simulate) {
        assertThat(verdicts(simulate, denied("AROAEXAMPLE:curfew-r1"), denied("AROAEXAMPLE:curfew-r12")))
                .containsExactly("ExplicitlyDenied", "Allowed");
    }

    @Test
    void aLongPolicyGoesByItsArnAndAnInlineOneNot() {
        String text = READS.replace("logs/*", "x".repeat(2_000));
        SourceName source = new SourceName("aws");
        PolicyId managed = new PolicyId(source, "arn:aws:iam::111122223333:policy/long");
        PolicyId inline = new PolicyId(source, "arn:aws:iam::111122223333:role/r#inline/long");

        assertThat(SessionPolicy.parameters(managed, text, UNTIL))
                .containsEntry("PolicyArns.member.1.arn", managed.nativeId())
                .hasEntrySatisfying("Policy", rest -> assertThat(rest).contains("CurfewEnds"));
        assertThatThrownBy(() -> SessionPolicy.parameters(inline, text, UNTIL)).isInstanceOf(SourceException.class);
    }

    private static List<String> verdicts(IamSimulate simulate, String... cases) {
        return simulate.ask(List.of(cases)).stream()
                .map(answer -> answer.replaceAll(".*\"verdict\":\"(\\w+)\".*", "$1"))
                .toList();
    }

    private static String session(String sessionPolicy, String action, String time) {
        return """
                {"id":"a","request":{"principalArn":"%s","action":"%s",\
                "resourceArn":"arn:aws:s3:::logs/a","resourceAccount":"111122223333",\
                "context":{"aws:CurrentTime":["%s"]}},"sessionPolicy":%s,\
                "identityPolicies":[{"name":"p","policy":%s}],"serviceControlPolicies":[]}""".formatted(SESSION.arn(), action, time, sessionPolicy, EVERYTHING);
    }

    private static String denied(String userId) {
        return """
                {"id":"a","request":{"principalArn":"%s","action":"s3:GetObject",\
                "resourceArn":"arn:aws:s3:::logs/a","resourceAccount":"111122223333",\
                "context":{"aws:userid":["%s"]}},\
                "identityPolicies":[{"name":"p","policy":%s},{"name":"d","policy":%s}],"serviceControlPolicies":[]}""".formatted(SESSION.arn(), userId, EVERYTHING, Denial.document(SESSION));
    }
}
