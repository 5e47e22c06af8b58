package dev.curfew.governance.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.Town;
import dev.curfew.model.governance.Enforcement;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Window;
import dev.curfew.model.governance.WindowEnd;
import dev.curfew.model.id.CredentialId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Access that is asked for again and again.
class HistoryTest {
    @TempDir
    private Path directory;

    private Town town;

    @BeforeEach
    void build() {
        town = new Town(directory);
    }

    @Test
    void windowsThatFollowOneAnotherWithinADayAreRenewals() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            open();
            town.clock.advance(Duration.ofHours(20));
            town.windows.due();
        }

        assertThat(history().renewals()).isEqualTo(3);
    }

    @Test
    void aDayWithoutIsABreak() throws InterruptedException {
        open();
        town.clock.advance(Duration.ofHours(20));
        town.windows.due();
        open();
        town.clock.advance(Duration.ofHours(25));
        town.windows.due();

        assertThat(history().renewals()).isZero();
    }

    @Test
    void overlappingWindowsCountOnce() {
        Instant end = town.clock.instant();
        keep("w-1", end.minus(Duration.ofDays(9)), end.minus(Duration.ofDays(3)));
        keep("w-2", end.minus(Duration.ofDays(6)), end);

        assertThat(history().activePercent()).isEqualTo(10);
    }

    @Test
    void onlyNinetyDaysAreLookedAt() {
        Instant end = town.clock.instant();
        keep("w-1", end.minus(Duration.ofDays(400)), end.minus(Duration.ofDays(81)));

        assertThat(history().activePercent()).isEqualTo(10);
    }

    private void keep(String id, Instant from, Instant to) {
        Window window = new Window(
                id,
                Town.BREAK_GLASS,
                new CredentialId(Town.BAO, id),
                from,
                to,
                new Enforcement(true, "openbao", "max ttl"),
                WindowEnd.EXPIRED,
                to);
        town.unitOfWork.run(transaction -> {
            transaction.windows().save(window);
            return window;
        });
    }

    private void open() {
        town.publish(Town.TEXT);
        town.opened();
    }

    private History history() {
        ExceptionRequest next = town.request();
        return town.unitOfWork.run(transaction -> History.of(transaction, next, town.clock.instant()));
    }
}
