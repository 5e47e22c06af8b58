package dev.curfew.connector.aws.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.attribute.Usage;
import dev.curfew.model.attribute.UsageQuality;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UsagesTest {
    private static final Instant USED = Instant.parse("2026-11-20T10:00:00Z");
    private static final UsageQuality KEY =
            new UsageQuality("GetAccessKeyLastUsed", Duration.ofHours(4), Duration.ZERO, true);

    @Test
    void aKeysUseIsSeen() {
        assertThat(Usages.key(USED, "s3 eu-west-1", USED)).isEqualTo(new Usage.Seen(USED, "s3 eu-west-1", KEY));
    }

    @Test
    void aKeyYoungerThanTheRecordWithoutUseWasNotSeen() {
        assertThat(Usages.key(null, "", Instant.parse("2015-04-22T00:00:00Z"))).isEqualTo(new Usage.NoneSeen(KEY));
    }

    @Test
    void aKeyOlderThanTheRecordMayHaveBeenUsedBeforeIt() {
        assertThat(Usages.key(null, "", Instant.parse("2015-04-21T23:59:59Z"))).isInstanceOf(Usage.NotObserved.class);
        assertThat(Usages.key(null, "", null)).isInstanceOf(Usage.NotObserved.class);
    }
}
