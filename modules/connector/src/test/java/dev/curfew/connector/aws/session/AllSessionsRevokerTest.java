package dev.curfew.connector.aws.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AllSessionsRevokerTest {
    private static final String DENIAL = """
            {"Statement":[{"Action":"*","Condition":{"DateLessThan":{"aws:TokenIssueTime":"2026-11-30T13:00:00Z"}},\
            "Effect":"Deny","Resource":"*","Sid":"CurfewEndedSessions"}],"Version":"2012-10-17"}""";

    @Test
    void itsOwnTextSaysBeforeWhenSessionsBeganThatItDenies() {
        assertThat(AllSessionsRevoker.before(DENIAL)).contains("2026-11-30T13:00:00Z");
    }

    @Test
    void anotherTextInItsPlaceDeniesNothing() {
        assertThat(AllSessionsRevoker.before(DENIAL.replace("Deny", "Allow"))).isEmpty();
        assertThat(AllSessionsRevoker.before(DENIAL.replace("\"Action\":\"*\"", "\"Action\":\"s3:*\"")))
                .isEmpty();
        assertThat(AllSessionsRevoker.before("{}")).isEmpty();
    }
}
