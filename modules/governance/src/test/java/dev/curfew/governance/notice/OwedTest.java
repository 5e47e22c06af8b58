package dev.curfew.governance.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.notice.Owed.What;
import dev.curfew.model.notice.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Whose turn it is to hear that an owner did not answer.
class OwedTest {
    private static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");
    private static final String GRACE = "grace@example.org";

    private final Happenings happenings = new Happenings("w", new Escalation(Duration.ofHours(1), List.of("bo", "cy")));

    /// An address, or who is to act.
    private List<String> told(Instant now) {
        Owed owed = new Owed(What.ASKED, "a-1", "grace", "grace", 2, AT, GRACE);
        return happenings.overdue(owed, now).stream().map(OwedTest::hearer).toList();
    }

    private static String hearer(Notice notice) {
        return notice.address().isEmpty() ? String.join(" ", notice.officers()) : notice.address();
    }

    @Test
    void theOwnerHearsOfItAndThenEachReviewer() {
        assertThat(told(AT)).containsExactly(GRACE);
        assertThat(told(AT.plus(Duration.ofHours(1)))).containsExactly(GRACE, "bo");
        assertThat(told(AT.plus(Duration.ofHours(2)))).containsExactly(GRACE, "bo", "cy");
        assertThat(told(AT.plus(Duration.ofDays(9)))).containsExactly(GRACE, "bo", "cy");
    }

    @Test
    void whereTheClockWasSetBackItIsTheFirstOnesTurn() {
        assertThat(told(AT.minus(Duration.ofDays(3)))).containsExactly(GRACE);
    }
}
