package dev.curfew.governance.signin;

import dev.curfew.governance.approval.SignedApproval;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.roster.chain.RosterState;
import dev.curfew.governance.roster.chain.SignInProvider;
import dev.curfew.governance.roster.chain.SignInSubject;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.text.Sha256;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The sign-ins of officers, which live in the ledger alone. Who an officer is at the issuer the roster says, signed by
/// its quorum: whoever has stolen a key cannot say that they are somebody else there.
public final class SignInBook {
    static final String SIGNED_IN = "officer.signed-in";
    private static final String SIGNED_OUT = "officer.signed-out";

    private static final String STATEMENT = "statement";
    private static final String SIGNATURE = "signature";

    private final Office office;

    public SignInBook(Office office) {
        this.office = office;
    }

    /// Where officers sign in.
    ///
    /// @return it, or ROSTER_NOT_FOUNDED, SIGN_IN_NOWHERE, or as `RosterBook.state`
    public Outcome<SignInProvider> provider() {
        return office.unitOfWork()
                .run(transaction -> office.rosterBook().state(transaction).then(SignInBook::provider));
    }

    private static Outcome<SignInProvider> provider(RosterState state) {
        if (!state.isFounded()) {
            return Outcome.refused(Refusal.ROSTER_NOT_FOUNDED);
        }
        SignInProvider provider = state.terms().signIn();
        return provider == null ? Outcome.refused(Refusal.SIGN_IN_NOWHERE) : Outcome.done(provider);
    }

    /// Enters what a token said that was verified just now.
    ///
    /// @param subject who signed in, at which issuer
    /// @return it, or NO_SIGN_IN, NOT_BOUND, OTHER_SUBJECT, or as [#provider] and `Roster.holder`
    public Outcome<SignIn> enter(OfficerKey key, SignInSubject subject, Instant authTime, SignIn.How how) {
        return office.unitOfWork()
                .run(transaction -> office.roster()
                        .holder(transaction, key)
                        .then(officer -> bound(transaction, officer, subject))
                        .map(officer -> enter(transaction, key, officer, subject, authTime, how)));
    }

    private Outcome<Officer> bound(Transaction transaction, Officer officer, SignInSubject subject) {
        return office.rosterBook()
                .state(transaction)
                .then(state -> provider(state).then(provider -> {
                    if (!provider.names(subject)) {
                        return Outcome.refused(Refusal.NO_SIGN_IN, subject.issuer());
                    }
                    Optional<SignInSubject> bound = subject(state, officer.name());
                    if (bound.isEmpty()) {
                        return Outcome.refused(Refusal.NOT_BOUND, officer.name(), subject.subject());
                    }
                    return bound.get().equals(subject)
                            ? Outcome.done(officer)
                            : Outcome.refused(Refusal.OTHER_SUBJECT, officer.name(), subject.subject());
                }));
    }

    /// Who the officer is where officers sign in now.
    private static Optional<SignInSubject> subject(RosterState state, String officer) {
        SignInProvider provider = state.terms().signIn();
        return state.find(officer)
                .flatMap(member -> Optional.ofNullable(member.signIn()))
                .filter(subject -> provider != null && provider.names(subject));
    }

    private SignIn enter(
            Transaction transaction,
            OfficerKey key,
            Officer officer,
            SignInSubject subject,
            Instant authTime,
            SignIn.How how) {
        SignIn signIn = new SignIn(
                officer.name(),
                subject,
                authTime,
                how,
                office.device().id(),
                office.nonce(),
                office.clock().instant());
        Map<String, Object> details = new HashMap<>(signIn.toJson());
        details.put("officer", officer.name());
        details.put("how", how.text());
        details.put("device", office.device().id());
        details.put("host", office.device().host());
        details.put(STATEMENT, signIn.text());
        details.put(SIGNATURE, key.sign(signIn.text()));
        office.auditLog()
                .append(
                        transaction,
                        new AuditEvent(SIGNED_IN, signIn.at(), officer.name(), name(officer.name()), details));
        return signIn;
    }

    /// One name for all that an officer made.
    static String name(String officer) {
        return Sha256.ofJson(Map.of("signIn", officer));
    }

    /// The sign-in that an approval carries: the newest that its officer had made before it, on the machine that it was
    /// signed on, as who they are by the roster now. What came as a file carries none: what was signed elsewhere says
    /// itself on what machine.
    ///
    /// @return it, empty if there is none; or as `RosterBook.state`
    public Outcome<Optional<SignIn>> carried(Transaction transaction, SignedApproval approval) {
        return office.rosterBook()
                .state(transaction)
                .map(state -> subject(state, approval.officer())
                        .filter(_ -> !approval.byFile())
                        .flatMap(bound -> newest(transaction, approval, bound)));
    }

    private Optional<SignIn> newest(Transaction transaction, SignedApproval approval, SignInSubject bound) {
        long left = entries(transaction, SIGNED_OUT, approval)
                .mapToLong(LedgerEntry::index)
                .max()
                .orElse(-1);
        List<LedgerEntry> made = entries(transaction, SIGNED_IN, approval).toList();
        // A copy that somebody enters later does not bring back what was ended.
        Set<String> ended = made.stream()
                .filter(entry -> entry.index() < left)
                .map(entry -> detail(entry, STATEMENT))
                .collect(Collectors.toUnmodifiableSet());
        return made.stream()
                .filter(entry -> entry.index() > left && !ended.contains(detail(entry, STATEMENT)))
                .flatMap(entry -> genuine(transaction, entry, approval.officer()).stream())
                .filter(signIn -> signIn.device().equals(approval.device())
                        && signIn.subject().equals(bound)
                        && !signIn.at().isAfter(approval.at()))
                .findFirst();
    }

    /// Those before the approval, newest first.
    private Stream<LedgerEntry> entries(Transaction transaction, String type, SignedApproval approval) {
        return office.auditLog().confirmAll(transaction, type, name(approval.officer())).reversed().stream()
                .filter(entry -> entry.index() < approval.ledgerIndex());
    }

    /// What the officers would carry who signed here now, one for each at most.
    ///
    /// @return these, or as `RosterBook.state`
    public Outcome<List<SignIn>> standing() {
        return office.unitOfWork()
                .run(transaction -> office.rosterBook()
                        .state(transaction)
                        .map(state -> state.good().stream()
                                .flatMap(member -> standing(transaction, state, member.name()).stream())
                                .toList()));
    }

    private Optional<SignIn> standing(Transaction transaction, RosterState state, String officer) {
        SignedApproval now = SignedApproval.about(
                officer, office.device().id(), office.clock().instant(), null);
        return subject(state, officer).flatMap(bound -> newest(transaction, now, bound));
    }

    /// Ends the officer's sign-ins: what they sign from here on carries none of them, what they signed before stays.
    /// Nobody's key is asked for, since it only takes.
    ///
    /// @return the one that stood here; empty, with nothing entered, if there was none; or as `RosterBook.state`
    public Outcome<Optional<SignIn>> leave(String officer) {
        return office.unitOfWork()
                .run(transaction -> office.rosterBook()
                        .state(transaction)
                        .map(state -> standing(transaction, state, officer).map(signIn -> {
                            left(transaction, officer);
                            return signIn;
                        })));
    }

    private void left(Transaction transaction, String officer) {
        Map<String, Object> details = Map.of(
                "officer", officer,
                "device", office.device().id(),
                "host", office.device().host());
        office.auditLog()
                .append(
                        transaction,
                        new AuditEvent(SIGNED_OUT, office.clock().instant(), officer, name(officer), details));
    }

    private Optional<SignIn> genuine(Transaction transaction, LedgerEntry entry, String officer) {
        String text = detail(entry, STATEMENT);
        boolean signed = office.roster().signed(transaction, officer, entry.index(), text, detail(entry, SIGNATURE));
        return signed ? SignIn.parse(text).filter(signIn -> signIn.officer().equals(officer)) : Optional.empty();
    }

    private static String detail(LedgerEntry entry, String name) {
        return Objects.toString(entry.event().details().get(name), "");
    }
}
