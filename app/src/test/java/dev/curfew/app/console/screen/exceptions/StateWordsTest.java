package dev.curfew.app.console.screen.exceptions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.usecase.exception.ExceptionCase;
import dev.curfew.model.governance.Enforcement;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.RequestState;
import dev.curfew.model.governance.Window;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.SourceName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A window's time is its source's.
class StateWordsTest {
    private static final SourceName BAO = new SourceName("bao");
    private static final PolicyId POLICY = new PolicyId(BAO, "policy/deploy");
    private static final Instant OPENED = Instant.parse("2026-11-22T09:00:00Z");
    private static final Duration LENGTH = Duration.ofMinutes(15);

    private static ExceptionCase open(Optional<Duration> clockAhead) {
        ExceptionRequest request = new ExceptionRequest(
                "r-1", "ada", POLICY, "", LENGTH, "deploy", Map.of(), "", 1, "", OPENED, RequestState.ACTIVE);
        Window window = new Window(
                "r-1",
                POLICY,
                new CredentialId(BAO, "accessor-1"),
                OPENED,
                OPENED.plus(LENGTH),
                new Enforcement(true, "bao", "explicit maximum lifetime"),
                null,
                null);
        return new ExceptionCase(
                request, List.of(), Optional.of(window), Optional.empty(), false, clockAhead, Optional.empty());
    }

    @Test
    void whatIsLeftIsCountedByTheSourcesClock() {
        ExceptionCase behind = open(Optional.of(Duration.ofMinutes(-5)));

        assertThat(StateWords.ends(behind, OPENED.plus(LENGTH))).isEqualTo("05:00 left");
        assertThat(behind.isOver(OPENED.plus(LENGTH))).isFalse();
        assertThat(behind.isOver(OPENED.plus(LENGTH).plusSeconds(300))).isTrue();
        assertThat(open(Optional.of(Duration.ofMinutes(5))).isOver(OPENED.plusSeconds(600)))
                .isTrue();
        assertThat(open(Optional.empty()).isOver(OPENED.plus(LENGTH))).isTrue();
    }

    @Test
    void clocksThatAreApartAreTold() {
        assertThat(StateWords.clock(open(Optional.of(Duration.ofSeconds(-312)))))
                .isEqualTo("the source's is 5 min 12 s behind this machine's: the window ends by the source's");
        assertThat(StateWords.clock(open(Optional.of(Duration.ofSeconds(3)))))
                .isEqualTo("the source's is 3 s ahead of this machine's: the window ends by the source's");
        assertThat(StateWords.clock(open(Optional.of(Duration.ofSeconds(-2))))).isEmpty();
        assertThat(StateWords.clock(open(Optional.empty())))
                .isEqualTo("this machine's: what the source's shows is not known");
    }
}
