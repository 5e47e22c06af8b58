package dev.curfew.app.usecase.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.id.CredentialId;
import dev.curfew.revocation.after.Returned;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

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
}
