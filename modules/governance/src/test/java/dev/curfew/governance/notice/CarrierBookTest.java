package dev.curfew.governance.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.Town;
import dev.curfew.governance.notice.CarrierBook.Standing;
import dev.curfew.governance.officer.Believed;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.notice.Carrier;
import dev.curfew.model.notice.NoticeEvent;
import dev.curfew.model.text.CanonicalJson;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CarrierBookTest {
    private static final Carrier INSIDE = new Carrier(
            "pager",
            new Carrier.Way.Webhook(URI.create("https://pager.internal/curfew"), "", true),
            Set.of(NoticeEvent.ALARM, NoticeEvent.TEST),
            "");

    @TempDir
    private Path directory;

    private Town town;
    private CarrierBook book;

    @BeforeEach
    void build() {
        town = new Town(directory);
        book = new CarrierBook(town.office);
    }

    @Test
    void aCarrierStandsAsItsOfficerSignedIt() {
        enter(INSIDE);
        Carrier mail = new Carrier(
                "mail",
                new Carrier.Way.Mail("mx.internal", 25, "", "a@b.example", "c@d.example", "", true),
                Set.of(NoticeEvent.TEST),
                "bo");
        enter(mail);
        assertThat(standing()).extracting(Standing::carrier).containsExactly(INSIDE, mail);
    }

    /// What was entered before there was the switch.
    @Test
    void oneThatSaysNothingOfAddressesInsideDialsNone() {
        enter(INSIDE);
        Map<String, Object> before = details();
        before.remove("privateAllowed");
        append(before, "ada");
        assertThat(standing())
                .extracting(Standing::carrier)
                .extracting(Carrier::way)
                .containsExactly(new Carrier.Way.Webhook(URI.create("https://pager.internal/curfew"), "", false));
    }

    @Test
    void aWayThatANewerCurfewEnteredStopsNoOther() {
        enter(INSIDE);
        Map<String, Object> newer = details();
        newer.put("name", "chat");
        newer.put("way", "carrier-pigeon");
        append(newer, "ada");
        assertThat(standing())
                .extracting(Standing::carrier)
                .extracting(Carrier::way)
                .containsExactly(INSIDE.way(), new Carrier.Way.Newer("carrier-pigeon"));
        Carrier chat = standing().getLast().carrier();
        town.unitOfWork
                .run(transaction -> book.remove(transaction, town.key("ada"), chat))
                .orThrow();
        assertThat(standing()).extracting(Standing::carrier).containsExactly(INSIDE);
    }

    @Test
    void aForgedCarrierIsNamedAndHidesNoOther() {
        Carrier other = new Carrier("other", INSIDE.way(), INSIDE.events(), "");
        enter(other);
        enter(INSIDE);
        Map<String, Object> forged = details();
        forged.put("address", "https://evil.example");
        append(forged);
        assertThat(standing()).extracting(Standing::carrier).containsExactly(other);
        assertDoubted("by pager is not what its officer signed");

        enter(INSIDE);
        assertThat(standing()).extracting(Standing::carrier).containsExactly(other, INSIDE);
        assertThat(town.unitOfWork.run(book::inForce).doubts())
                .as("entered anew by an officer")
                .isEmpty();
    }

    private void assertDoubted(String words) {
        assertThat(town.unitOfWork.run(book::inForce).doubts())
                .singleElement()
                .asString()
                .contains(words);
    }

    @Test
    void aCopyThatSomebodyEntersDoesNotBringBackWhatWasChanged() {
        enter(INSIDE);
        Map<String, Object> before = details();
        town.unitOfWork
                .run(transaction -> book.remove(transaction, town.key("ada"), INSIDE))
                .orThrow();
        append(before);
        assertThat(standing()).isEmpty();
    }

    /// Though it says what was signed: nobody is to be left in doubt.
    @Test
    void aCopyWithAnotherSignatureIsForged() {
        enter(INSIDE);
        Map<String, Object> forged = details();
        forged.put("signature", "AAAA");
        append(forged);
        assertThat(standing()).isEmpty();
        assertDoubted("by pager");
    }

    @Test
    void aForgedTurnToReviewIsToldAsSuch() {
        Escalation escalation = new Escalation(Duration.ofHours(1), List.of("bo"));
        town.unitOfWork
                .run(transaction -> book.enter(transaction, town.key("ada"), escalation))
                .orThrow();
        assertThat(town.unitOfWork.run(book::escalation)).isEqualTo(new Believed<>(List.of(escalation), List.of()));
        Map<String, Object> forged = details();
        forged.put("after", "P9D");
        append(forged);
        assertTurnDoubted(escalation);
    }

    /// Each was signed, but as the other one.
    @Test
    void anEntryIsNotTakenForAnother() {
        Escalation escalation = new Escalation(Duration.ofHours(1), List.of("bo"));
        town.unitOfWork
                .run(transaction -> book.enter(transaction, town.key("ada"), escalation))
                .orThrow();
        AuditEvent turn = last().event();
        enter(INSIDE);
        AuditEvent carrier = last().event();

        appendAs(carrier.type(), turn);
        assertThat(standing()).extracting(Standing::carrier).containsExactly(INSIDE);
        assertDoubted("by ? is not");
        appendAs(turn.type(), carrier);
        assertTurnDoubted(escalation);
    }

    private void appendAs(String type, AuditEvent other) {
        town.unitOfWork.run(transaction -> town.auditLog.append(
                transaction, new AuditEvent(type, other.at(), other.actor(), other.subjectHash(), other.details())));
    }

    /// It is as it was signed last.
    private void assertTurnDoubted(Escalation signed) {
        Believed<Escalation> turn = town.unitOfWork.run(book::escalation);
        assertThat(turn.all()).containsExactly(signed);
        assertThat(turn.doubts())
                .singleElement()
                .asString()
                .contains("curfew notice escalate")
                .doesNotContain("  ");
    }

    private void enter(Carrier carrier) {
        town.unitOfWork
                .run(transaction -> book.enter(transaction, town.key("ada"), carrier))
                .orThrow();
    }

    private List<Standing> standing() {
        return town.unitOfWork.run(book::inForce).all();
    }

    private LedgerEntry last() {
        return town.ledger().getLast();
    }

    private Map<String, Object> details() {
        return new HashMap<>(last().event().details());
    }

    /// Signed as `CarrierBook` has it.
    private void append(Map<String, Object> details, String officer) {
        Map<String, Object> statement = new HashMap<>(details);
        statement.remove("signature");
        statement.put("schema", "curfew.notice-carrier/1");
        details.put("signature", town.key(officer).sign(CanonicalJson.text(statement)));
        append(details);
    }

    private void append(Map<String, Object> details) {
        AuditEvent event = last().event();
        town.unitOfWork.run(transaction -> town.auditLog.append(
                transaction, new AuditEvent(event.type(), event.at(), event.actor(), event.subjectHash(), details)));
    }
}
