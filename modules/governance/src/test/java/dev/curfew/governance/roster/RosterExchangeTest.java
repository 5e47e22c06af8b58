package dev.curfew.governance.roster;

import static dev.curfew.governance.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.Town;
import dev.curfew.governance.approval.Checked;
import dev.curfew.governance.approval.Recheck;
import dev.curfew.governance.approval.Statement;
import dev.curfew.governance.exchange.Question;
import dev.curfew.governance.exchange.RosterAnswering;
import dev.curfew.governance.exchange.RosterAsking;
import dev.curfew.governance.exchange.RosterQuestion;
import dev.curfew.governance.exchange.SignedFile;
import dev.curfew.governance.officer.Device;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.roster.chain.RosterChange;
import dev.curfew.governance.roster.chain.RosterChange.Grant;
import dev.curfew.governance.roster.chain.RosterHead;
import dev.curfew.governance.roster.chain.RosterState;
import dev.curfew.model.governance.Approval.Decision;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A change of the roster, signed on another machine that has a workspace of its own: files alone pass.
class RosterExchangeTest {
    private static final Grant SECURITY = new Grant("cy", "security");

    @TempDir
    private Path directory;

    static List<RosterAttack> attacks() {
        return List.of(
                new RosterAttack("answer brought back when it is in force", Refusal.CHANGE_OVERTAKEN, chamber -> {
                    SignedFile answer = answer(chamber.neighbour(), asked(chamber));
                    asking(chamber).take(answer).orThrow();
                    return asking(chamber).take(answer);
                }),
                new RosterAttack("answer by one who signed", Refusal.ALREADY_SIGNED, chamber -> {
                    SignedFile question = asked(chamber);
                    Chamber there = chamber.neighbour();
                    RosterAnswering ada = new RosterAnswering(there.office("bo"));
                    return asking(chamber)
                            .take(ada.look(question)
                                    .then(shown -> ada.approve(shown, there.key("ada")))
                                    .orThrow());
                }),
                new RosterAttack("question signed twice", Refusal.ALREADY_SIGNED, chamber -> {
                    SignedFile question = asked(chamber);
                    Chamber there = chamber.neighbour();
                    answer(there, question);
                    return signed(there, question);
                }),
                new RosterAttack("answer edited", Refusal.FORGED, chamber -> {
                    SignedFile answer = answer(chamber.neighbour(), asked(chamber));
                    return asking(chamber).take(edited(answer, "bo-desk", "cy-desk"));
                }),
                new RosterAttack("answer laid out in another way", Refusal.MALFORMED, chamber -> {
                    SignedFile answer = answer(chamber.neighbour(), asked(chamber));
                    return asking(chamber).take(edited(answer, "{", "{ "));
                }),
                new RosterAttack("signed before it was asked", Refusal.BACKDATED, chamber -> {
                    RosterQuestion question =
                            RosterQuestion.parse(asked(chamber).text()).orElseThrow();
                    chamber.clock.advance(Duration.ofMinutes(5));
                    Statement early = Statement.by(
                                    chamber.key("bo"),
                                    question.statement().subject(),
                                    Decision.APPROVE,
                                    new Checked(Recheck.NOT_CHECKED, "", 0, List.of()),
                                    chamber.office("bo").device(),
                                    chamber.office("bo").nonce(),
                                    question.at().minusSeconds(1),
                                    "")
                            .answering(question.hash());
                    return asking(chamber)
                            .take(new SignedFile(early.text(), chamber.key("bo").sign(early.text())));
                }),
                new RosterAttack("answer used on another machine", Refusal.NOT_ASKED_HERE, chamber -> {
                    SignedFile answer = answer(chamber.neighbour(), asked(chamber));
                    return new RosterAsking(chamber.office(new Device("9".repeat(32), "clone"))).take(answer);
                }),
                new RosterAttack("answer used in another workspace", Refusal.NOT_ASKED_HERE, chamber -> {
                    SignedFile answer = answer(chamber.neighbour(), asked(chamber));
                    return asking(chamber.neighbour()).take(answer);
                }),
                new RosterAttack("question left lying", Refusal.QUESTION_EXPIRED, chamber -> {
                    SignedFile question = asked(chamber);
                    Chamber there = chamber.neighbour();
                    there.clock.advance(Question.HOLDS_FOR);
                    return signed(there, question);
                }),
                new RosterAttack("answer brought back too late", Refusal.QUESTION_EXPIRED, chamber -> {
                    SignedFile answer = answer(chamber.neighbour(), asked(chamber));
                    chamber.clock.advance(Question.HOLDS_FOR);
                    return asking(chamber).take(answer);
                }),
                new RosterAttack(
                        "change swapped in the question",
                        Refusal.MALFORMED,
                        chamber -> signed(chamber.neighbour(), edited(asked(chamber), "security", "auditing"))),
                new RosterAttack("question of somebody unknown there", Refusal.NOT_AN_OFFICER, chamber -> {
                    chamber.changed(addition(chamber));
                    Proposal proposal = chamber.propose("di", SECURITY).orThrow();
                    SignedFile question = new RosterAsking(chamber.office("di"))
                            .ask(proposal.statement().id(), chamber.key("di"))
                            .orThrow();
                    return signed(chamber.neighbour(), question);
                }),
                new RosterAttack("roster set back since the last question", Refusal.ROSTER_ROLLED_BACK, chamber -> {
                    Chamber there = chamber.neighbour();
                    SignedFile newer = changedAndAsked(chamber);
                    answer(there, newer);
                    setBack(chamber);
                    return signed(there, asked(chamber));
                }),
                new RosterAttack("roster that went another way", Refusal.ROSTER_FORKED, chamber -> {
                    Chamber there = chamber.neighbour();
                    answer(there, changedAndAsked(chamber));
                    setBack(chamber);
                    chamber.changed(new Grant("cy", "other"));
                    return signed(there, asked(chamber));
                }),
                new RosterAttack("question of a newer copy of this workspace", Refusal.ROSTER_ROLLED_BACK, chamber -> {
                    SignedFile newer = changedAndAsked(chamber);
                    setBack(chamber);
                    assertThat(chamber.state()).isInstanceOf(Outcome.Done.class);
                    assertRefused(new RosterAnswering(chamber.office("bo")).look(newer), Refusal.ROSTER_ROLLED_BACK);
                    // From then on nothing is decided there.
                    return chamber.propose("ada", SECURITY);
                }));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void isRefusedWithItsReason(RosterAttack attack) {
        Chamber chamber = Chamber.founded(directory.resolve("keys"), 2);

        Outcome<?> outcome = attack.trying().in(chamber);

        assertRefused(outcome, attack.why());
    }

    @Test
    void withoutAnAttackItIsInForce() {
        Chamber chamber = Chamber.founded(directory.resolve("keys"), 2);
        SignedFile question = asked(chamber);

        SignedFile answer = answer(chamber.neighbour(), question);

        assertThat(asking(chamber).take(answer).orThrow().inForce()).isTrue();
        assertThat(chamber.state().orThrow().find("cy").orElseThrow().roles()).containsExactly("security");
    }

    @Test
    void aNeighbourOnTheSameMachineAddsNoSignature() {
        Chamber chamber = Chamber.founded(directory.resolve("keys"), 2);
        SignedFile question = asked(chamber);
        Chamber there = chamber.neighbour();
        RosterAnswering same = new RosterAnswering(there.office("ada"));

        SignedFile answer = same.look(question)
                .then(shown -> same.approve(shown, there.key("bo")))
                .orThrow();

        assertThat(asking(chamber).take(answer).orThrow().counted()).isEqualTo(1);
    }

    private static RosterAsking asking(Chamber chamber) {
        return new RosterAsking(chamber.office("ada"));
    }

    private static SignedFile asked(Chamber chamber) {
        Proposal proposal = chamber.propose("ada", SECURITY).orThrow();
        return asking(chamber)
                .ask(proposal.statement().id(), chamber.key("ada"))
                .orThrow();
    }

    /// After another change, so that the roster is at statement 2.
    private static SignedFile changedAndAsked(Chamber chamber) {
        chamber.changed(new Grant("cy", "auditing"));
        return asked(chamber);
    }

    private static RosterChange addition(Chamber chamber) {
        return chamber.officers("ada")
                .propose(chamber.key("ada"), "di", "Di", Town.passphrase("di"), Optional.empty(), List.of())
                .orThrow()
                .statement()
                .change();
    }

    /// To statement 1; and the machine forgets.
    private static void setBack(Chamber chamber) {
        RosterState state = chamber.state().orThrow();
        Map<String, Object> gone = chamber.statements().getLast();
        chamber.memory.head =
                Optional.of(new RosterHead(state.roster(), 1, state.hashes().getFirst()));
        chamber.rewritten(event -> event.details().equals(gone) ? Chamber.with(event, "roster.unsaid", gone) : event);
    }

    private static SignedFile answer(Chamber there, SignedFile question) {
        return signed(there, question).orThrow();
    }

    private static Outcome<SignedFile> signed(Chamber there, SignedFile question) {
        RosterAnswering bo = new RosterAnswering(there.office("bo"));
        return bo.look(question).then(shown -> bo.approve(shown, there.key("bo")));
    }

    private static SignedFile edited(SignedFile file, String from, String to) {
        assertThat(file.text()).contains(from);
        return new SignedFile(file.text().replace(from, to), file.signature());
    }
}
