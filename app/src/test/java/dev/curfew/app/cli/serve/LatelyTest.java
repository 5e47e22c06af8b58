package dev.curfew.app.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LatelyTest {
    @Test
    void whatWasSeenIsNotLookedForAgainAtOnceWhoeverSawIt() throws InterruptedException {
        AtomicInteger looks = new AtomicInteger();
        Lately<Integer> lately = new Lately<>(() -> List.of(looks.incrementAndGet()));

        assertThat(lately.all()).containsExactly(1);
        assertThat(lately.all()).containsExactly(1);
        lately.keep(List.of(7));
        assertThat(lately.all()).containsExactly(7);
    }

    @Test
    void whatFailedIsLookedForAgain() throws InterruptedException {
        AtomicInteger looks = new AtomicInteger();
        Lately<Integer> lately = new Lately<>(() -> {
            if (looks.incrementAndGet() == 1) {
                throw new IllegalStateException("busy");
            }
            return List.of(looks.get());
        });

        assertThat(failed(lately)).isEqualTo("busy");
        assertThat(lately.all()).containsExactly(2);
    }

    private static String failed(Lately<Integer> lately) throws InterruptedException {
        try {
            return "none: " + lately.all();
        } catch (IllegalStateException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /// Else the last of many would wait as often as there are others before it.
    @Test
    void nobodyWaitsForTheLookOfSomebodyElse() throws Exception {
        CountDownLatch looking = new CountDownLatch(2);
        Lately<Boolean> lately = new Lately<>(() -> {
            looking.countDown();
            return List.of(looking.await(30, TimeUnit.SECONDS));
        });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<Boolean>> one = threads.submit(lately::all);
            Future<List<Boolean>> other = threads.submit(lately::all);
            assertThat(one.get()).containsExactly(true);
            assertThat(other.get()).containsExactly(true);
        }
    }
}
