package dev.curfew.revocation.exchange;

import static dev.curfew.revocation.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.approval.Checked;
import dev.curfew.governance.approval.Recheck;
import dev.curfew.governance.approval.Statement;
import dev.curfew.governance.approval.Subject;
import dev.curfew.governance.exchange.Question;
import dev.curfew.governance.exchange.Sender;
import dev.curfew.governance.exchange.SignedFile;
import dev.curfew.governance.judgement.PolicyBook;
import dev.curfew.governance.officer.Device;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.officer.OfficerKeys;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.policy.PolicyPack;
import dev.curfew.governance.roster.RosterDesk;
import dev.curfew.governance.roster.chain.RosterChange;
import dev.curfew.model.governance.Approval.Decision;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.Progress;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.snapshot.SnapshotBuilder;
import dev.curfew.revocation.Station;
import dev.curfew.revocation.catalogue.Catalogue;
import dev.curfew.revocation.choice.Extent;
import dev.curfew.revocation.plan.PlanOrder;
import dev.curfew.testbed.memory.PlainPassphrases;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every attack of the table on a plan that passes between two machines in files: refused with its reason, and no
/// signature of Bo's comes of it.
class PlanForgeryTest {
    private static final Catalogue CATALOGUE = Catalogue.packaged();

    @TempDir
    private Path directory;

    private Station station;

    /// One row of the table.
    record Attack(String name, Refusal why, Trying trying) {
        @Override
        public String toString() {
            return name;
        }
    }

    /// How far it comes.
    @FunctionalInterface
    interface Trying {
        Outcome<?> in(Station station, Path directory) throws InterruptedException;
    }

    @BeforeEach
    void build() {
        station = station(directory.resolve("station"));
    }

    private static Station station(Path directory) {
        Station station = new Station(directory);
        station.officers.add("bo", "Bo", Station.passphrase()).orThrow();
        station.connect("production");
        return station;
    }

    static List<Attack> replays() {
        return List.of(
                new Attack("answer brought back twice", Refusal.ALREADY_SIGNED, (station, _) -> {
                    SignedFile answer = answer(station, ask(station, station.deletion()));
                    asking(station).take(answer).orThrow();
                    return asking(station).take(answer);
                }),
                new Attack("answer to a second question by one officer", Refusal.ALREADY_SIGNED, (station, _) -> {
                    RevocationPlan plan = station.deletion();
                    asking(station).take(answer(station, ask(station, plan))).orThrow();
                    return asking(station).take(answer(station, ask(station, plan)));
                }));
    }

    static List<Attack> answers() {
        return List.of(
                new Attack("question signed twice", Refusal.ALREADY_SIGNED, (station, _) -> {
                    SignedFile question = ask(station, station.deletion());
                    PlanShown shown = elsewhere(station).look(question).orThrow();
                    elsewhere(station).approve(shown, bo(station)).orThrow();
                    return elsewhere(station).approve(shown, bo(station));
                }),
                new Attack("answer edited", Refusal.FORGED, (station, _) -> {
                    SignedFile answer = answer(station, ask(station, station.deletion()));
                    return asking(station).take(edited(answer, "desk-2", "desk-3"));
                }),
                new Attack("answer laid out in another way", Refusal.MALFORMED, (station, _) -> {
                    SignedFile answer = answer(station, ask(station, station.deletion()));
                    return asking(station).take(edited(answer, "{", "{ "));
                }),
                new Attack("answer with a field twice", Refusal.MALFORMED, (station, _) -> {
                    SignedFile answer = answer(station, ask(station, station.deletion()));
                    return asking(station).take(edited(answer, "{", "{\"decision\":\"DENY\","));
                }),
                new Attack("answer stripped of its signature", Refusal.FORGED, (station, _) -> {
                    SignedFile answer = answer(station, ask(station, station.deletion()));
                    return asking(station).take(new SignedFile(answer.text(), ""));
                }),
                new Attack("answer with the question's signature", Refusal.FORGED, (station, _) -> {
                    SignedFile question = ask(station, station.deletion());
                    SignedFile answer = answer(station, question);
                    return asking(station).take(new SignedFile(answer.text(), question.signature()));
                }),
                new Attack("statement that answers nothing", Refusal.NOT_ASKED_HERE, (station, _) -> {
                    RevocationPlan plan = station.deletion();
                    ask(station, plan);
                    return asking(station).take(signed(bo(station), by(station, bo(station), plan)));
                }),
                new Attack(
                        "question handed in for its answer",
                        Refusal.MALFORMED,
                        (station, _) -> asking(station).take(ask(station, station.deletion()))),
                new Attack("answer pointed at another question", Refusal.FORGED, (station, _) -> {
                    SignedFile first = ask(station, station.deletion());
                    SignedFile second = ask(station, station.deletion());
                    return asking(station)
                            .take(edited(
                                    answer(station, second),
                                    question(second).hash(),
                                    question(first).hash()));
                }),
                new Attack("signature for another plan than was asked about", Refusal.FORGED, (station, _) -> {
                    RevocationPlan other = station.deactivation();
                    PlanQuestion asked = question(ask(station, station.deletion()));
                    return asking(station).take(signed(bo(station), answering(station, other, asked)));
                }),
                new Attack("denial handed in for an approval", Refusal.FORGED, (station, _) -> {
                    RevocationPlan plan = station.deletion();
                    PlanQuestion asked = question(ask(station, plan));
                    Statement denial = by(station, bo(station), plan, Decision.DENY, station.clock.instant());
                    return asking(station).take(signed(bo(station), denial.answering(asked.hash())));
                }),
                new Attack("answer used in a clone on another machine", Refusal.NOT_ASKED_HERE, (station, _) -> {
                    SignedFile answer = answer(station, ask(station, station.deletion()));
                    return new PlanAsking(office(station, "2"), station.desk, CATALOGUE).take(answer);
                }),
                new Attack("answer used in a clone of before", Refusal.NOT_ASKED_HERE, (station, directory) -> {
                    Station clone = station(directory.resolve("clone"));
                    clone.deletion();
                    return asking(clone).take(answer(station, ask(station, station.deletion())));
                }),
                new Attack("question left lying", Refusal.QUESTION_EXPIRED, (station, _) -> {
                    SignedFile question = ask(station, station.deletion());
                    station.clock.advance(Question.HOLDS_FOR);
                    return elsewhere(station).look(question);
                }),
                new Attack("answer brought back after the question's time", Refusal.QUESTION_EXPIRED, (station, _) -> {
                    SignedFile question = ask(station, station.deletion());
                    station.clock.advance(Duration.ofHours(23));
                    SignedFile answer = answer(station, question);
                    station.clock.advance(Duration.ofHours(1));
                    return asking(station).take(answer);
                }),
                new Attack("answer left lying", Refusal.APPROVAL_EXPIRED, (station, _) -> {
                    SignedFile answer = answer(station, ask(station, station.deletion()));
                    station.clock.advance(Statement.HOLDS_FOR);
                    return asking(station).take(answer);
                }),
                new Attack(
                        "answer signed before the question",
                        Refusal.BACKDATED,
                        (station, _) -> takeSignedAt(station, Station.START.minusSeconds(1))),
                new Attack(
                        "answer signed in the future",
                        Refusal.BACKDATED,
                        (station, _) ->
                                takeSignedAt(station, station.clock.instant().plusSeconds(3600))),
                new Attack("answer that holds for longer", Refusal.BACKDATED, (station, _) -> {
                    SignedFile answer = answer(station, ask(station, station.deletion()));
                    return asking(station).take(edited(answer, "\"expiresAt\":\"2026", "\"expiresAt\":\"2027"));
                }),
                new Attack("answer with another key of that name", Refusal.FORGED, (station, directory) -> {
                    RevocationPlan plan = station.deletion();
                    PlanQuestion asked = question(ask(station, plan));
                    OfficerKey mallory = mallory(station, directory);
                    return asking(station)
                            .take(signed(mallory, by(station, mallory, plan).answering(asked.hash())));
                }),
                new Attack("answer by a key that was revoked", Refusal.KEY_REVOKED, (station, _) -> {
                    station.officers.add("cy", "Cy", Station.passphrase()).orThrow();
                    RosterDesk roster = new RosterDesk(station.office);
                    roster.found(station.ada(), 1).orThrow();
                    SignedFile answer = answer(station, ask(station, station.deletion()));
                    roster.propose(station.ada(), new RosterChange.Revoke("bo", "stolen"))
                            .orThrow();
                    return asking(station).take(answer);
                }),
                new Attack("answer to what was denied meanwhile", Refusal.DENIED, (station, _) -> {
                    RevocationPlan plan = station.deletion();
                    SignedFile answer = answer(station, ask(station, plan));
                    station.desk
                            .deny(station.desk.review(plan.id()).orThrow(), station.ada(), "")
                            .orThrow();
                    return asking(station).take(answer);
                }),
                new Attack("answer to what a policy forbids meanwhile", Refusal.POLICY_REFUSES, (station, _) -> {
                    SignedFile answer = answer(station, ask(station, station.deletion()));
                    new PolicyBook(station.office)
                            .save(
                                    station.ada(),
                                    new PolicyPack(
                                            "@id(\"never\") forbid (principal, action == Action::\"revoke\", resource);",
                                            "{\"base\": {}, \"cases\": []}"))
                            .orThrow();
                    return asking(station).take(answer);
                }),
                new Attack("answer to a plan whose row was changed meanwhile", Refusal.FORGED, (station, _) -> {
                    RevocationPlan plan = station.deletion();
                    SignedFile answer = answer(station, ask(station, plan));
                    station.unitOfWork.run(transaction -> {
                        transaction.plans().save(retargeted(plan));
                        return true;
                    });
                    return asking(station).take(answer);
                }));
    }

    static List<Attack> questions() {
        return List.of(
                new Attack(
                        "question with another act",
                        Refusal.MALFORMED,
                        (station, _) -> lookEdited(station, "aws.deactivate-access-key", "aws.delete-access-key")),
                new Attack(
                        "question with another target",
                        Refusal.MALFORMED,
                        (station, _) -> lookEdited(station, Station.KEY.text(), "aws:AKIA0009")),
                new Attack(
                        "question with another ordinal",
                        Refusal.MALFORMED,
                        (station, _) -> lookEdited(station, "\"ordinal\":2", "\"ordinal\":3")),
                new Attack(
                        "question with another reason",
                        Refusal.MALFORMED,
                        (station, _) -> lookEdited(station, "it leaked", "it is old")),
                new Attack(
                        "question that is answered for longer",
                        Refusal.MALFORMED,
                        (station, _) -> lookEdited(station, "\"expiresAt\":\"2026", "\"expiresAt\":\"2027")),
                new Attack(
                        "target that its requester never signed",
                        Refusal.MALFORMED,
                        (station, _) -> lookForged(station, PlanForgeryTest::retargeted)),
                new Attack(
                        "extent that its requester never signed",
                        Refusal.MALFORMED,
                        (station, _) -> lookForged(
                                station, plan -> with(plan, plan.steps().subList(0, 1), plan.preview()))),
                new Attack(
                        "step that its requester never signed",
                        Refusal.MALFORMED,
                        (station, _) -> lookForged(station, PlanForgeryTest::otherwise)),
                new Attack(
                        "preview that its requester never signed",
                        Refusal.MALFORMED,
                        (station, _) -> lookForged(station, plan -> with(plan, plan.steps(), Map.of()))),
                new Attack("question stripped of the requester's signature", Refusal.MALFORMED, (station, _) -> {
                    PlanQuestion real = question(ask(station, station.deletion()));
                    return look(station, forged(station, real, real.plan(), ""));
                }),
                new Attack(
                        "question stripped of its sender's signature",
                        Refusal.MALFORMED,
                        (station, _) -> look(
                                station,
                                new SignedFile(ask(station, station.deletion()).text(), ""))),
                new Attack(
                        "answer handed in for its question",
                        Refusal.MALFORMED,
                        (station, _) -> look(station, answer(station, ask(station, station.deletion())))),
                new Attack("question of somebody unknown there", Refusal.NOT_AN_OFFICER, (station, _) -> {
                    SignedFile question = ask(station, station.deletion());
                    station.unitOfWork.run(transaction -> {
                        transaction.officers().remove("ada");
                        return true;
                    });
                    return look(station, question);
                }),
                new Attack("plan that fits into no file", Refusal.TOO_LARGE_FOR_A_FILE, (station, _) -> {
                    String reason = "x".repeat(SignedFile.BYTES_MAX);
                    RevocationPlan plan = station.planner
                            .plan(station.ada(), new PlanOrder(List.of(Station.KEY.text()), Extent.DELETE, reason))
                            .orThrow();
                    return asking(station).ask(plan.id(), station.ada());
                }));
    }

    @ParameterizedTest
    @MethodSource("replays")
    void whatWasTakenIsNotTakenAgain(Attack attack) throws InterruptedException {
        assertRefused(attack.trying().in(station, directory), attack.why());
        assertThat(approvalsByBo()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource({"answers", "questions"})
    void isRefusedWithItsReason(Attack attack) throws InterruptedException {
        assertRefused(attack.trying().in(station, directory), attack.why());
        assertThat(approvalsByBo()).isZero();
        assertThat(station.source.calls()).noneMatch(call -> call.startsWith("act"));
    }

    private long approvalsByBo() {
        return station.ledger().stream()
                .filter(entry -> entry.event().type().equals("plan.approved"))
                .filter(entry -> entry.event().actor().equals("bo"))
                .count();
    }

    @Test
    void withoutAnAttackTwoMachinesCountAsTwoAndItRuns() throws InterruptedException {
        RevocationPlan plan = station.deletion();
        Receipt first = station.approve(plan);
        assertRefused(station.executor.run(plan, first, Station.values(), Progress.SILENT), Refusal.SIGNATURES_MISSING);

        PlanTaken taken =
                asking(station).take(answer(station, ask(station, plan))).orThrow();

        assertThat(taken.standing().allows()).isTrue();
        assertThat(taken.standing().officers()).containsExactly("ada", "bo");
        assertThat(station.run(plan, taken.receipt()).steps()).hasSize(2);
    }

    @Test
    void whatAnotherPlanEndedMeanwhileIsNotApprovedByFilesEither() throws InterruptedException {
        station.connect("test");
        SignedFile answer = answer(station, ask(station, station.deletion()));
        RevocationPlan other = station.deletion();
        station.run(other, station.approve(other));

        assertRefused(asking(station).take(answer), Refusal.ENDED_SINCE);
        assertThat(approvalsByBo()).isZero();
    }

    @Test
    void aSignatureThatIsOverMayBeGivenAgainByFiles() throws InterruptedException {
        RevocationPlan plan = station.deletion();
        asking(station).take(answer(station, ask(station, plan))).orThrow();
        station.clock.advance(Statement.HOLDS_FOR);

        PlanTaken again =
                asking(station).take(answer(station, ask(station, plan))).orThrow();

        assertThat(again.standing().officers()).containsExactly("bo");
    }

    @Test
    void whatTheOtherMachineDoesNotHoldIsSignedAsNotChecked() throws InterruptedException {
        RevocationPlan plan = station.deletion();
        SignedFile question = ask(station, plan);
        assertThat(elsewhere(station).look(question).orThrow().checked().recheck())
                .isEqualTo(Recheck.SAME);
        station.store.set(new SnapshotBuilder().build(9, Station.START));

        PlanShown shown = elsewhere(station).look(question).orThrow();

        assertThat(shown.checked().recheck()).isEqualTo(Recheck.NOT_CHECKED);
        SignedFile answer = elsewhere(station).approve(shown, bo(station)).orThrow();
        assertThat(answer.text()).contains("\"recheck\":\"not-checked\"", "\"snapshot\":9");
    }

    private static PlanAsking asking(Station station) {
        return new PlanAsking(station.office, station.desk, CATALOGUE);
    }

    private static Office office(Station station, String digit) {
        return new Office(
                station.unitOfWork,
                station.auditLog,
                station.store,
                new Device(digit.repeat(32), "desk-" + digit),
                station.clock,
                new SecureRandom());
    }

    /// Bo's machine, with the same clock and the same reading of the source.
    private static PlanAnswering elsewhere(Station station) {
        return new PlanAnswering(office(station, "2"), station.planner, CATALOGUE);
    }

    private static OfficerKey bo(Station station) {
        return station.keys.unlock("bo", Station.passphrase());
    }

    private static SignedFile ask(Station station, RevocationPlan plan) throws InterruptedException {
        return asking(station).ask(plan.id(), station.ada()).orThrow();
    }

    private static PlanQuestion question(SignedFile file) {
        return PlanQuestion.parse(file.text(), CATALOGUE).orElseThrow();
    }

    private static Outcome<PlanShown> look(Station station, SignedFile file) throws InterruptedException {
        return elsewhere(station).look(file);
    }

    private static SignedFile answer(Station station, SignedFile question) throws InterruptedException {
        return look(station, question)
                .then(shown -> elsewhere(station).approve(shown, bo(station)))
                .orThrow();
    }

    private static SignedFile edited(SignedFile file, String from, String to) {
        String text = file.text().replaceFirst(Pattern.quote(from), to);
        assertThat(text).isNotEqualTo(file.text());
        return new SignedFile(text, file.signature());
    }

    private static Outcome<PlanShown> lookEdited(Station station, String from, String to) throws InterruptedException {
        return look(station, edited(ask(station, station.deletion()), from, to));
    }

    /// What an officer could put to another who makes another plan of one that was signed.
    private static Outcome<PlanShown> lookForged(Station station, UnaryOperator<RevocationPlan> changed)
            throws InterruptedException {
        PlanQuestion real = question(ask(station, station.deletion()));
        return look(station, forged(station, real, changed.apply(real.plan()), real.planSignature()));
    }

    private static SignedFile forged(Station station, PlanQuestion real, RevocationPlan plan, String signature) {
        OfficerKey bo = bo(station);
        String text = new PlanQuestion(
                        plan,
                        signature,
                        new Sender(
                                "bo",
                                bo.publicKey(),
                                real.sender().device(),
                                real.sender().policies(),
                                real.sender().unread(),
                                null,
                                real.sender().nonce(),
                                real.sender().at(),
                                real.sender().expiresAt()))
                .text();
        return new SignedFile(text, bo.sign(text));
    }

    private static RevocationPlan with(RevocationPlan plan, List<PlannedStep> steps, Map<String, Object> preview) {
        return new RevocationPlan(
                plan.id(), plan.requester(), plan.reason(), plan.createdAt(), plan.snapshotNumber(), steps, preview);
    }

    private static RevocationPlan retargeted(RevocationPlan plan) {
        CredentialId other = new CredentialId(Station.AWS, "AKIA0009");
        return with(
                plan,
                plan.steps().stream()
                        .map(step -> new PlannedStep(step.ordinal(), other, step.credentialKind(), step.action()))
                        .toList(),
                plan.preview());
    }

    private static RevocationPlan otherwise(RevocationPlan plan) {
        Action last = plan.steps().getLast().action();
        return with(
                plan,
                plan.steps().stream()
                        .map(step -> new PlannedStep(step.ordinal(), step.credential(), step.credentialKind(), last))
                        .toList(),
                plan.preview());
    }

    private static Outcome<PlanTaken> takeSignedAt(Station station, Instant at) throws InterruptedException {
        RevocationPlan plan = station.deletion();
        PlanQuestion asked = question(ask(station, plan));
        Statement statement = by(station, bo(station), plan, Decision.APPROVE, at);
        return asking(station).take(signed(bo(station), statement.answering(asked.hash())));
    }

    private static Statement answering(Station station, RevocationPlan plan, PlanQuestion asked) {
        return by(station, bo(station), plan).answering(asked.hash());
    }

    private static Statement by(Station station, OfficerKey key, RevocationPlan plan) {
        return by(station, key, plan, Decision.APPROVE, station.clock.instant());
    }

    private static Statement by(Station station, OfficerKey key, RevocationPlan plan, Decision decision, Instant at) {
        return Statement.by(
                key,
                Subject.of(plan),
                decision,
                Checked.on(station.store.current(), Recheck.SAME, ""),
                new Device("2".repeat(32), "desk-2"),
                station.office.nonce(),
                at,
                "");
    }

    private static SignedFile signed(OfficerKey key, Statement statement) {
        return new SignedFile(statement.text(), key.sign(statement.text()));
    }

    private static OfficerKey mallory(Station station, Path directory) {
        OfficerKeys keys = new OfficerKeys(
                directory.resolve("mallory"), new PlainPassphrases(), new SecureRandom(), station.clock);
        keys.make("bo", Station.passphrase());
        return keys.unlock("bo", Station.passphrase());
    }
}
