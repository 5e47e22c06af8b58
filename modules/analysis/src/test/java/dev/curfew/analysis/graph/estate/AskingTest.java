package dev.curfew.analysis.graph.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.analysis.graph.Step;
import dev.curfew.analysis.graph.StepSink;
import dev.curfew.analysis.reach.route.Route;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.SourceName;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AskingTest {
    private static final int ALL = 64 * 256;
    private static final List<EntityId> IDS = IntStream.range(0, ALL)
            .<EntityId>mapToObj(number -> new IdentityId(new SourceName("aws"), "user/" + number))
            .toList();

    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch failed = new CountDownLatch(1);
    private final CountDownLatch told = new CountDownLatch(1);

    @Test
    void whereOneFailsWhatWasNotBegunIsNotAskedFor() {
        Thread asking = Thread.currentThread();

        assertThatThrownBy(() -> new Asking(new Nothing()).ask(IDS, id -> steps(id, asking)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("cannot be asked");
        told.countDown();

        assertThat(ForkJoinPool.commonPool().awaitQuiescence(1, TimeUnit.MINUTES))
                .isTrue();
        assertThat(asked).hasValueLessThan(ALL / 2);
    }

    /// The first cannot be asked for. Whoever helps with others goes on until that is told.
    private List<Route> steps(EntityId id, Thread asking) {
        if (id.equals(IDS.getFirst())) {
            failed.countDown();
            throw new IllegalStateException("cannot be asked");
        }
        await(Thread.currentThread().equals(asking) ? failed : told);
        asked.incrementAndGet();
        return List.of();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Nothing implements StepSink {
        @Override
        public void steps(EntityId from, List<Step> steps) {
            // nobody looks at it
        }

        @Override
        public int known() {
            return 0;
        }

        @Override
        public List<EntityId> since(int known) {
            return List.of();
        }
    }
}
