package dev.curfew.app.usecase.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.curfew.ledger.log.LedgerException;
import dev.curfew.model.id.CredentialId;
import dev.curfew.revocation.after.Returned;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class AfterwatchTest {
    private static final Alarms BACK = new Alarms(
            List.of(),
            List.of(new Returned(
                    CredentialId.of("bao", "accessor"),
                    "bao:entity/ci",
                    "p-1",
                    Instant.parse("2026-11-22T03:14:09Z"))));

    @Test
    void whoIsBackIsToldThoughTheSourcesCouldNotBeAsked() throws InterruptedException {
        BlockingQueue<String> looks = new LinkedBlockingQueue<>();
        BlockingQueue<Alarms> told = new LinkedBlockingQueue<>();
        try (Afterwatch _ = new Afterwatch(
                () -> {
                    throw new IllegalStateException("the keychain is locked");
                },
                () -> looks.add("reading"),
                () -> BACK,
                told::add,
                Duration.ofHours(1))) {
            assertThat(told.poll(30, TimeUnit.SECONDS)).isEqualTo(BACK);
        }
        assertThat(looks).containsExactly("reading");
    }

    @Test
    void whatLastsIsInTheLogOnce() throws InterruptedException {
        Logger log = (Logger) LoggerFactory.getLogger(Afterwatch.class);
        ListAppender<ILoggingEvent> kept = new ListAppender<>();
        kept.start();
        log.addAppender(kept);
        CountDownLatch thrice = new CountDownLatch(3);
        try (Afterwatch _ = new Afterwatch(
                () -> {
                    thrice.countDown();
                    throw new LedgerException("the disk is full");
                },
                () -> {},
                () -> Alarms.NONE,
                _ -> {},
                Duration.ofMillis(1))) {
            assertThat(thrice.await(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            log.detachAppender(kept);
        }
        assertThat(kept.list)
                .extracting(ILoggingEvent::getMessage)
                .containsExactly("what was revoked was not looked after");
    }
}
