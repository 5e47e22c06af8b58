package dev.curfew.governance.signal;

import static dev.curfew.governance.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.curfew.governance.Town;
import dev.curfew.governance.officer.SignedEntries;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.signal.SenderBook.Admitted;
import dev.curfew.governance.signal.SignalBook.Receipt;
import dev.curfew.governance.signal.SignalBook.Taken;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.signal.Sender;
import dev.curfew.model.signal.SignalKind;
import dev.curfew.model.signal.SignalSubject;
import dev.curfew.model.signal.Tip;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who may signal, what was signalled and what was settled, as the ledger has it and as somebody changes it there.
class SignalBookTest {
    private static final EntityId KEY = CredentialId.of("prod", "AKIAONE");
    private static final Sender FORGE = new Sender(
            "forge",
            new Sender.Proof.Shared(Sender.Envelope.HUB),
            Set.of(SignalKind.CREDENTIAL_LEAKED),
            List.of("prod"));

    private static final Sender IDP = new Sender(
            "idp",
            new Sender.Proof.Transmitter(URI.create("https://idp.example"), "curfew", "", "{\"keys\":[]}", true),
            EnumSet.allOf(SignalKind.class),
            List.of());

    @TempDir
    private Path directory;

    private Town town;
    private SenderBook senders;
    private SignalBook book;

    @BeforeEach
    void build() {
        town = new Town(directory);
        senders = new SenderBook(town.office);
        book = new SignalBook(town.office);
    }

    private void enter(Sender sender) {
        town.unitOfWork
                .run(transaction -> senders.enter(transaction, town.key("ada"), sender))
                .orThrow();
    }

    private List<Sender> inForce() {
        return town.unitOfWork.run(senders::inForce).all().stream()
                .map(Admitted::sender)
                .toList();
    }

    private static Tip tip(String id, SignalKind kind) {
        return new Tip(id, kind, List.of(SignalSubject.of(SignalSubject.Form.ID, "AKIAONE")), Town.START);
    }

    private Outcome<Receipt> receive(Sender sender, Tip tip) {
        return receive(sender, List.of(tip)).map(List::getFirst);
    }

    private Outcome<List<Receipt>> receive(Sender sender, List<Tip> tips) {
        List<SignalBook.Heard> heard = tips.stream()
                .map(tip -> new SignalBook.Heard(tip, List.of(KEY), false))
                .toList();
        return town.unitOfWork.run(transaction -> book.receive(transaction, sender, heard));
    }

    private Outcome<Taken> settle(String id, String remark) {
        return town.unitOfWork.run(transaction -> book.settle(transaction, town.key("bo"), id, remark));
    }

    private List<Taken> all() {
        return town.unitOfWork.run(book::all);
    }

    /// What somebody does who can write to the database, and signs the checkpoint anew.
    private void rewrite(String type, Map<String, Object> changes) {
        UnaryOperator<AuditEvent> change = event -> {
            Map<String, Object> details = new HashMap<>(event.details());
            details.putAll(changes);
            return event.type().equals(type)
                    ? new AuditEvent(event.type(), event.at(), event.actor(), event.subjectHash(), details)
                    : event;
        };
        town.unitOfWork.run(transaction -> {
            town.auditLog.rewrite(transaction, change);
            return transaction;
        });
    }

    @Test
    void sendersAreThoseThatOfficersSignedAndDidNotRemove() {
        enter(FORGE);
        enter(IDP);
        assertThat(inForce()).containsExactly(FORGE, IDP);

        Sender narrower = new Sender("idp", IDP.proof(), Set.of(SignalKind.RISK_HIGH), List.of("kc"));
        enter(narrower);
        assertThat(inForce()).containsExactly(FORGE, narrower);

        town.unitOfWork
                .run(transaction -> senders.remove(transaction, town.key("bo"), FORGE))
                .orThrow();
        assertThat(inForce()).containsExactly(narrower);
    }

    @Test
    void aSenderThatWasChangedInTheLedgerIsNotBelievedAndHidesNoOther() {
        enter(FORGE);
        rewrite("signal.sender", Map.of("sources", List.of()));
        enter(IDP);

        assertThat(inForce()).containsExactly(IDP);
        assertThat(town.unitOfWork.run(senders::inForce).doubts())
                .singleElement()
                .asString()
                .contains("of " + FORGE.name());
        Outcome<Admitted> found = town.unitOfWork.run(transaction -> senders.find(transaction, FORGE.name()));
        assertThat(found)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.why()).isEqualTo(Refusal.SIGNAL_FORGED));
    }

    /// The ledger reads it, but there is no one text for it that could be signed.
    @Test
    void whatNobodyCanHaveSignedHidesNoOtherSender() {
        enter(FORGE);
        AuditEvent entered = town.ledger().getLast().event();
        for (Object odd : List.of(9007199254740993L, "\ud800")) {
            town.unitOfWork.run(transaction -> {
                Map<String, Object> details = new HashMap<>(entered.details());
                details.put("name", "odd");
                details.put("sources", List.of(odd));
                town.auditLog.smuggle(
                        transaction,
                        new AuditEvent(entered.type(), entered.at(), entered.actor(), entered.subjectHash(), details));
                return transaction;
            });
            assertThat(inForce()).containsExactly(FORGE);
            assertThat(town.unitOfWork.run(senders::inForce).doubts())
                    .singleElement()
                    .asString()
                    .contains("of odd");
        }
        enter(IDP);
        assertThat(inForce()).containsExactly(FORGE, IDP);
    }

    @Test
    void whatNobodyCanHaveSignedSettlesNothing() {
        String id = receive(FORGE, tip("a", SignalKind.CREDENTIAL_LEAKED))
                .orThrow()
                .taken()
                .signal()
                .id();
        AuditEvent received = town.ledger().getLast().event();
        town.unitOfWork.run(transaction -> {
            town.auditLog.smuggle(
                    transaction,
                    new AuditEvent(
                            SignalBook.SETTLED,
                            received.at(),
                            "bo",
                            received.subjectHash(),
                            Map.of("signal", id, "remark", "\ud800", "signature", "none")));
            return transaction;
        });
        assertThat(all()).extracting(Taken::stands, Taken::forged).containsExactly(tuple(true, true));
    }

    @Test
    void aSenderThatAnotherCurfewEnteredAndThisCannotReadIsToldAsThat() {
        enter(FORGE);
        AuditEvent entered = town.ledger().getLast().event();
        SignedEntries later =
                new SignedEntries(town.office, entered.type(), entered.subjectHash(), "curfew.signal-sender/1");
        town.unitOfWork
                .run(transaction -> later.append(
                        transaction,
                        town.key("ada"),
                        Map.of("name", "later", "removed", false, "kinds", List.of("of another day"))))
                .orThrow();

        assertRefused(town.unitOfWork.run(transaction -> senders.find(transaction, "later")), Refusal.UNREADABLE);
        assertThat(inForce()).containsExactly(FORGE);
    }

    @Test
    void aCopyOfASenderThatSomebodyEntersDoesNotBringItBack() {
        enter(FORGE);
        AuditEvent entered = town.ledger().getLast().event();
        town.unitOfWork
                .run(transaction -> senders.remove(transaction, town.key("bo"), FORGE))
                .orThrow();
        town.unitOfWork.run(transaction -> town.auditLog.append(transaction, entered));
        assertThat(inForce()).isEmpty();

        enter(FORGE);
        assertThat(inForce()).as("entered anew by an officer").containsExactly(FORGE);
    }

    @Test
    void theSameIsTakenOnceAlsoLater() {
        Receipt first = receive(FORGE, tip("a", SignalKind.CREDENTIAL_LEAKED)).orThrow();
        town.clock.advance(Duration.ofDays(400));
        Receipt again = receive(FORGE, tip("a", SignalKind.CREDENTIAL_LEAKED)).orThrow();
        Receipt other = receive(IDP, tip("a", SignalKind.CREDENTIAL_LEAKED)).orThrow();

        assertThat(first.known()).isFalse();
        assertThat(again).isEqualTo(new Receipt(first.taken(), true));
        assertThat(other.known()).isFalse();
        assertThat(all()).containsExactly(first.taken(), other.taken());
        assertThat(first.taken().names()).containsExactly(KEY);
        assertThat(first.taken().sources()).containsExactly("prod");
    }

    @Test
    void whatSomebodyEntersThatIsNoSignalHidesNoOther() {
        Receipt first = receive(FORGE, tip("a", SignalKind.CREDENTIAL_LEAKED)).orThrow();
        AuditEvent taken = town.ledger().getLast().event();
        Map<String, Object> details = new HashMap<>(taken.details());
        details.put("signal", "s-none");
        details.put("tip", Map.of("id", "b", "kind", "credential-leaked", "at", "some day"));
        town.unitOfWork.run(transaction -> town.auditLog.append(
                transaction, new AuditEvent(taken.type(), taken.at(), taken.actor(), taken.subjectHash(), details)));

        assertThat(all()).containsExactly(first.taken());
        assertThat(town.unitOfWork.run(book::kept).doubts())
                .singleElement()
                .asString()
                .contains("(" + SignalBook.RECEIVED + ") counts for nothing");
    }

    @Test
    void aSenderIsNotBelievedAboutAnythingElse() {
        assertThat(receive(FORGE, tip("a", SignalKind.RISK_HIGH)))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.why()).isEqualTo(Refusal.SIGNAL_NOT_BELIEVED));
        assertThat(all()).isEmpty();
    }

    @Test
    void whatIsToldTogetherIsTakenAsAWholeOrNotAtAll() {
        assertThat(receive(FORGE, List.of(tip("a", SignalKind.CREDENTIAL_LEAKED), tip("a", SignalKind.RISK_HIGH))))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(all()).isEmpty();

        List<Tip> both = List.of(tip("a", SignalKind.SESSION_REVOKED), tip("a", SignalKind.RISK_HIGH));
        assertThat(receive(IDP, both).orThrow()).extracting(Receipt::known).containsExactly(false, false);
        assertThat(all()).extracting(taken -> taken.signal().tip()).isEqualTo(both);
        assertThat(receive(IDP, List.of(tip("b", SignalKind.RISK_HIGH), tip("b", SignalKind.RISK_HIGH)))
                        .orThrow())
                .extracting(Receipt::known)
                .containsExactly(false, true);
    }

    @Test
    void aSenderThatLoopsIsStoppedForADay() {
        List<Tip> many = IntStream.range(0, 999)
                .mapToObj(number -> tip("a" + number, SignalKind.RISK_HIGH))
                .toList();
        receive(IDP, many).orThrow();
        assertThat(receive(IDP, List.of(tip("b", SignalKind.RISK_HIGH), tip("c", SignalKind.RISK_HIGH))))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.why()).isEqualTo(Refusal.TOO_MANY_SIGNALS));
        assertThat(all()).hasSize(999);
        receive(IDP, tip("b", SignalKind.RISK_HIGH)).orThrow();
        assertThat(receive(IDP, tip("a0", SignalKind.RISK_HIGH)).orThrow().known())
                .as("what was taken is acknowledged again")
                .isTrue();
        assertThat(receive(IDP, tip("c", SignalKind.RISK_HIGH))).isInstanceOf(Outcome.Refused.class);

        town.clock.advance(Duration.ofDays(1));
        receive(IDP, tip("c", SignalKind.RISK_HIGH)).orThrow();
    }

    @Test
    void itIsSettledOnceWithAReasonByAnOfficer() {
        String id = receive(FORGE, tip("a", SignalKind.CREDENTIAL_LEAKED))
                .orThrow()
                .taken()
                .signal()
                .id();

        assertThat(settle(id, " ")).isInstanceOf(Outcome.Refused.class);
        assertThat(settle("s-00000", "x")).isInstanceOf(Outcome.Refused.class);
        Taken settled = settle(id, "rotated").orThrow();
        assertThat(settled.stands()).isFalse();
        assertThat(all()).containsExactly(settled);
        assertThat(settle(id, "again")).isInstanceOf(Outcome.Refused.class);
    }

    /// It would be a settlement that nobody signed.
    @Test
    void whatSomebodyEntersUnderTheIdOfASignalDoesNotTakeItsPlace() {
        Receipt first = receive(FORGE, tip("a", SignalKind.CREDENTIAL_LEAKED)).orThrow();
        AuditEvent received = town.ledger().getLast().event();
        Map<String, Object> details = new HashMap<>(received.details());
        details.put("names", List.of());
        town.unitOfWork.run(transaction -> town.auditLog.append(
                transaction,
                new AuditEvent(received.type(), received.at(), received.actor(), received.subjectHash(), details)));

        assertThat(all()).containsExactly(first.taken());
    }

    @Test
    void aSettlementThatNoOfficerSignedSettlesNothing() {
        String id = receive(FORGE, tip("a", SignalKind.CREDENTIAL_LEAKED))
                .orThrow()
                .taken()
                .signal()
                .id();
        String other = receive(FORGE, tip("b", SignalKind.CREDENTIAL_LEAKED))
                .orThrow()
                .taken()
                .signal()
                .id();
        settle(other, "rotated").orThrow();
        rewrite(SignalBook.SETTLED, Map.of("signal", id));

        assertThat(all()).extracting(Taken::stands).containsExactly(true, true);
        assertThat(all()).extracting(Taken::forged).containsExactly(true, false);
    }
}
