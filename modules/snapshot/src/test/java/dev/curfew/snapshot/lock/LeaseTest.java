package dev.curfew.snapshot.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaseTest {
    private static final Instant SINCE = Instant.parse("2026-11-22T01:02:03Z");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// Their processes cannot be looked at from here.
    private static final LockHolder ONE = new LockHolder(1, "pod-one", SINCE);

    private static final LockHolder TWO = new LockHolder(1, "pod-two", SINCE);

    @TempDir
    private Path folder;

    private long nanos;

    private Lease of(LockHolder holder) {
        return new Lease(folder, holder, PATIENCE, () -> nanos);
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }

    @Test
    void whoeverHasItKeepsItForAsLongAsTheyRenewIt() {
        Lease one = of(ONE);
        Lease two = of(TWO);
        assertThat(two.other()).as("nobody has it").isEmpty();
        for (int i = 0; i < 5; i++) {
            assertThat(one.other()).as("one's own is nobody else's").isEmpty();
            one.renew();
            assertThat(two.other()).contains(ONE);
            pass(PATIENCE.minusSeconds(1));
        }
    }

    @Test
    void whatIsNotRenewedPassesToWhoeverTakesItAndWhoWasAwayFindsThemThere() {
        Lease one = of(ONE);
        Lease two = of(TWO);
        one.renew();
        assertThat(two.other()).contains(ONE);
        pass(PATIENCE);
        assertThat(two.other()).isEmpty();
        two.renew();
        assertThat(one.other()).contains(TWO);
        pass(PATIENCE.dividedBy(2));
        two.renew();
        pass(PATIENCE.dividedBy(2));
        assertThat(one.other()).contains(TWO);
    }

    @Test
    void whoeverDidNotLookForLongWaitsAsLongAsAnyFromWhatTheyThenSee() {
        Lease one = of(ONE);
        Lease two = of(TWO);
        one.renew();
        assertThat(two.other()).contains(ONE);
        pass(PATIENCE.multipliedBy(5));
        one.renew();
        assertThat(two.other()).as("renewed while nobody looked").contains(ONE);
    }

    @Test
    void ofTwoWhoWaitTheSecondFindsTheFirst() {
        of(ONE).renew();
        Lease two = of(TWO);
        LockHolder third = new LockHolder(1, "pod-three", SINCE);
        Lease three = of(third);
        two.other();
        three.other();
        pass(PATIENCE);
        assertThat(two.other()).isEmpty();
        assertThat(three.other()).isEmpty();
        two.renew();
        assertThat(three.other()).contains(TWO);
    }

    @Test
    void aProcessOfThisMachineThatIsGoneHasNothingAtOnce() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        LockHolder here = LockHolder.thisProcess(SINCE);
        of(new LockHolder(gone.pid(), here.host(), SINCE)).renew();
        assertThat(of(here).other()).isEmpty();

        LockHolder alive = new LockHolder(ProcessHandle.current().pid(), here.host(), SINCE.plusSeconds(1));
        of(alive).renew();
        assertThat(of(here).other()).contains(alive);
        assertThat(of(here).isSeen(alive)).isTrue();
        assertThat(of(here).isSeen(ONE)).as("one of another machine").isFalse();
    }

    @Test
    void whatCannotBeReadIsNobodysAndIsWrittenAnew() throws IOException {
        Lease one = of(ONE);
        for (byte[] torn : List.of("{\"holder\":".getBytes(StandardCharsets.UTF_8), new byte[] {(byte) 0xff})) {
            Files.write(folder.resolve(Lease.FILE_NAME), torn);
            assertThat(one.other()).isEmpty();
        }
        one.renew();
        assertThat(of(TWO).other()).contains(ONE);
    }
}
