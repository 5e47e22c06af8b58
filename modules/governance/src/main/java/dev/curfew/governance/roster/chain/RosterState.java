package dev.curfew.governance.roster.chain;

import dev.curfew.governance.duty.DutyRules;
import dev.curfew.governance.duty.RolePair;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.policy.Requirement;
import dev.curfew.governance.roster.chain.RosterChange.Add;
import dev.curfew.governance.roster.chain.RosterChange.Bind;
import dev.curfew.governance.roster.chain.RosterChange.Found;
import dev.curfew.governance.roster.chain.RosterChange.Grant;
import dev.curfew.governance.roster.chain.RosterChange.Revoke;
import dev.curfew.governance.roster.chain.RosterChange.SetDuties;
import dev.curfew.governance.roster.chain.RosterChange.SetQuorum;
import dev.curfew.governance.roster.chain.RosterChange.SignInBy;
import dev.curfew.governance.roster.chain.RosterChange.Take;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// The roster after some number of statements.
///
/// @param members in the order of their adding, revoked ones too
/// @param hashes of the statements, oldest first; none while it is not founded
/// @param quorum how many officers have to sign the next statement, each on a machine of their own
/// @param terms what holds for all of them
public record RosterState(List<Member> members, List<String> hashes, int quorum, RosterTerms terms) {
    /// Whoever is there founds it alone.
    private static final int FOUNDING_QUORUM = 1;

    public RosterState {
        members = List.copyOf(members);
        hashes = List.copyOf(hashes);
    }

    /// Before the first statement: a quorum of one.
    public static RosterState unfounded(List<Member> members) {
        return new RosterState(members, List.of(), FOUNDING_QUORUM, RosterTerms.NONE);
    }

    public boolean isFounded() {
        return !hashes.isEmpty();
    }

    public int number() {
        return hashes.size();
    }

    /// Hash of the newest statement; empty before the first.
    public String hash() {
        return isFounded() ? hashes.getLast() : "";
    }

    /// Hash of the first statement, which names the roster; empty before it.
    public String roster() {
        return isFounded() ? hashes.getFirst() : "";
    }

    public RosterHead head() {
        return new RosterHead(roster(), number(), hash());
    }

    public Optional<Member> find(String name) {
        return members.stream().filter(member -> member.name().equals(name)).findFirst();
    }

    /// Those whose key is good.
    public List<Member> good() {
        return members.stream().filter(Member::isGood).toList();
    }

    /// The roster after a statement.
    ///
    /// @param ledgerIndex of the statement's entry
    /// @return it, or what `OfficerDesk.enrol` refuses, NOT_AN_OFFICER, KEY_REVOKED, BAD_ROLE, ROSTER_SAME,
    ///     QUORUM_OUT_OF_REACH, ROSTER_FOUNDED, ROSTER_NOT_FOUNDED, NO_SIGN_IN, SUBJECT_TAKEN,
    ///     ROLES_APART
    public Outcome<RosterState> after(RosterStatement statement, long ledgerIndex) {
        RosterChange change = statement.change();
        boolean first = change instanceof Found;
        if (first == isFounded()) {
            return Outcome.refused(first ? Refusal.ROSTER_FOUNDED : Refusal.ROSTER_NOT_FOUNDED, statement.id());
        }
        Outcome<RosterState> next = switch (change) {
            case Found(List<Member> founders, int asked, String _) -> founded(founders, asked);
            case Add(Member member) -> added(member.since(ledgerIndex));
            case Revoke(String officer, String reason) ->
                member(officer)
                        .map(member ->
                                replaced(member.revoked(new Member.Revocation(ledgerIndex, statement.at(), reason))));
            case Grant(String officer, String role) -> member(officer).then(member -> granted(member, role));
            case Take(String officer, String role) -> member(officer).then(member -> taken(member, role));
            case SetQuorum(int asked) ->
                asked == quorum
                        ? Outcome.refused(Refusal.ROSTER_SAME, change.words())
                        : Outcome.done(new RosterState(members, hashes, asked, terms));
            case SignInBy(SignInProvider provider) ->
                provider.equals(terms.signIn())
                        ? Outcome.refused(Refusal.ROSTER_SAME, change.words())
                        : Outcome.done(with(terms.with(provider)));
            case SetDuties(DutyRules rules) ->
                rules.equals(terms.duties())
                        ? Outcome.refused(Refusal.ROSTER_SAME, change.words())
                        : Outcome.done(with(terms.with(rules)));
            case Bind(String officer, SignInSubject subject) -> member(officer).then(member -> bound(member, subject));
        };
        return next.then(RosterState::reachable).then(RosterState::apart).map(state -> state.with(statement.hash()));
    }

    private RosterState with(String hash) {
        List<String> more = new ArrayList<>(hashes);
        more.add(hash);
        return new RosterState(members, more, quorum, terms);
    }

    private RosterState with(RosterTerms others) {
        return new RosterState(members, hashes, quorum, others);
    }

    private static Outcome<RosterState> founded(List<Member> founders, int asked) {
        Outcome<RosterState> state = Outcome.done(new RosterState(List.of(), List.of(), asked, RosterTerms.NONE));
        for (Member founder : founders) {
            if (!founder.roles().isEmpty()) {
                return Outcome.refused(Refusal.BAD_ROLE, founder.roles().getFirst());
            }
            state = state.then(before -> before.added(founder));
        }
        return state;
    }

    private Outcome<RosterState> added(Member member) {
        for (Member other : members) {
            if (other.name().equals(member.name())) {
                return Outcome.refused(Refusal.NAME_TAKEN, member.name());
            }
            if (other.officer().publicKey().equals(member.officer().publicKey())) {
                return Outcome.refused(Refusal.KEY_TAKEN, member.name(), other.name());
            }
        }
        for (String role : member.roles()) {
            if (!isGrantable(role)) {
                return Outcome.refused(Refusal.BAD_ROLE, role);
            }
        }
        Map<String, Member> more = byName();
        more.put(member.name(), member);
        return Outcome.done(with(more.values()));
    }

    private static boolean isGrantable(String role) {
        return Member.isRole(role) && !role.equals(Requirement.OFFICER);
    }

    /// @return the officer whose key is good, or NOT_AN_OFFICER, KEY_REVOKED
    public Outcome<Member> member(String name) {
        Optional<Member> member = find(name);
        if (member.isEmpty()) {
            return Outcome.refused(Refusal.NOT_AN_OFFICER, name);
        }
        Member.Revocation revocation = member.get().revocation();
        return revocation == null ? Outcome.done(member.get()) : revoked(name, revocation);
    }

    /// Whose signature in that entry counts.
    ///
    /// @return the officer, or NOT_AN_OFFICER, KEY_REVOKED
    public Outcome<Member> signer(String name, long ledgerIndex) {
        Optional<Member> member = find(name).filter(one -> one.since() <= ledgerIndex);
        if (member.isEmpty()) {
            return Outcome.refused(Refusal.NOT_AN_OFFICER, name);
        }
        Member.Revocation revocation = member.get().revocation();
        return revocation == null || ledgerIndex < revocation.ledgerIndex()
                ? Outcome.done(member.get())
                : revoked(name, revocation);
    }

    private static <T> Outcome<T> revoked(String name, Member.Revocation revocation) {
        return Outcome.refused(Refusal.KEY_REVOKED, name, revocation.at().toString(), revocation.reason());
    }

    private Outcome<RosterState> granted(Member member, String role) {
        if (!isGrantable(role)) {
            return Outcome.refused(Refusal.BAD_ROLE, role);
        }
        TreeSet<String> roles = new TreeSet<>(member.roles());
        return roles.add(role) ? Outcome.done(replaced(member.with(roles))) : same(new Grant(member.name(), role));
    }

    private Outcome<RosterState> taken(Member member, String role) {
        TreeSet<String> roles = new TreeSet<>(member.roles());
        return roles.remove(role) ? Outcome.done(replaced(member.with(roles))) : same(new Take(member.name(), role));
    }

    /// One person behind two names would be two signatures.
    private Outcome<RosterState> bound(Member member, SignInSubject subject) {
        SignInProvider provider = terms.signIn();
        if (provider == null || !provider.names(subject)) {
            return Outcome.refused(Refusal.NO_SIGN_IN, subject.issuer());
        }
        Optional<Member> holder =
                members.stream().filter(other -> subject.equals(other.signIn())).findFirst();
        if (holder.isPresent()) {
            return holder.get().name().equals(member.name())
                    ? same(new Bind(member.name(), subject))
                    : Outcome.refused(
                            Refusal.SUBJECT_TAKEN,
                            subject.subject(),
                            holder.get().name());
        }
        return Outcome.done(replaced(member.bound(subject)));
    }

    private static <T> Outcome<T> same(RosterChange change) {
        return Outcome.refused(Refusal.ROSTER_SAME, change.words());
    }

    private RosterState replaced(Member member) {
        Map<String, Member> all = byName();
        all.put(member.name(), member);
        return with(all.values());
    }

    private Map<String, Member> byName() {
        Map<String, Member> all = new LinkedHashMap<>();
        members.forEach(member -> all.put(member.name(), member));
        return all;
    }

    private RosterState with(Collection<Member> others) {
        return new RosterState(List.copyOf(others), hashes, quorum, terms);
    }

    /// Roles that are kept apart are so from the first statement on that says it.
    private Outcome<RosterState> apart() {
        for (RolePair pair : terms.duties().apart()) {
            for (Member member : good()) {
                if (pair.isWithin(member.roles())) {
                    return Outcome.refused(Refusal.ROLES_APART, member.name(), pair.first(), pair.second());
                }
            }
        }
        return Outcome.done(this);
    }

    /// A roster that nobody could change again is none.
    private Outcome<RosterState> reachable() {
        int officers = good().size();
        return quorum >= 1 && quorum <= officers
                ? Outcome.done(this)
                : Outcome.refused(Refusal.QUORUM_OUT_OF_REACH, quorum, officers);
    }
}
