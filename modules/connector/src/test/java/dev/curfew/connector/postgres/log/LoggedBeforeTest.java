package dev.curfew.connector.postgres.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LoggedBeforeTest {
    private static final Instant TEN = Instant.parse("2026-11-29T10:00:00Z");

    private final LoggedBefore before = new LoggedBefore(TEN);

    private void take(String time, String user, String severity, String message) {
        before.take(new LogLine(
                "2026-11-29 " + time + ".000 UTC", user, "", "", "", "s", 1, severity, "00000", message, "", ""));
    }

    @Test
    void theNewestChangeIsSaid() {
        take("10:01:00", "", "LOG", "parameter \"log_statement\" changed to \"none\"");
        take("10:02:00", "", "LOG", "parameter \"log_connections\" removed from configuration file, reset to default");
        take("10:03:00", "", "LOG", "starting PostgreSQL 18.0 on x86_64-pc-linux-gnu");

        assertThat(before.gaps())
                .containsExactly(
                        "what it logs was changed since (log_connections, at 2026-11-29T10:02:00Z): before that it may have"
                                + " logged less",
                        "the server was started at 2026-11-29T10:03:00Z: with what settings it logged before that is"
                                + " unknown");
    }

    @Test
    void whatWasBeforeOrIsAboutSomethingElseOrIsSaidByAUserIsNoGap() {
        take("09:59:00", "", "LOG", "parameter \"log_statement\" changed to \"all\"");
        take("09:59:01", "", "LOG", "starting PostgreSQL 18.0 on x86_64-pc-linux-gnu");
        take("10:01:00", "", "LOG", "parameter \"work_mem\" changed to \"8MB\"");
        take("10:02:00", "", "LOG", "parameter \"port\" cannot be changed without restarting the server");
        take("10:03:00", "bo", "LOG", "parameter \"log_statement\" changed to \"all\"");
        take("10:04:00", "", "ERROR", "starting PostgreSQL 18.0");

        assertThat(before.gaps()).isEmpty();
    }
}
