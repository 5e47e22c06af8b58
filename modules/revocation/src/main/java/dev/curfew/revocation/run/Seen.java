package dev.curfew.revocation.run;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.RevocationPlan;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// How much of an emergency was seen before it ends. The acts at a source wait until all was seen there, for what is
/// done to one credential may end another; for no other source, and no longer than is said.
public final class Seen {
    private final Map<SourceName, CountDownLatch> left;
    private final long untilNanos;

    /// @param most for how long from now on an act waits
    public Seen(RevocationPlan plan, Duration most) {
        this(plan.steps().stream(), most);
    }

    private Seen(Stream<PlannedStep> steps, Duration most) {
        left = steps
                .map(PlannedStep::credential)
                .distinct()
                .collect(groupingBy(CredentialId::source, counting()))
                .entrySet()
                .stream()
                .collect(toMap(Map.Entry::getKey, one -> new CountDownLatch(Math.toIntExact(one.getValue()))));
        untilNanos = System.nanoTime() + most.toNanos();
    }

    /// Where nothing is looked at beforehand, and no act waits.
    static Seen nothing() {
        return new Seen(Stream.empty(), Duration.ZERO);
    }

    /// A credential of the source was seen, or could not be.
    void one(SourceName source) {
        CountDownLatch its = left.get(source);
        if (its != null) {
            its.countDown();
        }
    }

    void await(SourceName source) throws InterruptedException {
        CountDownLatch its = left.get(source);
        if (its != null) {
            // What was not seen in time is missing in the proof, which says so.
            boolean _ = its.await(untilNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
    }
}
