package dev.curfew.connector.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParallelTest {
    private static final int AT_ONCE = 3;
    private static final List<Integer> ITEMS = IntStream.range(0, 500).boxed().toList();

    @Test
    void answersAreUsedInTheOrderOfTheItemsWhicheverComesFirst() throws Exception {
        List<Integer> used = new ArrayList<>();

        Parallel.each(
                AT_ONCE,
                ITEMS,
                item -> {
                    Thread.sleep(item % 3);
                    return item * 2;
                },
                (item, answer) -> {
                    assertThat(answer).isEqualTo(item * 2);
                    used.add(item);
                });

        assertThat(used).isEqualTo(ITEMS);
    }

    @Test
    void noMoreAnswersWaitThanAreWorthWhile() throws Exception {
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger used = new AtomicInteger();
        List<Integer> ahead = new ArrayList<>();

        Parallel.each(AT_ONCE, ITEMS, _ -> begun.incrementAndGet(), (_, _) -> {
            ahead.add(begun.get() - used.getAndIncrement());
        });

        assertThat(ahead).hasSameSizeAs(ITEMS).allMatch(waiting -> waiting <= AT_ONCE * Parallel.WAITING);
    }

    @Test
    void whoeverIsInterruptedCancelsTheCallsUnderWay() throws Exception {
        CountDownLatch underWay = new CountDownLatch(AT_ONCE);
        CountDownLatch cancelled = new CountDownLatch(AT_ONCE);
        Thread caller = Thread.currentThread();
        Thread.ofVirtual().start(() -> {
            await(underWay);
            caller.interrupt();
        });

        assertThatThrownBy(() -> Parallel.map(
                        AT_ONCE,
                        ITEMS,
                        item -> {
                            underWay.countDown();
                            try {
                                new CountDownLatch(1).await();
                            } finally {
                                cancelled.countDown();
                            }
                            return item;
                        },
                        _ -> {}))
                .isInstanceOf(InterruptedException.class);

        cancelled.await();
    }

    @Test
    void whoeverIsInterruptedBeforehandBeginsNothing() {
        AtomicInteger begun = new AtomicInteger();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> Parallel.map(AT_ONCE, ITEMS, _ -> begun.incrementAndGet(), _ -> {}))
                .isInstanceOf(InterruptedException.class);

        assertThat(begun).hasValue(0);
    }

    /// Nothing is waited for any more then.
    @Test
    void whoeverIsInterruptedUsesNoAnswerThatIsThereAlready() {
        List<Integer> few = ITEMS.subList(0, AT_ONCE * Parallel.WAITING);
        CountDownLatch answered = new CountDownLatch(few.size());
        List<Integer> used = new ArrayList<>();

        assertThatThrownBy(() -> Parallel.each(
                        AT_ONCE,
                        few,
                        item -> {
                            answered.countDown();
                            return item;
                        },
                        (item, _) -> {
                            await(answered);
                            used.add(item);
                            Thread.currentThread().interrupt();
                        }))
                .isInstanceOf(InterruptedException.class);

        assertThat(used).containsExactly(0);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
