package dev.curfew.governance.roster;

import static dev.curfew.governance.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.Town;
import dev.curfew.governance.approval.Decisions;
import dev.curfew.governance.approval.SignedText;
import dev.curfew.governance.approval.Subject;
import dev.curfew.governance.officer.Device;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.roster.chain.Member;
import dev.curfew.governance.roster.chain.RosterChange.Found;
import dev.curfew.governance.roster.chain.RosterChange.Grant;
import dev.curfew.governance.roster.chain.RosterChange.Revoke;
import dev.curfew.governance.roster.chain.RosterChange.SetQuorum;
import dev.curfew.governance.roster.chain.RosterHead;
import dev.curfew.governance.roster.chain.RosterState;
import dev.curfew.governance.roster.chain.RosterStatement;
import dev.curfew.model.governance.Approval.Decision;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.text.Sha256;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every attack of the table, most of them by somebody who holds the ledger's own key, some by an officer: refused with
/// its reason.
class RosterForgeryTest {
    private static final Grant SECURITY = new Grant("cy", "security");
    private static final Subject LATE =
            new Subject(Subject.Kind.PLAN, "p-00000", Sha256.hex("a plan"), List.of(), "", Instant.EPOCH);

    @TempDir
    private Path directory;

    static List<RosterAttack> attacks() {
        return List.of(
                RosterAttack.forged("statement replayed", "order", chamber -> {
                    chamber.changed(SECURITY);
                    return chamber.enter(chamber.statements().getLast());
                }),
                RosterAttack.forged("number skipped", "order", chamber -> {
                    RosterStatement it = chamber.next(SECURITY);
                    return chamber.enter(renumbered(it, it.number() + 1, it.before()), "ada", "bo");
                }),
                RosterAttack.forged("forked: a second statement of one number", "order", chamber -> {
                    RosterStatement other = chamber.next(new Grant("cy", "auditor"));
                    chamber.changed(SECURITY);
                    return chamber.enter(other, "ada", "bo");
                }),
                RosterAttack.forged("follows on a statement that is not the newest", "order", chamber -> {
                    String first = chamber.state().orThrow().hash();
                    chamber.changed(SECURITY);
                    RosterStatement it = chamber.next(new Grant("cy", "auditor"));
                    return chamber.enter(renumbered(it, it.number(), first), "ada", "bo");
                }),
                new RosterAttack(
                        "role given to oneself, signed by oneself and one more",
                        Refusal.ROSTER_FORGED,
                        chamber -> chamber.enter(chamber.next(new Grant("ada", "security")), "ada", "bo")),
                RosterAttack.forged(
                        "one officer twice", "quorum", chamber -> chamber.enter(chamber.next(SECURITY), "ada", "ada")),
                new RosterAttack(
                        "one officer signs again",
                        Refusal.ALREADY_SIGNED,
                        chamber -> chamber.sign(
                                "ada", chamber.propose("ada", SECURITY).orThrow())),
                RosterAttack.forged("two officers on one machine", "quorum", chamber -> {
                    RosterStatement it = chamber.next(SECURITY);
                    return chamber.enter(
                            it, chamber.signed(it, "ada", Decision.APPROVE), onMachineOf(chamber, "ada", "bo", it));
                }),
                RosterAttack.forged("too few", "quorum", chamber -> chamber.enter(chamber.next(SECURITY), "ada")),
                RosterAttack.forged(
                        "nobody", "quorum", chamber -> chamber.enter(chamber.next(SECURITY), new SignedText[0])),
                RosterAttack.forged(
                        "quorum made smaller by one",
                        "quorum",
                        chamber -> chamber.enter(chamber.next(new SetQuorum(1)), "cy")),
                RosterAttack.forged("signed by one whose key was revoked", "signer", chamber -> {
                    chamber.changed(new SetQuorum(1));
                    chamber.propose("ada", new Revoke("bo", "lost")).orThrow();
                    return chamber.enter(chamber.next(SECURITY), "bo");
                }),
                new RosterAttack("revoked officer signs at the desk", Refusal.KEY_REVOKED, chamber -> {
                    revokeBo(chamber);
                    return chamber.propose("bo", SECURITY);
                }),
                RosterAttack.forged(
                        "revocation by one alone",
                        "quorum",
                        chamber -> chamber.enter(chamber.next(new Revoke("ada", "no")), "bo", "bo")),
                new RosterAttack("dated before the revocation, brought after it", Refusal.KEY_REVOKED, chamber -> {
                    SignedText early = approval(chamber, "bo");
                    chamber.clock.advance(Duration.ofMinutes(1));
                    revokeBo(chamber);
                    return chamber.units.run(transaction ->
                            new Decisions(chamber.office("ada")).admit(transaction, LATE, early, Map.of()));
                }),
                new RosterAttack("dated before the revocation, entered after it", Refusal.KEY_REVOKED, chamber -> {
                    SignedText early = approval(chamber, "bo");
                    chamber.clock.advance(Duration.ofMinutes(1));
                    revokeBo(chamber);
                    enterApproval(chamber, "bo", early);
                    return chamber.units.run(
                            transaction -> new Decisions(chamber.office("ada")).receipt(transaction, LATE));
                }),
                new RosterAttack("entered before its signer was an officer", Refusal.NOT_AN_OFFICER, chamber -> {
                    Proposal proposal = propose(chamber, "di");
                    enterApproval(chamber, "di", approval(chamber, "di"));
                    chamber.sign("bo", proposal).orThrow();
                    return chamber.units.run(
                            transaction -> new Decisions(chamber.office("ada")).receipt(transaction, LATE));
                }),
                RosterAttack.forged("signed by who is to be added", "signer", chamber -> {
                    Proposal proposal = propose(chamber, "di");
                    return chamber.enter(proposal.statement(), "ada", "di");
                }),
                RosterAttack.forged("signed by a stranger", "signer", chamber -> {
                    propose(chamber, "eve");
                    return chamber.enter(chamber.next(SECURITY), "ada", "eve");
                }),
                RosterAttack.forged("signature made up", "signature", chamber -> {
                    RosterStatement it = chamber.next(SECURITY);
                    SignedText real = chamber.signed(it, "bo", Decision.APPROVE);
                    return chamber.enter(
                            it,
                            chamber.signed(it, "ada", Decision.APPROVE),
                            new SignedText(
                                    real.text(), "AAAA" + real.signature().substring(4)));
                }),
                RosterAttack.forged("signature of another statement", "signature", chamber -> {
                    RosterStatement it = chamber.next(SECURITY);
                    RosterStatement other = chamber.next(new Grant("cy", "auditor"));
                    return chamber.enter(
                            it,
                            chamber.signed(it, "ada", Decision.APPROVE),
                            chamber.signed(other, "bo", Decision.APPROVE));
                }),
                RosterAttack.forged("denial taken for an approval", "signature", chamber -> {
                    RosterStatement it = chamber.next(SECURITY);
                    return chamber.enter(
                            it, chamber.signed(it, "ada", Decision.APPROVE), chamber.signed(it, "bo", Decision.DENY));
                }),
                RosterAttack.forged("machine changed under the signature", "signature", chamber -> {
                    RosterStatement it = chamber.next(SECURITY);
                    SignedText real = onMachineOf(chamber, "ada", "bo", it);
                    return chamber.enter(
                            it,
                            chamber.signed(it, "ada", Decision.APPROVE),
                            new SignedText(real.text().replace("0".repeat(32), "f".repeat(32)), real.signature()));
                }),
                RosterAttack.forged(
                        "founding quorum made smaller",
                        "signature",
                        chamber -> chamber.rewritten(
                                1, old -> Chamber.text(old, text -> text.replace("\"quorum\":2", "\"quorum\":1")))),
                RosterAttack.forged("key swapped in a statement", "signature", chamber -> {
                    String cy = publicKey(chamber, "cy");
                    return chamber.rewritten(1, old -> Chamber.text(old, text -> text.replace(cy, otherKey(chamber))));
                }),
                RosterAttack.forged(
                        "other canonical form",
                        "form",
                        chamber -> chamber.rewritten(
                                1, old -> Chamber.text(old, text -> text.replace("\"quorum\":2", "\"quorum\": 2")))),
                RosterAttack.forged(
                        "field put beside",
                        "form",
                        chamber -> chamber.rewritten(
                                1, old -> Chamber.text(old, text -> text.replaceFirst("\\{", "{\"a\":1,")))),
                RosterAttack.forged("re-ordered", "order", chamber -> {
                    chamber.changed(SECURITY);
                    chamber.changed(new Grant("cy", "auditor"));
                    List<Map<String, Object>> all = chamber.statements();
                    return chamber.rewritten(event ->
                            Chamber.with(event, event.type(), all.get((3 - all.indexOf(event.details())) % 3)));
                }),
                RosterAttack.forged("first statement taken away", "order", chamber -> {
                    chamber.changed(SECURITY);
                    return withoutStatement(chamber, 1);
                }),
                new RosterAttack("last statement taken away", Refusal.ROSTER_ROLLED_BACK, chamber -> {
                    chamber.changed(SECURITY);
                    return withoutStatement(chamber, 2);
                }),
                RosterAttack.forged("statement in the middle taken away", "order", chamber -> {
                    chamber.changed(SECURITY);
                    chamber.changed(new Grant("cy", "auditor"));
                    return withoutStatement(chamber, 2);
                }),
                new RosterAttack(
                        "set back to before the founding",
                        Refusal.ROSTER_ROLLED_BACK,
                        chamber -> withoutStatement(chamber, 1)),
                new RosterAttack("store file set back", Refusal.ROSTER_ROLLED_BACK, chamber -> {
                    RosterHead head = chamber.memory.head.orElseThrow();
                    chamber.memory.head =
                            Optional.of(new RosterHead(head.roster(), head.number() + 1, Sha256.hex("more")));
                    return chamber.propose("ada", SECURITY);
                }),
                new RosterAttack("from a cloned workspace", Refusal.ROSTER_FORKED, chamber -> {
                    // The clone went another way from statement 1 on; this machine saw it there.
                    chamber.changed(SECURITY);
                    RosterHead head = chamber.memory.head.orElseThrow();
                    chamber.memory.head =
                            Optional.of(new RosterHead(head.roster(), head.number(), Sha256.hex("the clone's")));
                    return chamber.officers("ada")
                            .propose(chamber.key("ada"), "di", "Di", otherKey(chamber), List.of());
                }),
                RosterAttack.forged("founding of another workspace", "ledger", chamber -> {
                    Map<String, Object> real = chamber.statements().getFirst();
                    Chamber other = chamber.elsewhere();
                    return other.enter(real);
                }),
                new RosterAttack(
                        "founded twice",
                        Refusal.ROSTER_FOUNDED,
                        chamber -> chamber.desk("bo").found(chamber.key("bo"), 1)),
                RosterAttack.forged("second founding entered", "change", chamber -> {
                    RosterState state = chamber.state().orThrow();
                    Found again = new Found(
                            state.members(), 1, chamber.ledger().getFirst().leafHash());
                    return chamber.enter(chamber.next(again), "ada", "bo");
                }),
                RosterAttack.forged("founder with a role", "change", chamber -> {
                    Chamber other = chamber.elsewhere();
                    List<Member> members = other.officers("ada").list().stream()
                            .map(officer -> Member.of(officer, List.of("security")))
                            .toList();
                    return other.enter(
                            other.next(new Found(
                                    members, 1, other.ledger().getFirst().leafHash())),
                            "ada");
                }),
                new RosterAttack("founder whom the ledger never saw", Refusal.ROSTER_CHANGED, chamber -> {
                    Chamber other = chamber.elsewhere();
                    file(other, "eve");
                    return other.desk("ada").found(other.key("ada"), 1);
                }),
                new RosterAttack(
                        "officer added past the quorum",
                        Refusal.ROSTER_FOUNDED,
                        chamber -> chamber.officers("ada").add("eve", "Eve", Town.passphrase("eve"))),
                new RosterAttack("row and entry of an officer made up", Refusal.NOT_AN_OFFICER, chamber -> {
                    propose(chamber, "eve");
                    Officer eve = file(chamber, "eve");
                    chamber.append(
                            "officer.added",
                            Sha256.ofJson(Map.of("officer", "eve", "publicKey", eve.publicKey())),
                            Map.of());
                    return chamber.propose("eve", SECURITY);
                }),
                new RosterAttack("key swapped in the row", Refusal.ROSTER_CHANGED, chamber -> {
                    file(chamber, "bo");
                    return chamber.propose("bo", SECURITY);
                }),
                new RosterAttack("revoked name given again", Refusal.NAME_TAKEN, chamber -> {
                    revokeBo(chamber);
                    return chamber.officers("ada")
                            .propose(chamber.key("ada"), "bo", "Bo", otherKey(chamber), List.of());
                }),
                new RosterAttack("revoked key given another name", Refusal.KEY_TAKEN, chamber -> {
                    String key = publicKey(chamber, "bo");
                    revokeBo(chamber);
                    return chamber.officers("ada").propose(chamber.key("ada"), "bob", "Bob", key, List.of());
                }),
                new RosterAttack(
                        "quorum out of reach",
                        Refusal.QUORUM_OUT_OF_REACH,
                        chamber -> chamber.propose("ada", new SetQuorum(4))),
                new RosterAttack("revoked until nobody could change it", Refusal.QUORUM_OUT_OF_REACH, chamber -> {
                    revokeBo(chamber);
                    return chamber.propose("ada", new Revoke("cy", "lost"));
                }),
                new RosterAttack("proposal of before another change", Refusal.CHANGE_OVERTAKEN, chamber -> {
                    Proposal old = chamber.propose("ada", new SetQuorum(1)).orThrow();
                    chamber.changed(SECURITY);
                    return chamber.sign("bo", old);
                }));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void isRefusedWithItsReason(RosterAttack attack) {
        Chamber chamber = Chamber.founded(directory.resolve("keys"), 2);

        Outcome<?> outcome = attack.trying().in(chamber);

        assertRefused(outcome, attack.why());
        assertThat(((Outcome.Refused<?>) outcome).words()).contains(attack.flaw());
    }

    @Test
    void withoutAnAttackItIsChanged() {
        Chamber chamber = Chamber.founded(directory.resolve("keys"), 2);

        assertThat(chamber.enter(chamber.next(SECURITY), "ada", "bo")
                        .orThrow()
                        .find("cy")
                        .orElseThrow()
                        .roles())
                .containsExactly("security");
    }

    private static RosterStatement renumbered(RosterStatement it, int number, String before) {
        return new RosterStatement(it.id(), it.roster(), number, before, it.change(), it.by(), it.nonce(), it.at());
    }

    private static SignedText onMachineOf(Chamber chamber, String machine, String officer, RosterStatement it) {
        Device device = chamber.office(machine).device();
        String own = chamber.signed(it, officer, Decision.APPROVE).text();
        String text = own.replace(chamber.office(officer).device().id(), device.id());
        return new SignedText(text, chamber.key(officer).sign(text));
    }

    private static void revokeBo(Chamber chamber) {
        chamber.changed(new Revoke("bo", "the laptop was stolen"));
    }

    private static Proposal propose(Chamber chamber, String officer) {
        return chamber.officers("ada")
                .propose(chamber.key("ada"), officer, officer, Town.passphrase(officer), Optional.empty(), List.of())
                .orThrow();
    }

    private static SignedText approval(Chamber chamber, String officer) {
        return chamber.signed(LATE, officer, Decision.APPROVE);
    }

    private static void enterApproval(Chamber chamber, String officer, SignedText signed) {
        chamber.append(
                "plan.approved",
                LATE.hash(),
                Map.of("officer", officer, "statement", signed.text(), "signature", signed.signature()));
    }

    private static String publicKey(Chamber chamber, String officer) {
        return chamber.state().orThrow().member(officer).orThrow().officer().publicKey();
    }

    private static String otherKey(Chamber chamber) {
        return chamber.elsewhere().key("bo").publicKey();
    }

    /// Puts an officer's row into the store, with a key of somebody else.
    private static Officer file(Chamber chamber, String name) {
        Officer officer = new Officer(name, name, otherKey(chamber), Town.START);
        return chamber.units.run(transaction -> {
            transaction.officers().save(officer);
            return officer;
        });
    }

    private static Outcome<RosterState> withoutStatement(Chamber chamber, int number) {
        Map<String, Object> gone = chamber.statements().get(number - 1);
        return chamber.rewritten(
                event -> event.details().equals(gone) ? Chamber.with(event, "roster.unsaid", gone) : event);
    }
}
