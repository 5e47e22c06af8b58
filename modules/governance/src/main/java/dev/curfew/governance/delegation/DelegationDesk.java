package dev.curfew.governance.delegation;

import dev.curfew.governance.approval.Voice;
import dev.curfew.governance.duty.RolePair;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.officer.ShortIds;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.roster.chain.Member;
import dev.curfew.governance.roster.chain.RosterState;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.port.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Where officers hand their voice to another one, and end that.
public final class DelegationDesk {
    private final Office office;
    private final DelegationBook book;

    public DelegationDesk(Office office) {
        this.office = office;
        book = new DelegationBook(office);
    }

    /// All, those that ended too, oldest first.
    ///
    /// @return them, or as `RosterBook.state`
    public Outcome<List<Handed>> all() {
        return office.unitOfWork().run(book::all);
    }

    /// Those that stand now.
    ///
    /// @return them, or as `RosterBook.state`
    public Outcome<List<Delegation>> standing() {
        return all().map(this::standing);
    }

    private List<Delegation> standing(List<Handed> all) {
        Instant now = office.clock().instant();
        return all.stream()
                .filter(Handed::stands)
                .map(Handed::delegation)
                .filter(one -> now.isBefore(one.until()))
                .toList();
    }

    /// Hands the signer's voice to another officer, from now on.
    ///
    /// @return the delegation, or ROSTER_NOT_FOUNDED, NOT_AN_OFFICER, KEY_REVOKED, MAY_NOT_DELEGATE, ROLES_APART, or as
    ///     `Roster.holder`
    public Outcome<Delegation> hand(OfficerKey from, String to, Scope scope, Duration length) {
        return office.unitOfWork()
                .run(transaction -> office.roster()
                        .holder(transaction, from)
                        .then(_ -> office.rosterBook().state(transaction))
                        .then(state -> hand(transaction, state, from, to, scope, length)));
    }

    private Outcome<Delegation> hand(
            Transaction transaction, RosterState state, OfficerKey from, String to, Scope scope, Duration length) {
        if (!state.isFounded()) {
            return Outcome.refused(Refusal.ROSTER_NOT_FOUNDED, to);
        }
        return state.member(from.officer())
                .then(giver -> state.member(to).then(taker -> fits(state, giver, taker, scope, length)))
                .then(_ -> book.all(transaction))
                .then(all -> single(all, from.officer())
                        .map(_ -> enter(transaction, from, made(state, all, from, to, scope, length))));
    }

    private static Outcome<Member> fits(RosterState state, Member giver, Member taker, Scope scope, Duration length) {
        if (giver.name().equals(taker.name())) {
            return mayNot(giver.name(), DelegationWords.of("not.self"));
        }
        Set<String> roles = scope.of(giver.roles());
        if (roles.isEmpty() || !giver.roles().containsAll(scope.roles())) {
            return mayNot(giver.name(), DelegationWords.of("not.role", giver.name(), taker.name()));
        }
        Optional<String> tooLong = DelegationBook.tooLong(state, length);
        return tooLong.isPresent() ? mayNot(giver.name(), tooLong.get()) : apart(state, taker, roles);
    }

    private static Outcome<Member> apart(RosterState state, Member taker, Set<String> roles) {
        return broken(state, taker, roles)
                .<Outcome<Member>>map(
                        pair -> Outcome.refused(Refusal.ROLES_APART, taker.name(), pair.first(), pair.second()))
                .orElseGet(() -> Outcome.done(taker));
    }

    /// A pair of roles that nobody has both of, and whoever speaks with these would.
    static Optional<RolePair> broken(RosterState state, Member taker, Set<String> roles) {
        Set<String> both = new TreeSet<>(taker.roles());
        both.addAll(roles);
        return new TreeSet<>(state.terms().duties().apart())
                .stream().filter(pair -> pair.isWithin(both)).findFirst();
    }

    /// One voice is with one officer at a time.
    private Outcome<String> single(List<Handed> all, String from) {
        return standing(all).stream()
                .filter(one -> one.from().equals(from))
                .findFirst()
                .<Outcome<String>>map(one -> mayNot(from, DelegationWords.of("not.twice", one.to(), one.id())))
                .orElseGet(() -> Outcome.done(from));
    }

    private static <T> Outcome<T> mayNot(String from, String why) {
        return Outcome.refused(Refusal.MAY_NOT_DELEGATE, from, why);
    }

    private Delegation made(
            RosterState state, List<Handed> all, OfficerKey from, String to, Scope scope, Duration length) {
        Instant now = office.clock().instant();
        return new Delegation(
                ShortIds.next(
                        "v",
                        office.random(),
                        id -> all.stream().anyMatch(one -> one.delegation().id().equals(id))),
                state.roster(),
                from.officer(),
                to,
                scope,
                now,
                now.plus(length),
                office.nonce());
    }

    private Delegation enter(Transaction transaction, OfficerKey from, Delegation one) {
        append(
                transaction,
                DelegationBook.MADE,
                from,
                one.at(),
                Map.of(
                        "id",
                        one.id(),
                        "to",
                        one.to(),
                        "scope",
                        one.scope().words(),
                        "until",
                        one.until().toString(),
                        DelegationBook.STATEMENT,
                        one.text(),
                        DelegationBook.SIGNATURE,
                        from.sign(one.text())));
        return one;
    }

    /// Ends it before its time, for whoever handed it on or has it.
    ///
    /// @return the delegation, or UNKNOWN_DELEGATION, or as `Roster.holder`
    public Outcome<Delegation> withdraw(OfficerKey officer, String id) {
        return office.unitOfWork()
                .run(transaction -> office.roster()
                        .holder(transaction, officer)
                        .then(_ -> book.all(transaction))
                        .then(all -> open(all, officer.officer(), id))
                        .map(one -> withdrawn(transaction, officer, one)));
    }

    private static Outcome<Delegation> open(List<Handed> all, String officer, String id) {
        return all.stream()
                .filter(Handed::stands)
                .map(Handed::delegation)
                .filter(one ->
                        one.id().equals(id) && List.of(one.from(), one.to()).contains(officer))
                .findFirst()
                .<Outcome<Delegation>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.UNKNOWN_DELEGATION, id, officer));
    }

    private Delegation withdrawn(Transaction transaction, OfficerKey officer, Delegation one) {
        Instant now = office.clock().instant();
        append(
                transaction,
                DelegationBook.WITHDRAWN,
                officer,
                now,
                Map.of(
                        "id",
                        one.id(),
                        "from",
                        one.from(),
                        "to",
                        one.to(),
                        "delegation",
                        one.hash(),
                        "at",
                        now.toString(),
                        DelegationBook.SIGNATURE,
                        officer.sign(DelegationBook.withdrawal(one, now.toString()))));
        return one;
    }

    private void append(
            Transaction transaction, String type, OfficerKey officer, Instant at, Map<String, Object> details) {
        Map<String, Object> all = new HashMap<>(details);
        all.put("officer", officer.officer());
        all.put("device", office.device().id());
        all.put("host", office.device().host());
        office.auditLog().append(transaction, new AuditEvent(type, at, officer.officer(), DelegationBook.SUBJECT, all));
    }

    /// By what an officer may give another one's voice now.
    ///
    /// @return it, or NOT_DELEGATED, or as `RosterBook.state`
    public Outcome<Voice> voice(Transaction transaction, String from, String to) {
        return book.all(transaction)
                .then(all -> standing(all).stream()
                        .filter(one -> one.from().equals(from) && one.to().equals(to))
                        .findFirst()
                        .<Outcome<Voice>>map(one -> Outcome.done(one.voice()))
                        .orElseGet(() -> Outcome.refused(Refusal.NOT_DELEGATED, from, to)));
    }
}
