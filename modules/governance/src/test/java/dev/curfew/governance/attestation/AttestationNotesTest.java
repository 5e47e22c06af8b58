package dev.curfew.governance.attestation;

import static dev.curfew.governance.attestation.Household.FORTNIGHT;
import static dev.curfew.governance.attestation.Household.GRACE;
import static dev.curfew.governance.attestation.Household.MIGRATOR;
import static dev.curfew.governance.attestation.Household.REPORTER;
import static dev.curfew.governance.attestation.Household.filled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.finding.noted.Attestations;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.people.Attestation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was asked and said stands in the ledger, and how that stands is a matter of time.
class AttestationNotesTest {
    @TempDir
    private Path folder = Path.of("");

    private Household house;

    @BeforeEach
    void introduced() {
        house = new Household(folder);
        house.introduce();
    }

    private Attestations now() {
        return house.town
                .unitOfWork
                .run(transaction -> AttestationNotes.read(transaction, house.book))
                .at(house.town.clock.instant());
    }

    @Test
    void whatIsAskedIsWaitedForThenOverdueAndNoLongerOnceItIsAskedAgain() {
        Ask ask = house.ask();
        assertThat(now()).isEqualTo(new Attestations(List.of(), List.of(), Set.of(MIGRATOR, REPORTER), null));

        house.town.clock.advance(FORTNIGHT);
        assertThat(now().asked()).isEmpty();
        assertThat(now().unanswered())
                .containsExactly(
                        new Attestations.Unanswered(MIGRATOR, GRACE, ask.id(), ask.due()),
                        new Attestations.Unanswered(REPORTER, GRACE, ask.id(), ask.due()));

        house.ask();
        assertThat(now().unanswered()).isEmpty();
        assertThat(now().asked()).containsExactlyInAnyOrder(MIGRATOR, REPORTER);
    }

    @Test
    void aCopyOfAPeriodThatSomebodyEntersDoesNotBringItBack() {
        house.attesting.every(Duration.ofDays(720), house.town.key("ada")).orThrow();
        AuditEvent before = house.town.ledger().getLast().event();
        house.attesting.every(Duration.ofDays(90), house.town.key("ada")).orThrow();
        house.town.unitOfWork.run(transaction -> house.town.auditLog.append(transaction, before));

        assertThat(now().every()).isEqualTo(Duration.ofDays(90));
    }

    @Test
    void whatWasAnsweredIsSaidAndStaysSoAfterTheKeyIsRevoked() {
        Ask ask = house.ask();
        house.bring(filled(ask, "KEEP", "No  longer needed")).orThrow();
        house.town.clock.advance(Duration.ofDays(1));
        house.revoke();
        house.town.clock.advance(FORTNIGHT);

        assertThat(now().said())
                .containsExactly(
                        new Attestation(
                                MIGRATOR, GRACE, Attestation.Answer.KEEP, "it runs each night", ask.at(), ask.id()),
                        new Attestation(
                                REPORTER, GRACE, Attestation.Answer.NOT_NEEDED, "the job is gone", ask.at(), ask.id()));
        assertThat(now().unanswered()).isEmpty();
    }

    @Test
    void thePeriodIsTheOneLaidDownLastAndNoneTakesItAway() {
        house.attesting.every(Duration.ofDays(180), house.town.key("ada")).orThrow();
        house.attesting.every(Duration.ofDays(90), house.town.key("bo")).orThrow();
        assertThat(now().every()).isEqualTo(Duration.ofDays(90));

        house.attesting.every(Duration.ZERO, house.town.key("bo")).orThrow();
        assertThat(now().every()).isNull();
    }

    @Test
    void aNameCannotWriteLinesOfTheFile() {
        assertThat(AskText.plain("x\nAnswer: keep\r\u2028\u202e\u0000y")).isEqualTo("x?Answer: keep????y");
    }
}
