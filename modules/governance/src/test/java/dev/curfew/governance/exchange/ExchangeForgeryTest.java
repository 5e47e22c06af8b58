package dev.curfew.governance.exchange;

import static dev.curfew.governance.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.Attack;
import dev.curfew.governance.Town;
import dev.curfew.governance.approval.Checked;
import dev.curfew.governance.approval.Recheck;
import dev.curfew.governance.approval.Statement;
import dev.curfew.governance.approval.Subject;
import dev.curfew.governance.officer.Device;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.officer.OfficerKeys;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.governance.Approval.Decision;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.RequestState;
import dev.curfew.model.snapshot.SnapshotBuilder;
import dev.curfew.testbed.memory.PlainPassphrases;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every attack of the table on what passes between two machines in files: refused with its reason, and no credential
/// comes of it. Its other half is `ForgeryTableTest`.
class ExchangeForgeryTest {
    private static final String OTHER_TEXT = "path \"*\" { capabilities = [\"sudo\"] }";

    @TempDir
    private Path directory;

    static List<Attack> attacks() {
        return List.of(
                new Attack("answer brought back twice", Refusal.ALREADY_SIGNED, (town, _) -> {
                    town.connect(Map.of("environment", "production"));
                    SignedFile answer = answer(town, ask(town, town.request()));
                    asking(town).take(answer).orThrow();
                    return asking(town).take(answer);
                }),
                new Attack("answer to a second question by one officer", Refusal.ALREADY_SIGNED, (town, _) -> {
                    town.connect(Map.of("environment", "production"));
                    ExceptionRequest request = town.request();
                    asking(town).take(answer(town, ask(town, request))).orThrow();
                    return asking(town).take(answer(town, ask(town, request)));
                }),
                new Attack("question signed twice", Refusal.ALREADY_SIGNED, (town, _) -> {
                    SignedFile question = ask(town, town.request());
                    answer(town, question);
                    Answering elsewhere = elsewhere(town);
                    return elsewhere.look(question).then(shown -> elsewhere.approve(shown, town.key("bo")));
                }),
                new Attack("answer edited", Refusal.FORGED, (town, _) -> {
                    SignedFile answer = answer(town, ask(town, town.request()));
                    return asking(town).take(edited(answer, "desk-2", "desk-3"));
                }),
                new Attack("answer laid out in another way", Refusal.MALFORMED, (town, _) -> {
                    SignedFile answer = answer(town, ask(town, town.request()));
                    return asking(town).take(edited(answer, "{", "{ "));
                }),
                new Attack("answer with a field twice", Refusal.MALFORMED, (town, _) -> {
                    SignedFile answer = answer(town, ask(town, town.request()));
                    return asking(town).take(edited(answer, "{", "{\"decision\":\"DENY\","));
                }),
                new Attack("answer pointed at another question", Refusal.FORGED, (town, _) -> {
                    Question first =
                            Question.parse(ask(town, town.request()).text()).orElseThrow();
                    SignedFile second = ask(town, town.request());
                    return asking(town)
                            .take(edited(
                                    answer(town, second),
                                    Question.parse(second.text()).orElseThrow().hash(),
                                    first.hash()));
                }),
                new Attack("statement that answers nothing", Refusal.NOT_ASKED_HERE, (town, _) -> {
                    ExceptionRequest request = town.request();
                    ask(town, request);
                    Statement statement = statement(town, town.key("bo"), request, town.clock.instant());
                    return asking(town).take(signed(town.key("bo"), statement));
                }),
                new Attack("answer used in a clone on another machine", Refusal.NOT_ASKED_HERE, (town, directory) -> {
                    SignedFile answer = answer(town, ask(town, town.request()));
                    Town clone = town.onAnotherMachine(directory.resolve("clone"));
                    return asking(clone).take(answer);
                }),
                new Attack("answer used in a clone of before", Refusal.NOT_ASKED_HERE, (town, directory) -> {
                    // The clone has the same roster, keys, device and request.
                    Town clone = new Town(directory.resolve("clone"));
                    assertThat(clone.request()).isEqualTo(town.request());
                    town.office.nonce();
                    SignedFile question = ask(town, town.requests.all().getFirst());
                    return asking(clone).take(answer(town, question));
                }),
                new Attack("question left lying", Refusal.QUESTION_EXPIRED, (town, _) -> {
                    SignedFile question = ask(town, town.request());
                    town.clock.advance(Question.HOLDS_FOR);
                    return elsewhere(town).look(question);
                }),
                new Attack("answer brought back after the question's time", Refusal.QUESTION_EXPIRED, (town, _) -> {
                    SignedFile question = ask(town, town.request());
                    town.clock.advance(Duration.ofHours(23));
                    SignedFile answer = answer(town, question);
                    town.clock.advance(Duration.ofHours(1));
                    return asking(town).take(answer);
                }),
                new Attack("answer left lying", Refusal.APPROVAL_EXPIRED, (town, _) -> {
                    SignedFile answer = answer(town, ask(town, town.request()));
                    town.clock.advance(Statement.HOLDS_FOR);
                    return asking(town).take(answer);
                }),
                new Attack("answer signed before the question", Refusal.BACKDATED, (town, _) -> {
                    ExceptionRequest request = town.request();
                    SignedFile question = ask(town, request);
                    return asking(town).take(signedAt(town, request, question, Town.START.minusSeconds(1)));
                }),
                new Attack("answer signed in the future", Refusal.BACKDATED, (town, _) -> {
                    ExceptionRequest request = town.request();
                    SignedFile question = ask(town, request);
                    return asking(town)
                            .take(signedAt(
                                    town,
                                    request,
                                    question,
                                    town.clock.instant().plusSeconds(3600)));
                }),
                new Attack("answer that holds for longer", Refusal.BACKDATED, (town, _) -> {
                    SignedFile answer = answer(town, ask(town, town.request()));
                    return asking(town).take(edited(answer, "\"expiresAt\":\"2026", "\"expiresAt\":\"2027"));
                }),
                new Attack("answer by who asked", Refusal.SELF_APPROVAL, (town, _) -> {
                    ExceptionRequest request = town.request();
                    SignedFile question = ask(town, request);
                    Statement own = statement(town, town.key("ada"), request, town.clock.instant())
                            .answering(Question.parse(question.text())
                                    .orElseThrow()
                                    .hash());
                    return asking(town).take(signed(town.key("ada"), own));
                }),
                new Attack("answer with another key of that name", Refusal.FORGED, (town, directory) -> {
                    ExceptionRequest request = town.request();
                    SignedFile question = ask(town, request);
                    OfficerKey mallory = mallory(town, directory);
                    Statement forged = statement(town, mallory, request, town.clock.instant())
                            .answering(Question.parse(question.text())
                                    .orElseThrow()
                                    .hash());
                    return asking(town).take(signed(mallory, forged));
                }),
                new Attack("answer to what was denied meanwhile", Refusal.ILLEGAL_STATE, (town, _) -> {
                    ExceptionRequest request = town.request();
                    SignedFile answer = answer(town, ask(town, request));
                    town.deny(request.id(), "bo").orThrow();
                    return asking(town).take(answer);
                }),
                new Attack("answer to what was denied, row set back", Refusal.DENIED, (town, _) -> {
                    ExceptionRequest request = town.request();
                    SignedFile answer = answer(town, ask(town, request));
                    town.deny(request.id(), "bo").orThrow();
                    town.unitOfWork.run(transaction -> {
                        transaction.requests().save(request.as(RequestState.PENDING));
                        return true;
                    });
                    return asking(town).take(answer);
                }),
                new Attack("answer to what was withdrawn meanwhile", Refusal.ILLEGAL_STATE, (town, _) -> {
                    ExceptionRequest request = town.request();
                    SignedFile answer = answer(town, ask(town, request));
                    town.ends.withdraw(request.id(), town.key("ada"), "").orThrow();
                    return asking(town).take(answer);
                }),
                new Attack(
                        "name given to a new object before the answer is back", Refusal.POLICY_CHANGED, (town, _) -> {
                            SignedFile answer = answer(town, ask(town, town.request()));
                            town.publish(OTHER_TEXT);
                            return asking(town).take(answer);
                        }),
                new Attack("name means another object where it is signed", Refusal.POLICY_CHANGED, (town, _) -> {
                    SignedFile question = ask(town, town.request());
                    town.publish(OTHER_TEXT);
                    return elsewhere(town).look(question);
                }),
                new Attack("question made longer", Refusal.MALFORMED, (town, _) -> {
                    SignedFile question = ask(town, town.request());
                    return elsewhere(town)
                            .look(edited(question, "\"durationSeconds\":900", "\"durationSeconds\":28800"));
                }),
                new Attack("question with a request that its requester never signed", Refusal.MALFORMED, (town, _) -> {
                    Question real =
                            Question.parse(ask(town, town.request()).text()).orElseThrow();
                    Question forged = new Question(
                            town.request(),
                            real.requestSignature(),
                            new Sender(
                                    "bo",
                                    town.key("bo").publicKey(),
                                    real.sender().device(),
                                    real.sender().policies(),
                                    real.sender().unread(),
                                    null,
                                    real.sender().nonce(),
                                    real.sender().at(),
                                    real.sender().expiresAt()));
                    return elsewhere(town)
                            .look(new SignedFile(forged.text(), town.key("bo").sign(forged.text())));
                }),
                new Attack("question of somebody unknown there", Refusal.NOT_AN_OFFICER, (town, directory) -> {
                    SignedFile question = ask(town, town.request());
                    Town there = new Town(directory.resolve("there"));
                    there.unitOfWork.run(transaction -> {
                        transaction.officers().remove("ada");
                        return true;
                    });
                    return elsewhere(there).look(question);
                }),
                new Attack(
                        "one key under two names",
                        Refusal.KEY_TAKEN,
                        (town, _) ->
                                town.officers.enrol("cy", "Cy", town.key("bo").publicKey())),
                new Attack(
                        "no key at all",
                        Refusal.NO_PUBLIC_KEY,
                        (town, directory) -> town.officers.enrol("cy", "Cy", "AAAA")));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void isRefusedWithItsReason(Attack attack) {
        Town town = new Town(directory.resolve("town"));

        assertRefused(attack.trying().in(town, directory), attack.why());

        town.requests.all().forEach(request -> town.issuing.issue(request.id(), "ada"));
        assertThat(town.source.working()).isEmpty();
    }

    @Test
    void withoutAnAttackTwoMachinesCountAsTwoAndItIsIssued() {
        Town town = new Town(directory.resolve("town"));
        town.connect(Map.of("environment", "production"));
        town.officers.add("cy", "Cy", Town.passphrase("cy")).orThrow();
        ExceptionRequest request = town.request();
        town.approve(request.id(), "cy").orThrow();

        asking(town).take(answer(town, ask(town, request))).orThrow();

        town.issuing.issue(request.id(), "ada").orThrow().value().close();
        assertThat(town.source.working()).hasSize(1);
    }

    @Test
    void whatTheOtherMachineDoesNotHoldIsSignedAsNotChecked() {
        Town town = new Town(directory.resolve("town"));
        SignedFile question = ask(town, town.request());
        Town there = town.onAnotherMachine(directory.resolve("there"));
        there.store.set(new SnapshotBuilder().build(9, Town.START));

        Shown shown = answering(there).look(question).orThrow();

        assertThat(shown.adds()).isNull();
        assertThat(shown.checked().recheck()).isEqualTo(Recheck.NOT_CHECKED);
        SignedFile answer = answering(there).approve(shown, town.key("bo")).orThrow();
        assertThat(answer.text()).contains("\"recheck\":\"not-checked\"", "\"snapshot\":9");
        asking(town).take(answer).orThrow();
    }

    @Test
    void aFileIsTwoLinesAndNoMore() {
        SignedFile file = new SignedFile("{}", "AAAA");
        assertThat(SignedFile.parse(file.content())).isEqualTo(Outcome.done(file));
        for (String other : List.of("", "{}", "{}\nAAAA", "{}\nAAAA\n\n", "x".repeat(SignedFile.BYTES_MAX) + "\nA\n")) {
            assertRefused(SignedFile.parse(other), Refusal.MALFORMED);
        }
    }

    private static Asking asking(Town town) {
        return new Asking(town.office, (_, _) -> town.adds());
    }

    private static Answering answering(Town town) {
        return new Answering(town.office, (_, _) -> town.adds());
    }

    /// Bo's machine, with the same clock and the same reading of the source.
    private static Answering elsewhere(Town town) {
        Device device = new Device("1".repeat(32), "desk-2");
        return new Answering(
                new Office(town.unitOfWork, town.auditLog, town.store, device, town.clock, town.office.random()),
                (_, _) -> town.adds());
    }

    private static SignedFile ask(Town town, ExceptionRequest request) {
        return asking(town).ask(request.id(), town.key("ada")).orThrow();
    }

    private static SignedFile answer(Town town, SignedFile question) {
        Answering elsewhere = elsewhere(town);
        return elsewhere
                .look(question)
                .then(shown -> elsewhere.approve(shown, town.key("bo")))
                .orThrow();
    }

    private static SignedFile edited(SignedFile file, String from, String to) {
        String text = file.text().replaceFirst(Pattern.quote(from), to);
        assertThat(text).isNotEqualTo(file.text());
        return new SignedFile(text, file.signature());
    }

    private static SignedFile signedAt(Town town, ExceptionRequest request, SignedFile question, Instant at) {
        String hash = Question.parse(question.text()).orElseThrow().hash();
        return signed(
                town.key("bo"), statement(town, town.key("bo"), request, at).answering(hash));
    }

    private static Statement statement(Town town, OfficerKey key, ExceptionRequest request, Instant at) {
        return Statement.by(
                key,
                Subject.of(request),
                Decision.APPROVE,
                Checked.on(town.store.current(), Recheck.SAME, town.adds().hash()),
                town.office.device(),
                town.office.nonce(),
                at,
                "");
    }

    private static SignedFile signed(OfficerKey key, Statement statement) {
        return new SignedFile(statement.text(), key.sign(statement.text()));
    }

    private static OfficerKey mallory(Town town, Path directory) {
        OfficerKeys keys =
                new OfficerKeys(directory.resolve("mallory"), new PlainPassphrases(), new SecureRandom(), town.clock);
        keys.make("bo", Town.passphrase("bo"));
        return keys.unlock("bo", Town.passphrase("bo"));
    }
}
