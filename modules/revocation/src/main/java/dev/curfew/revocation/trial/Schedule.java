package dev.curfew.revocation.trial;

import dev.curfew.revocation.catalogue.Revocability;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// When to try a credential again.
///
/// @param first after a try that was accepted or had no answer, while a refusal may come at any moment; doubles from
///     one to the next after that
/// @param longest the pause grows no further
/// @param confirm after a refusal, before the next that confirms it
/// @param waitLeast how long after the act it is waited at least for a first refusal
/// @param waitMost how long at most; then it is said that it still works
/// @param triesMax a target that flaps is not tried for ever
public record Schedule(
        Duration first, Duration longest, Duration confirm, Duration waitLeast, Duration waitMost, int triesMax) {
    /// Short enough that revocation latency is measured to a quarter of a second while the refusal is expected, long
    /// enough to stay far below any provider's rate limit. Two minutes is what a person waits for before the screen;
    /// `revoke verify` looks again.
    public static final Schedule DEFAULT = new Schedule(
            Duration.ofMillis(250),
            Duration.ofSeconds(5),
            Duration.ofMillis(250),
            Duration.ofSeconds(5),
            Duration.ofMinutes(2),
            90);

    /// Measured spreading times vary: AWS was seen at 3 to 4 s, and once far slower.
    private static final int EXPECTED_TIMES = 5;

    private static final Duration EXPECTED_MOST = Duration.ofSeconds(15);

    /// How long after the act to wait for the first refusal of such a credential.
    public Duration waitFor(@Nullable Revocability kind) {
        Duration usual = kind == null ? null : kind.refusedWithin();
        if (usual == null) {
            return waitMost;
        }
        Duration patient = usual.multipliedBy(EXPECTED_TIMES);
        return Collections.min(List.of(waitMost, Collections.max(List.of(waitLeast, patient))));
    }

    /// @param unrefused tries in a row that were not refused, from 1
    public Duration pause(int unrefused, @Nullable Revocability kind) {
        int expectedTries = (int) expected(kind).dividedBy(first);
        return doubled(first, unrefused - expectedTries, longest);
    }

    /// Until when the refusal is expected; what is said to take a minute was through in ten seconds wherever it was
    /// seen.
    private Duration expected(@Nullable Revocability kind) {
        Duration usual = kind == null ? null : kind.refusedWithin();
        return usual == null || usual.compareTo(waitLeast) < 0
                ? waitLeast
                : Collections.min(List.of(usual, EXPECTED_MOST));
    }

    private static Duration doubled(Duration from, int times, Duration longest) {
        Duration pause = from;
        for (int i = 0; i < times && pause.compareTo(longest) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return Collections.min(List.of(pause, longest));
    }
}
