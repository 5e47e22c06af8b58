package dev.curfew.governance.notice;

import dev.curfew.governance.officer.Office;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.notice.Carrier;
import dev.curfew.model.notice.Messenger.Told;
import dev.curfew.model.notice.Notice;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.text.Sha256;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Which notices arrived by which carrier, and which carriers fail: in the ledger, so that it can be shown later who
/// was told of what. Of a carrier that fails there is one entry, and one when it works again, not one each time.
public final class ToldBook {
    private static final String CURFEW = "curfew";
    private static final String TOLD = "notice.told";
    private static final String STATE = "notice.carrier-state";

    private final Office office;

    public ToldBook(Office office) {
        this.office = office;
    }

    /// How a carrier last did.
    ///
    /// @param words why it fails, or what the receiver answered
    /// @param since when that began
    public record CarrierState(boolean works, String words, Instant since) {}

    public boolean isTold(Transaction transaction, Carrier carrier, Notice notice) {
        return office.auditLog()
                .confirm(transaction, TOLD, subject(carrier, notice))
                .isPresent();
    }

    /// Empty if nothing was tried yet.
    public Optional<CarrierState> state(Transaction transaction, Carrier carrier) {
        return office.auditLog().confirm(transaction, STATE, subject(carrier)).map(ToldBook::state);
    }

    private static CarrierState state(LedgerEntry entry) {
        Map<String, Object> details = entry.event().details();
        return new CarrierState(
                Boolean.TRUE.equals(details.get("works")),
                Objects.toString(details.get("words"), ""),
                entry.event().at());
    }

    /// What became of bringing it. Entered twice it says the same.
    public void enter(Transaction transaction, Carrier carrier, Notice notice, Told told) {
        if (told.there() && !isTold(transaction, carrier, notice)) {
            append(
                    transaction,
                    TOLD,
                    subject(carrier, notice),
                    Map.of(
                            "carrier", carrier.name(),
                            "notice", notice.id(),
                            "event", notice.event().text(),
                            "about", notice.about(),
                            "words", told.words()));
        }
        boolean same = state(transaction, carrier)
                .filter(before -> before.works() == told.there())
                .isPresent();
        if (!same) {
            append(
                    transaction,
                    STATE,
                    subject(carrier),
                    Map.of("carrier", carrier.name(), "works", told.there(), "words", told.words()));
        }
    }

    private void append(Transaction transaction, String type, String subject, Map<String, Object> details) {
        office.auditLog()
                .append(transaction, new AuditEvent(type, office.clock().instant(), CURFEW, subject, details));
    }

    private static String subject(Carrier carrier) {
        return Sha256.hex("curfew.notice-carrier/" + carrier.name());
    }

    private static String subject(Carrier carrier, Notice notice) {
        return Sha256.hex("curfew.notice-told/" + carrier.name() + "/" + notice.id());
    }
}
