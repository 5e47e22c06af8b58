package dev.curfew.governance.roster;

import dev.curfew.governance.approval.Checked;
import dev.curfew.governance.approval.Decisions;
import dev.curfew.governance.approval.Recheck;
import dev.curfew.governance.approval.SignedText;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.officer.ShortIds;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.roster.chain.Member;
import dev.curfew.governance.roster.chain.Quorum;
import dev.curfew.governance.roster.chain.RosterChain;
import dev.curfew.governance.roster.chain.RosterChange;
import dev.curfew.governance.roster.chain.RosterChange.Found;
import dev.curfew.governance.roster.chain.RosterState;
import dev.curfew.governance.roster.chain.RosterStatement;
import dev.curfew.model.governance.Approval.Decision;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.text.Sha256;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Proposes changes of the roster, has them signed, and enters each in the unit of work in which its quorum is reached:
/// before that nothing of it holds, after it all of it.
public final class RosterDesk {
    static final String PROPOSED = "roster.proposed";

    private static final String PROPOSALS = Sha256.hex("curfew.roster-proposals");

    private final Office office;
    private final RosterBook book;
    private final Decisions decisions;

    public RosterDesk(Office office) {
        this.office = office;
        book = office.rosterBook();
        decisions = new Decisions(office);
    }

    /// The roster now.
    ///
    /// @return it, or as `RosterBook.state`
    public Outcome<RosterState> state() {
        return office.unitOfWork().run(book::state);
    }

    /// The statements that made it what it is, oldest first.
    ///
    /// @return them, or as `RosterBook.state`
    public Outcome<List<RosterEntry>> history() {
        return office.unitOfWork()
                .run(transaction -> book.state(transaction)
                        .map(_ -> book.entries(transaction).stream()
                                .flatMap(entry -> RosterEntry.of(entry).stream())
                                .toList()));
    }

    /// The first statement: those whom the ledger saw added, and the quorum that all later ones need. One of them signs
    /// it alone.
    ///
    /// @return it, or as [#propose]
    public Outcome<Proposal> found(OfficerKey key, int quorum) {
        return run(
                key,
                transaction -> founders(transaction)
                        .then(members ->
                                propose(transaction, key, new Found(members, quorum, book.ledger(transaction)))));
    }

    private Outcome<List<Member>> founders(Transaction transaction) {
        Outcome<List<Member>> members = Outcome.done(List.of());
        for (Officer officer : transaction.officers().all()) {
            members = members.then(before -> office.roster()
                    .find(transaction, officer.name())
                    .map(it -> plus(before, Member.of(it, List.of()))));
        }
        return members;
    }

    private static <T> List<T> plus(List<T> before, T one) {
        return Stream.concat(before.stream(), Stream.of(one)).toList();
    }

    /// Proposes a change and signs it. Where that is the quorum, it is in force.
    ///
    /// @return how far it has come, or what `RosterState.after` refuses, or as `Decisions.enter` and `RosterBook.state`
    public Outcome<Proposal> propose(OfficerKey key, RosterChange change) {
        return run(key, transaction -> propose(transaction, key, change));
    }

    private Outcome<Proposal> propose(Transaction transaction, OfficerKey key, RosterChange change) {
        return book.state(transaction).then(state -> {
            RosterStatement statement = new RosterStatement(
                    ShortIds.next(
                            "o", office.random(), id -> find(transaction, id).isPresent()),
                    state.roster(),
                    state.number() + 1,
                    state.hash(),
                    change,
                    key.officer(),
                    office.nonce(),
                    office.clock().instant());
            return state.after(statement, 0).then(_ -> {
                append(transaction, PROPOSED, PROPOSALS, key.officer(), statement, Map.of());
                return sign(transaction, key, state, statement);
            });
        });
    }

    /// Signs what another officer proposed. Where that is the quorum, it is in force.
    ///
    /// @return how far it has come, or UNKNOWN_CHANGE, CHANGE_OVERTAKEN, ALREADY_SIGNED, or as [#propose]
    public Outcome<Proposal> sign(OfficerKey key, String id) {
        return run(
                key,
                transaction -> open(transaction, id)
                        .then(statement ->
                                book.state(transaction).then(state -> sign(transaction, key, state, statement))));
    }

    /// Enters what another officer signed on another machine. Where that is the quorum, the change is in force.
    ///
    /// @param asked finds the change that was asked about
    /// @return how far it has come, or ALREADY_SIGNED, or as [#open], `Decisions.admit` and what finds it
    public Outcome<Proposal> admit(Function<Transaction, Outcome<String>> asked, SignedText answer) {
        return remembered(office.unitOfWork()
                .run(transaction -> asked.apply(transaction)
                        .then(id -> open(transaction, id))
                        .then(statement ->
                                book.state(transaction).then(state -> admit(transaction, state, statement, answer)))));
    }

    private Outcome<Proposal> admit(
            Transaction transaction, RosterState state, RosterStatement statement, SignedText answer) {
        return standing(transaction, statement).containsKey(answer.officer())
                ? Outcome.refused(Refusal.ALREADY_SIGNED, statement.id(), answer.officer())
                : decisions
                        .admit(transaction, statement.subject(), answer, Map.of())
                        .map(_ -> settle(transaction, state, statement));
    }

    /// What was proposed and may still be signed.
    ///
    /// @return it, or UNKNOWN_CHANGE, CHANGE_OVERTAKEN, or as `RosterBook.state`
    public Outcome<RosterStatement> open(Transaction transaction, String id) {
        return book.state(transaction).then(state -> {
            Optional<RosterStatement> statement = find(transaction, id);
            if (statement.isEmpty()) {
                return Outcome.refused(Refusal.UNKNOWN_CHANGE, id);
            }
            return statement.get().follows(state)
                    ? state.after(statement.get(), 0).map(_ -> statement.get())
                    : Outcome.refused(Refusal.CHANGE_OVERTAKEN, id, state.number());
        });
    }

    private Optional<RosterStatement> find(Transaction transaction, String id) {
        return proposed(transaction).stream()
                .filter(statement -> statement.id().equals(id))
                .findFirst();
    }

    private List<RosterStatement> proposed(Transaction transaction) {
        return office.auditLog().confirmAll(transaction, PROPOSED, PROPOSALS).stream()
                .flatMap(entry -> RosterChain.statement(entry).stream())
                .toList();
    }

    /// What waits for signatures, oldest first.
    ///
    /// @return it, or as `RosterBook.state`
    public Outcome<List<Proposal>> pending() {
        return office.unitOfWork()
                .run(transaction -> book.state(transaction)
                        .map(state -> proposed(transaction).stream()
                                .filter(statement -> statement.follows(state))
                                .map(statement -> proposal(state, statement, standing(transaction, statement), false))
                                .toList()));
    }

    private Outcome<Proposal> sign(
            Transaction transaction, OfficerKey key, RosterState state, RosterStatement statement) {
        if (standing(transaction, statement).containsKey(key.officer())) {
            return Outcome.refused(Refusal.ALREADY_SIGNED, statement.id(), key.officer());
        }
        return decisions
                .enter(transaction, key, statement.subject(), Decision.APPROVE, checked(statement), "")
                .then(_ -> Outcome.done(settle(transaction, state, statement)));
    }

    /// That the change can be made to the roster was computed here just now.
    private static Checked checked(RosterStatement statement) {
        return new Checked(Recheck.SAME, statement.hash(), 0, List.of());
    }

    /// Enters the statement if its quorum is there.
    Proposal settle(Transaction transaction, RosterState state, RosterStatement statement) {
        Map<String, SignedText> signed = standing(transaction, statement);
        Proposal proposal = proposal(state, statement, signed, false);
        if (proposal.counted() < state.quorum()) {
            return proposal;
        }
        List<Map<String, String>> signatures = signed.values().stream()
                .map(one -> Map.of(RosterChain.STATEMENT, one.text(), RosterChain.SIGNATURE, one.signature()))
                .toList();
        append(
                transaction,
                RosterBook.CHANGED,
                RosterBook.SUBJECT,
                statement.by(),
                statement,
                Map.of(RosterChain.SIGNATURES, signatures));
        if (statement.change() instanceof RosterChange.Add(Member member)) {
            transaction.officers().save(member.officer());
        }
        return proposal(state, statement, signed, true);
    }

    private static Proposal proposal(
            RosterState state, RosterStatement statement, Map<String, SignedText> signed, boolean inForce) {
        Map<String, String> devices = new LinkedHashMap<>();
        signed.forEach((officer, one) -> devices.put(officer, one.device()));
        return new Proposal(
                statement,
                List.copyOf(signed.keySet()),
                Quorum.counted(state, statement.change(), devices),
                state.quorum(),
                inForce);
    }

    /// Valid signatures by officer, oldest first. One whose key was revoked since is left out, not refused: others
    /// sign.
    private Map<String, SignedText> standing(Transaction transaction, RosterStatement statement) {
        Map<String, SignedText> signed = new LinkedHashMap<>();
        for (LedgerEntry entry : office.auditLog().confirmAll(transaction, RosterEntry.APPROVED, statement.hash())) {
            SignedText one = RosterEntry.signed(entry);
            boolean good = decisions.verified(transaction, statement.subject(), one) instanceof Outcome.Done
                    && office.clock().instant().isBefore(one.expiresAt());
            if (good) {
                signed.put(one.officer(), one);
            }
        }
        return signed;
    }

    private LedgerEntry append(
            Transaction transaction,
            String type,
            String subject,
            String actor,
            RosterStatement statement,
            Map<String, Object> besides) {
        Map<String, Object> details = new LinkedHashMap<>(besides);
        details.put("id", statement.id());
        details.put("number", statement.number());
        details.put(RosterChain.STATEMENT, statement.text());
        details.put("device", office.device().id());
        details.put("host", office.device().host());
        return office.auditLog()
                .append(transaction, new AuditEvent(type, office.clock().instant(), actor, subject, details));
    }

    private Outcome<Proposal> run(OfficerKey key, Function<Transaction, Outcome<Proposal>> work) {
        return remembered(office.unitOfWork()
                .run(transaction -> office.roster().holder(transaction, key).then(_ -> work.apply(transaction))));
    }

    /// Once it is committed: what was not must not be remembered.
    private Outcome<Proposal> remembered(Outcome<Proposal> outcome) {
        return outcome.then(proposal -> state().map(_ -> proposal));
    }
}
