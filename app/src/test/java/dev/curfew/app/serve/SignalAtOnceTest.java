package dev.curfew.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.run.CurfewProcess;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.WithMoto;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A webhook to the process of `serve` has a key of a moto account switched off by the process of `watch`, with nobody
/// else there.
@WithMoto
class SignalAtOnceTest {
    /// A look every two seconds, and a machine that is busy with other builds.
    private static final Duration WITHIN = Duration.ofSeconds(60);

    @Test
    void aKeyThatLeaksIsSwitchedOffSecondsAfterItIsTold(Moto moto, @TempDir Path home)
            throws GeneralSecurityException, InterruptedException {
        try (SignalHouse house = new SignalHouse(moto, home)) {
            house.keysThatLeakAreSwitchedOff();
            // something to tell at the first look
            assertThat(house.archive().status()).isEqualTo(202);
            List<String> watching = List.of("watch", "--every", "2s");
            try (CurfewProcess watch = CurfewProcess.start(home, house.bench.environment(), watching)) {
                watch.await(() -> watch.err().contains("which was archived"));
                assertThat(house.isActive()).isTrue();

                String body = SignalHouse.leak("inc-1", house.key);
                long sent = System.nanoTime();
                Told told = house.tell(body);
                Duration answered = Duration.ofNanos(System.nanoTime() - sent);
                assertThat(told.status()).as(told.body()).isEqualTo(202);
                watch.await(() -> !house.isActive());
                Duration off = Duration.ofNanos(System.nanoTime() - sent);
                watch.await(() -> watch.err().contains("Playbook leaked-keys ran"));

                System.out.printf(
                        "webhook answered after %,d ms, key off after %,d ms%n", answered.toMillis(), off.toMillis());
                assertThat(off).isLessThan(WITHIN);
                assertThat(watch.err()).contains("prod:" + house.key).doesNotContain(SignalHouse.SECRET);
            }
            assertThat(house.json("ledger", "verify").exitCode()).isZero();
        }
    }
}
