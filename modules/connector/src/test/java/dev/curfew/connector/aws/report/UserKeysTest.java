package dev.curfew.connector.aws.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connector.aws.facts.CredentialFacts;
import dev.curfew.connector.aws.facts.Usages;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.SourceName;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Rows as the IAM User Guide shows them ("Getting credential reports for your AWS account").
class UserKeysTest {
    private static final String ARN = "arn:aws:iam::111122223333:user/ci";
    private static final Instant FIRST = Instant.parse("2024-01-02T03:04:05Z");
    private static final Instant SECOND = Instant.parse("2025-06-07T08:09:10Z");

    private static List<Credential> told(Map<String, String> changed, Credential... keys) {
        Map<String, String> row = new HashMap<>(Map.of(
                "user", "ci",
                "arn", ARN,
                "access_key_1_last_rotated", "2024-01-02T03:04:05+00:00",
                "access_key_1_last_used_date", "2026-11-29T20:00:00+00:00",
                "access_key_1_last_used_region", "eu-west-1",
                "access_key_1_last_used_service", "s3",
                "access_key_2_last_rotated", "2025-06-07T08:09:10+00:00",
                "access_key_2_last_used_date", "N/A",
                "access_key_2_last_used_region", "N/A",
                "access_key_2_last_used_service", "N/A"));
        row.putAll(changed);
        return new UserKeys(Map.of(ARN, new ReportRow(row))).told(List.of(keys));
    }

    private static Credential key(String id, Instant madeAt, Usage usage) {
        IdentityId user = new IdentityId(new SourceName("prod"), ARN);
        return CredentialFacts.accessKey(user, "ci", id, true, madeAt, usage, false);
    }

    private static Credential untold(Instant madeAt) {
        return key("AKIAIOSFODNN7EXAMPLE", madeAt, Usages.keyUnread());
    }

    @Test
    void aKeyIsAtThePlaceThatWasMadeWhenItWas() {
        assertThat(told(Map.of(), untold(FIRST.plusMillis(7)), untold(SECOND)))
                .extracting(Credential::usage)
                .containsExactly(
                        new Usage.Seen(Instant.parse("2026-11-29T20:00:00Z"), "s3 eu-west-1", ReportRow.QUALITY),
                        new Usage.NoneSeen(ReportRow.QUALITY));
    }

    @Test
    void whichKeyItIsIsNotGuessed() {
        assertThat(told(Map.of("access_key_2_last_rotated", "2024-01-02T03:04:05+00:00"), untold(FIRST)))
                .as("both were made at once")
                .isEmpty();
        assertThat(told(Map.of(), untold(FIRST.plusSeconds(1))))
                .as("it was made since")
                .isEmpty();
    }

    @Test
    void whatTheReportDoesNotSayIsNotTold() {
        assertThat(told(Map.of("access_key_1_last_used_date", "no_information"), untold(FIRST)))
                .isEmpty();
    }

    @Test
    void whatIamToldByTheKeysIdStays() {
        assertThat(told(Map.of(), key("AKIAIOSFODNN7EXAMPLE", FIRST, Usages.key(null, "", FIRST))))
                .isEmpty();
    }
}
