package dev.curfew.governance.exchange;

import dev.curfew.governance.approval.SignedText;
import dev.curfew.governance.officer.Device;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.roster.chain.RosterHead;
import dev.curfew.governance.roster.chain.RosterState;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.text.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What this workspace asked. An answer is taken only by the workspace whose ledger asked, on the machine that it asked
/// on, so that it does not serve a copy of the workspace.
public final class Questions {
    private static final String ASKED = "approval.asked";

    private final Office office;

    public Questions(Office office) {
        this.office = office;
    }

    /// Signs a question, and enters that it was put.
    public SignedFile put(Transaction transaction, OfficerKey officer, String text, Instant at) {
        SignedFile file = new SignedFile(text, officer.sign(text));
        office.auditLog()
                .append(
                        transaction,
                        new AuditEvent(
                                ASKED,
                                at,
                                officer.officer(),
                                Sha256.hex(text),
                                Map.of("question", file.text(), "signature", file.signature())));
        return file;
    }

    /// The question that this answers.
    ///
    /// @param device that the question says it was written on
    /// @return it, or NOT_ASKED_HERE
    public <Q> Outcome<Q> answered(
            Transaction transaction,
            SignedText answer,
            Function<String, Optional<Q>> parse,
            Function<Q, Device> device) {
        return office.auditLog()
                .confirm(transaction, ASKED, answer.asked())
                .map(entry -> Objects.toString(entry.event().details().get("question"), ""))
                .filter(text -> Sha256.hex(text).equals(answer.asked()))
                .flatMap(parse)
                .filter(one -> device.apply(one).id().equals(office.device().id()))
                .<Outcome<Q>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.NOT_ASKED_HERE, answer.asked()));
    }

    /// Whoever asks, on this machine and now.
    ///
    /// @param policies hash of those that judged what is asked about
    public Sender sender(Transaction transaction, OfficerKey officer, String policies, List<String> unread) {
        Instant now = office.clock().instant();
        return new Sender(
                officer.officer(),
                officer.publicKey(),
                office.device(),
                policies,
                unread,
                roster(transaction),
                office.nonce(),
                now,
                now.plus(Question.HOLDS_FOR));
    }

    /// Null while it is not founded. Whoever asks was found in it just now.
    private @Nullable RosterHead roster(Transaction transaction) {
        return office.rosterBook().state(transaction) instanceof Outcome.Done<RosterState>(RosterState state)
                        && state.isFounded()
                ? state.head()
                : null;
    }
}
