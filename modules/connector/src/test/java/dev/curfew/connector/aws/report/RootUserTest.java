package dev.curfew.connector.aws.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.id.SourceName;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Rows as the IAM User Guide shows them ("Getting credential reports for your AWS account").
class RootUserTest {
    private static final String ARN = "arn:aws:iam::111122223333:root";

    private static List<Credential> of(Map<String, String> changed) {
        Map<String, String> row = new HashMap<>(Map.of(
                "user", "<root_account>",
                "arn", ARN,
                "user_creation_time", "2019-01-02T03:04:05+00:00",
                "password_enabled", "not_supported",
                "password_last_used", "2026-11-29T20:00:00+00:00",
                "mfa_active", "false",
                "access_key_1_active", "true",
                "access_key_1_last_rotated", "2020-01-02T03:04:05+00:00",
                "access_key_1_last_used_date", "N/A",
                "access_key_2_active", "false"));
        row.putAll(changed);
        return new RootUser(new SourceName("prod"), "credential-report", new ReportRow(row)).credentials();
    }

    @Test
    void hasAPasswordAndTheKeysThatAreActive() {
        assertThat(of(Map.of()))
                .extracting(it -> it.id().nativeId(), Credential::kind, Credential::createdAt)
                .containsExactly(
                        tuple(ARN + "#password", "aws.password", Instant.parse("2019-01-02T03:04:05Z")),
                        tuple(ARN + "#access-key-1", "aws.root-access-key", Instant.parse("2020-01-02T03:04:05Z")));
        assertThat(of(Map.of("access_key_2_active", "true", "password_enabled", "false")))
                .extracting(it -> it.id().nativeId())
                .containsExactly(ARN + "#access-key-1", ARN + "#access-key-2");
    }

    @Test
    void tellsWhenEachWasUsedAndWithoutWhatSecondFactor() {
        assertThat(of(Map.of()).getFirst().usage())
                .isInstanceOfSatisfying(
                        Usage.Seen.class,
                        seen -> assertThat(seen.at()).isEqualTo(Instant.parse("2026-11-29T20:00:00Z")));
        assertThat(of(Map.of()).getLast().usage()).isInstanceOf(Usage.NoneSeen.class);
        assertThat(of(Map.of())).allSatisfy(it -> assertThat(it.attributes()).containsEntry("mfa", "false"));
    }

    @Test
    void isNotSaidToBeUnusedWhereTheReportDoesNotTellOfUse() {
        assertThat(of(Map.of("password_last_used", "", "access_key_1_last_used_date", "")))
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.usage()).isInstanceOf(Usage.NotObserved.class));
        assertThat(of(Map.of("password_last_used", "no_information")).getFirst().usage())
                .isInstanceOf(Usage.NoneSeen.class);
    }
}
