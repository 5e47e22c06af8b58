package dev.curfew.governance.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.Town;
import dev.curfew.governance.judgement.PolicyBook;
import dev.curfew.governance.policy.PolicyPack;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.notice.Notice;
import dev.curfew.model.notice.NoticeEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is told of a request that two officers have to sign, read when all is over.
class HappeningsTest {
    @TempDir
    private Path directory;

    private Town town;
    private ExceptionRequest request;

    @BeforeEach
    void build() {
        town = new Town(directory);
        town.officers.add("cy", "Cy", Town.passphrase("cy")).orThrow();
        new PolicyBook(town.office)
                .save(
                        town.key("cy"),
                        new PolicyPack(
                                "@id(\"two\")\n@requires(\"2 of officer\")\npermit (principal, action, resource);\n",
                                "{\"base\": {}, \"cases\": []}"))
                .orThrow();
        request = town.request();
        town.approve(request.id(), "bo").orThrow();
    }

    /// The titles of what is told of how it was decided.
    private List<String> decided() {
        Happenings happenings = new Happenings("w", Escalation.NONE);
        return town.ledger().stream()
                .map(entry -> town.unitOfWork.run(transaction -> happenings.of(transaction, entry)))
                .flatMap(Optional::stream)
                .filter(notice -> notice.event() == NoticeEvent.REQUEST_DECIDED)
                .map(Notice::title)
                .distinct()
                .toList();
    }

    @Test
    void oneOfTwoSignaturesDecidesNothing() {
        assertThat(decided()).isEmpty();
        town.approve(request.id(), "cy").orThrow();
        assertThat(decided()).containsExactly(request.id() + " is approved");
    }

    @Test
    void whatOneApprovedAndAnotherDeniedIsToldDeniedAlone() {
        town.deny(request.id(), "cy").orThrow();
        assertThat(decided()).containsExactly(request.id() + " is denied");
    }

    @Test
    void whatIsAnnouncedIsToldOnceAndOnceMoreWhenItIsDue() {
        Happenings happenings = new Happenings("w", Escalation.NONE);
        Instant at = Instant.parse("2026-11-22T03:00:00Z");
        Instant due = at.plus(Duration.ofDays(7));
        List<Notice> before = happenings.announced("n-1", "bao:policy/billing", "bo", at, due, at);
        List<Notice> after = happenings.announced("n-1", "bao:policy/billing", "bo", at, due, due);

        assertThat(before).singleElement().satisfies(notice -> {
            assertThat(notice.event()).isEqualTo(NoticeEvent.NARROWING);
            assertThat(notice.title()).isEqualTo("bao:policy/billing will be narrowed");
            assertThat(notice.words()).contains("bo announced", due.toString());
        });
        assertThat(after).hasSize(2).startsWith(before.getFirst());
        assertThat(after.getLast().title()).isEqualTo("bao:policy/billing may be narrowed now");
        assertThat(after.getLast().id()).isNotEqualTo(before.getFirst().id());
    }

    @Test
    void anAlarmSaysWhatIsBack() {
        AuditEvent event = new AuditEvent(
                "identity.returned",
                Instant.parse("2026-11-22T03:00:00Z"),
                "curfew",
                "",
                Map.of("what", "aws:AKIA2", "identity", "aws:user/ci", "plan", "p-1"));

        Notice notice = town.unitOfWork
                .run(transaction ->
                        new Happenings("w", Escalation.NONE).of(transaction, new LedgerEntry(0, event, "", "")))
                .orElseThrow();

        assertThat(notice.event()).isEqualTo(NoticeEvent.ALARM);
        assertThat(notice.title()).isEqualTo("What was cut off is back");
        assertThat(notice.words()).startsWith("aws:AKIA2 is there, by which aws:user/ci is again what the plan p-1");
    }
}
