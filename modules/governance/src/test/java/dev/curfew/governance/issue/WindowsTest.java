package dev.curfew.governance.issue;

import static dev.curfew.governance.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.Town;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.reach.Minting;
import dev.curfew.model.governance.RequestState;
import dev.curfew.model.governance.Window;
import dev.curfew.model.governance.WindowEnd;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.proof.ListingEvidence;
import dev.curfew.model.revocation.ActionOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowsTest {
    @TempDir
    private Path directory;

    private Town town;

    @BeforeEach
    void build() {
        town = new Town(directory);
    }

    @Test
    void aWindowIsNotDueBeforeItsEnd() throws InterruptedException {
        town.opened();
        town.clock.advance(Town.QUARTER.minusMillis(1));
        assertThat(town.windows.due()).isEmpty();
    }

    @Test
    void aWindowThatEndedWhileCurfewWasOffIsClosedWithItsEvidence() throws InterruptedException {
        Window open = town.opened().window();
        town.clock.advance(Duration.ofDays(3));
        Instant now = town.clock.instant();
        Window ended = open.ended(WindowEnd.EXPIRED, now);
        assertThat(town.windows.due())
                .containsExactly(new Closure(ended, true, new ListingEvidence.NotListed(now, "")));
        assertThat(town.windows.all()).containsExactly(ended);
        assertThat(town.requests.find(open.id()).orElseThrow().state()).isEqualTo(RequestState.ENDED);
        assertThat(town.events()).endsWith("window.opened", "window.closed");
        assertThat(town.ledger().getLast().event().details())
                .containsEntry("end", "EXPIRED")
                .containsEntry("listing", "not listed")
                .containsEntry("cutByCurfew", false);
    }

    @Test
    void aFastClockOfOursEndsNothingBeforeItsSourceDoes() throws InterruptedException {
        town.target.tellsTime = true;
        Window open = town.opened().window();
        town.sourceClock.set(Duration.ofHours(-1));
        town.clock.advance(Town.QUARTER.plusMinutes(50));
        assertThat(town.windows.due()).isEmpty();
        assertThat(town.source.working()).containsExactly(open.credential());

        town.clock.advance(Duration.ofMinutes(10));
        assertThat(town.windows.due()).extracting(Closure::closed).containsExactly(true);
        assertThat(town.ledger().getLast().event().details())
                .containsEntry("clock", "source")
                .containsEntry("clockAheadMillis", -3_600_000L)
                .containsEntry("cutByCurfew", false);
    }

    @Test
    void aSourceIsAskedForItsTimeOnlyWhereAWindowMayBeOver() throws InterruptedException {
        town.target.tellsTime = true;
        town.opened();
        town.windows.due();
        AtomicInteger asked = new AtomicInteger();
        town.target.onClock = asked::incrementAndGet;

        for (int i = 0; i < 29; i++) {
            town.clock.advance(Duration.ofSeconds(10));
            assertThat(town.windowsAnew().due()).isEmpty();
        }
        assertThat(asked)
                .as("also where the workspace is opened anew each time")
                .hasValue(0);

        town.clock.advance(Duration.ofSeconds(10));
        town.windows.due();
        assertThat(asked).as("it is long ago").hasValue(1);
        town.setClock(Duration.ofSeconds(-31));
        town.windows.due();
        assertThat(asked).as("our clock was set, or the machine slept").hasValue(2);
        town.clock.advance(Town.QUARTER.minusMinutes(5).plusSeconds(11));
        town.windows.due();
        town.windows.due();
        assertThat(asked).as("it is nearly over").hasValue(4);
    }

    @Test
    void aSlowClockOfOursKeepsNoWeakWindowOpen() throws InterruptedException {
        town.target.tellsTime = true;
        town.sourceClock.set(Duration.ofMinutes(10));
        town.minting = new Minting(Minting.Answer.CAN, "it can mint");
        Window weak = town.opened().window();
        assertThat(weak.enforcement().byTarget()).isFalse();
        assertThat(opening()).containsEntry("clock", "source").containsEntry("clockAheadMillis", 600_000L);
        town.sourceClock.set(Duration.ofMinutes(20));
        town.clock.advance(Duration.ofMinutes(5));
        assertThat(town.windows.due()).extracting(Closure::closed).containsExactly(true);
        assertThat(town.ledger().getLast().event().details()).containsEntry("clockAheadMillis", 1_200_000L);
    }

    @Test
    void ourClockSetBackKeepsNoWeakWindowOpen() throws InterruptedException {
        town.target.tellsTime = true;
        town.minting = new Minting(Minting.Answer.CAN, "it can mint");
        town.opened();
        town.clock.advance(Duration.ofMinutes(10));
        assertThat(town.windows.due()).isEmpty();

        town.clock.advance(Duration.ofMinutes(4));
        town.setClock(Duration.ofMinutes(-4));
        town.sourceClock.set(Duration.ofMinutes(4));
        town.clock.advance(Duration.ofMinutes(1));

        assertThat(town.windows.due()).extracting(Closure::closed).containsExactly(true);
        assertThat(town.ledger().getLast().event().details()).containsEntry("clockAheadMillis", 240_000L);
    }

    @Test
    void whereTheSourceTellsNoTimeOursDecidesAndTheLedgerSaysSo() throws InterruptedException {
        town.opened();
        assertThat(opening()).containsEntry("clock", "curfew").doesNotContainKey("clockAheadMillis");
        town.sourceClock.set(Duration.ofHours(1));
        town.clock.advance(Town.QUARTER.minusMillis(1));
        assertThat(town.windows.due()).isEmpty();
        town.clock.advance(Duration.ofMillis(1));
        assertThat(town.windows.due()).hasSize(1);
        assertThat(town.ledger().getLast().event().details()).containsEntry("clock", "curfew");
    }

    @Test
    void aSourceWhoseClockCannotBeLookedUpKeepsNoWindowOpen() throws InterruptedException {
        town.opened();
        town.target.onClock = () -> {
            throw new SourceException(SourceException.Kind.REFUSED, "its address is none");
        };
        town.clock.advance(Town.QUARTER);
        assertThat(town.windows.due()).extracting(Closure::closed).containsExactly(true);
        assertThat(town.ledger().getLast().event().details()).containsEntry("clock", "curfew");
    }

    @Test
    void aQuestionThatFailsTakesNoReadingOfAClockAway() throws InterruptedException {
        town.target.tellsTime = true;
        town.sourceClock.set(Duration.ofHours(-1));
        SourceTimes times = new SourceTimes(
                town.clock,
                town.target,
                new ClocksSeen(),
                () -> Duration.between(Town.START, town.clock.instant()).toNanos());
        times.look(Town.BAO);
        town.target.onClock = () -> {
            throw new SourceException(SourceException.Kind.UNREACHABLE, "no answer");
        };
        town.clock.advance(Duration.ofMinutes(4));
        assertThat(times.look(Town.BAO).ahead()).contains(Duration.ofHours(-1));
        assertThat(times.ahead(Town.BAO)).contains(Duration.ofHours(-1));

        town.clock.advance(Duration.ofMinutes(1));
        assertThat(times.mayBe(Town.BAO, Instant.MAX))
                .as("it is asked again as late after what was read, not after what failed")
                .isTrue();
        assertThat(times.look(Town.BAO).ahead()).as("it is long ago").isEmpty();
    }

    @Test
    void whoIssuesGoesByTheClockThatWasSeenWhenAWindowWasEnded() throws InterruptedException {
        town.opened();
        town.target.tellsTime = true;
        town.sourceClock.set(Duration.ofMinutes(10));
        town.clock.advance(Town.QUARTER);
        assertThat(town.windows.due()).extracting(Closure::closed).containsExactly(true);

        town.target.onClock = () -> {
            throw new SourceException(SourceException.Kind.UNREACHABLE, "no answer");
        };
        town.clock.advance(Duration.ofMinutes(4));
        town.opened();
        assertThat(town.ledger().getLast().event().type()).isEqualTo("window.opened");
        assertThat(town.ledger().getLast().event().details())
                .containsEntry("clock", "source")
                .containsEntry("clockAheadMillis", 600_000L);
    }

    @Test
    void aShorterEndIsGivenByOurClockAndHeldByTheSources() throws InterruptedException {
        town.target.tellsTime = true;
        town.sourceClock.set(Duration.ofMinutes(-30));
        Window open = town.opened().window();
        Instant inFive = town.clock.instant().plus(Duration.ofMinutes(5));
        Window shorter = town.shortening.shorten(open.id(), inFive, "ada").orThrow();
        assertThat(shorter.endsAt()).isEqualTo(inFive.minus(Duration.ofMinutes(30)));
        town.clock.advance(Duration.ofMinutes(5).minusMillis(1));
        assertThat(town.windows.due()).isEmpty();
        town.clock.advance(Duration.ofMillis(1));
        assertThat(town.windows.due()).extracting(Closure::closed).containsExactly(true);
    }

    private Map<String, Object> opening() {
        return town.ledger().stream()
                .map(LedgerEntry::event)
                .filter(event -> event.type().equals("window.opened"))
                .findFirst()
                .orElseThrow()
                .details();
    }

    @Test
    void aCredentialStillListedAfterItsEndIsCutByCurfew() throws InterruptedException {
        town.source.overrun(Duration.ofSeconds(30));
        Window open = town.opened().window();
        town.clock.advance(Town.QUARTER.plusSeconds(30));
        town.source.give(open.credential(), "revived");
        assertThat(town.windows.due()).extracting(Closure::closed).containsExactly(true);
        assertThat(town.source.working()).isEmpty();
        assertThat(town.ledger().getLast().event().details()).containsEntry("cutByCurfew", true);
    }

    @Test
    void aWindowWhoseCredentialCannotBeCutStaysOpenInTheBooks() throws InterruptedException {
        Window open = town.opened().window();
        town.clock.advance(Town.QUARTER);
        town.source.give(open.credential(), "revived");
        town.source.answerActs(new ActionOutcome.Refused(Town.START, "403"));
        assertThat(town.windows.due()).extracting(Closure::closed).containsExactly(false);
        assertThat(town.windows.all()).containsExactly(open);
        assertThat(town.requests.find(open.id()).orElseThrow().state()).isEqualTo(RequestState.ACTIVE);
    }

    @Test
    void withoutAReadingOnlyTheTargetsOwnEnforcementSaysThatItIsOver() throws InterruptedException {
        town.opened();
        town.minting = new Minting(Minting.Answer.CAN, "it can mint");
        Window weak = town.opened().window();
        town.clock.advance(Town.QUARTER);
        town.source.failList(new SourceException(SourceException.Kind.UNREACHABLE, "timeout"));
        assertThat(town.windows.due()).extracting(Closure::closed).containsExactly(true, false);
        assertThat(town.windows.all()).filteredOn(Window::isOpen).containsExactly(weak);
    }

    @Test
    void theEndOfOneWindowDoesNotCutAnotherThatOverlapsIt() throws InterruptedException {
        Window first = town.opened().window();
        town.clock.advance(Duration.ofMinutes(5));
        Window second = town.opened().window();
        town.clock.advance(Duration.ofMinutes(10));
        town.windows.due();
        assertThat(town.windows.all()).containsExactly(first.ended(WindowEnd.EXPIRED, town.clock.instant()), second);
        assertThat(town.source.working()).containsExactly(second.credential());
    }

    @Test
    void aWindowEndedEarlyEndsItsCredential() throws InterruptedException {
        Window open = town.opened().window();
        Closure closure = town.windows.endEarly(open.id(), "bo").orThrow();
        assertThat(closure.window()).isEqualTo(open.ended(WindowEnd.ENDED_EARLY, Town.START));
        assertThat(town.source.working()).isEmpty();
        assertThat(town.ledger().getLast().event().actor()).isEqualTo("bo");
    }

    @Test
    void aWindowThatTheTargetWouldNotEndStaysOpen() throws InterruptedException {
        Window open = town.opened().window();
        town.source.answerActs(new ActionOutcome.Uncertain(Town.START, "timeout"));
        assertRefused(town.windows.endEarly(open.id(), "bo"), Refusal.TARGET_REFUSED);
        assertThat(town.windows.all()).containsExactly(open);
    }

    @Test
    void onlyAnOfficerEndsAWindow() throws InterruptedException {
        Window open = town.opened().window();
        assertRefused(town.windows.endEarly(open.id(), "mallory"), Refusal.NOT_AN_OFFICER);
    }

    @Test
    void aCredentialThatTwoWindowsHangOnIsNotCutForOne() throws InterruptedException {
        Window open = town.opened().window();
        town.unitOfWork.run(transaction -> {
            transaction
                    .windows()
                    .save(new Window(
                            "r-other",
                            open.policy(),
                            open.credential(),
                            open.openedAt(),
                            open.endsAt(),
                            open.enforcement(),
                            null,
                            null));
            return true;
        });
        assertRefused(town.windows.endEarly(open.id(), "bo"), Refusal.SHARED_CREDENTIAL);
        assertThat(town.source.working()).containsExactly(open.credential());
    }
}
