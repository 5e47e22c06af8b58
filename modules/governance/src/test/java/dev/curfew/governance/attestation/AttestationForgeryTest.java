package dev.curfew.governance.attestation;

import static dev.curfew.governance.Refusals.assertRefused;
import static dev.curfew.governance.attestation.Household.GRACE;
import static dev.curfew.governance.attestation.Household.filled;
import static dev.curfew.governance.attestation.Household.kept;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.ledger.AuditEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every attack of the table on what owners answer is refused with its reason, and nothing is entered; signatures are
/// the real `ssh-keygen`'s.
class AttestationForgeryTest {
    @TempDir
    private Path folder = Path.of("");

    record Attack(String name, Refusal why, Trying trying) {
        @Override
        public String toString() {
            return name;
        }
    }

    @FunctionalInterface
    interface Trying {
        Outcome<?> in(Household household, Path folder);
    }

    static List<Attack> attacks() {
        return List.of(
                new Attack("no signature", Refusal.NO_SSH_SIGNATURE, (house, _) -> house.bring(kept(house.ask()), "")),
                new Attack("signature of something else", Refusal.NOT_SIGNED_SO, (house, _) -> {
                    String text = kept(house.ask());
                    return house.bring(text, house.signed("hello", "grace"));
                }),
                new Attack("signed for another purpose", Refusal.NOT_SIGNED_SO, (house, _) -> {
                    String text = kept(house.ask());
                    return house.bring(text, house.signed(text, "grace", "git"));
                }),
                new Attack("signed with a stranger's key", Refusal.NOT_THE_OWNERS_KEY, (house, _) -> {
                    house.key("mallory");
                    String text = kept(house.ask());
                    return house.bring(text, house.signed(text, "mallory"));
                }),
                new Attack("signed with a key of another owner", Refusal.NOT_THE_OWNERS_KEY, (house, _) -> {
                    house.keys
                            .bind("mallory@example.org", house.key("mallory"), house.town.key("ada"))
                            .orThrow();
                    String text = kept(house.ask());
                    return house.bring(text, house.signed(text, "mallory"));
                }),
                new Attack("signed with a key entered after the question", Refusal.NOT_THE_OWNERS_KEY, (house, _) -> {
                    String text = kept(house.ask());
                    house.keys
                            .bind(GRACE, house.key("mallory"), house.town.key("ada"))
                            .orThrow();
                    return house.bring(text, house.signed(text, "mallory"));
                }),
                new Attack(
                        "the signature names the owner's key, and is another's",
                        Refusal.NO_SSH_SIGNATURE,
                        (house, _) -> {
                            String text = kept(house.ask());
                            String graces = house.signed(text, "grace");
                            return house.bring(text, graces.substring(0, 120) + "AAAA" + graces.substring(124));
                        }),
                new Attack("answer changed after signing", Refusal.NOT_SIGNED_SO, (house, _) -> {
                    Ask ask = house.ask();
                    return house.bring(kept(ask), house.signed(filled(ask, "not mine", "not mine"), "grace"));
                }),
                new Attack(
                        "identity changed before signing",
                        Refusal.ASK_ALTERED,
                        (house, _) -> house.bring(kept(house.ask()).replace("entity/migrator", "entity/root"))),
                new Attack(
                        "reach made small before signing",
                        Refusal.ASK_ALTERED,
                        (house, _) -> house.bring(kept(house.ask()).replace("nothing that was found", "nothing"))),
                new Attack("an identity left out", Refusal.ASK_ALTERED, (house, _) -> {
                    String text = kept(house.ask());
                    return house.bring(text.substring(0, text.indexOf("--- 2 of 2")));
                }),
                new Attack("an identity answered that was not asked about", Refusal.ASK_ALTERED, (house, _) -> {
                    String text = kept(house.ask());
                    return house.bring(text
                            + text.substring(text.indexOf("--- 2 of 2")).replace("entity/reporter", "entity/root"));
                }),
                new Attack(
                        "an answer smuggled in twice",
                        Refusal.ASK_ALTERED,
                        (house, _) -> house.bring(
                                kept(house.ask()).replaceFirst("Answer: keep\n", "Answer: keep\nAnswer: not mine\n"))),
                new Attack("pointed at another question", Refusal.ASK_ALTERED, (house, _) -> {
                    Ask first = house.ask();
                    Ask second = house.ask();
                    return house.bring(kept(first).replace(first.id(), second.id()));
                }),
                new Attack("pointed at a question that nobody asked", Refusal.UNKNOWN_ASK, (house, _) -> {
                    Ask ask = house.ask();
                    return house.bring(kept(ask).replace(ask.id(), "a-00000"));
                }),
                new Attack("of another workspace", Refusal.OTHER_WORKSPACE, (house, folder) -> {
                    Household other = new Household(folder.resolve("other"), "beef");
                    other.keys
                            .bind(GRACE, house.keysOfGrace(), other.town.key("ada"))
                            .orThrow();
                    return house.bring(kept(other.ask()));
                }),
                new Attack("of another workspace, renamed to this one", Refusal.ASK_ALTERED, (house, folder) -> {
                    Household other = new Household(folder.resolve("other"), "beef");
                    other.keys
                            .bind(GRACE, house.keysOfGrace(), other.town.key("ada"))
                            .orThrow();
                    other.town.office.nonce();
                    Ask there = other.ask();
                    Ask here = house.ask();
                    return house.bring(
                            kept(there).replace("beef", Household.WORKSPACE).replace(there.id(), here.id()));
                }),
                new Attack("brought a second time", Refusal.ASK_ANSWERED, (house, _) -> {
                    String text = kept(house.ask());
                    house.bring(text).orThrow();
                    return house.bring(text);
                }),
                new Attack("another answer to what was answered", Refusal.ASK_ANSWERED, (house, _) -> {
                    Ask ask = house.ask();
                    house.bring(filled(ask, "not mine", "not mine")).orThrow();
                    return house.bring(kept(ask));
                }),
                new Attack("late", Refusal.ASK_OVER, (house, _) -> {
                    String text = kept(house.ask());
                    house.town.clock.advance(Household.FORTNIGHT);
                    return house.bring(text);
                }),
                new Attack("late, with a later date written in", Refusal.ASK_OVER, (house, _) -> {
                    Ask ask = house.ask();
                    house.town.clock.advance(Household.FORTNIGHT);
                    return house.bring(kept(ask)
                            .replace(
                                    ask.due().toString(),
                                    ask.due().plus(Duration.ofDays(30)).toString()));
                }),
                new Attack("a later date written in", Refusal.ASK_ALTERED, (house, _) -> {
                    Ask ask = house.ask();
                    return house.bring(kept(ask)
                            .replace(
                                    ask.due().toString(),
                                    ask.due().plus(Duration.ofDays(30)).toString()));
                }),
                new Attack("the key revoked before", Refusal.OWNER_KEY_REVOKED, (house, _) -> {
                    String text = kept(house.ask());
                    String signature = house.signed(text, "grace");
                    house.revoke();
                    return house.bring(text, signature);
                }),
                new Attack("asked with a revoked key", Refusal.NO_OWNER_KEY, (house, _) -> {
                    house.revoke();
                    return house.ask(Household.FORTNIGHT);
                }),
                new Attack("a revoked key entered again", Refusal.OWNER_KEY_KNOWN, (house, _) -> {
                    OwnerKey key = house.revoke();
                    return house.keys.bind(GRACE, key.key(), house.town.key("ada"));
                }),
                new Attack("by an owner who has left since", Refusal.OWNER_LEFT, (house, _) -> {
                    String text = kept(house.ask());
                    house.left(house.town.clock.instant());
                    return house.bring(text);
                }),
                new Attack(
                        "an answer that is none",
                        Refusal.ANSWER_UNCLEAR,
                        (house, _) -> house.bring(filled(house.ask(), "keep", "maybe"))),
                new Attack(
                        "nothing answered",
                        Refusal.ANSWER_UNCLEAR,
                        (house, _) -> house.bring(house.ask().text())),
                new Attack(
                        "not mine without a reason",
                        Refusal.ANSWER_REASONLESS,
                        (house, _) -> house.bring(
                                filled(house.ask(), "keep", "not mine").replace("the job is gone", ""))),
                new Attack("no such file", Refusal.NO_ASK_FILE, (house, _) -> house.bring("Answer: keep\n")),
                new Attack(
                        "no text",
                        Refusal.NO_ASK_FILE,
                        (house, _) -> house.answers.take(house.snapshot(), new byte[] {(byte) 0xff, (byte) 0xfe}, "")),
                new Attack(
                        "a file of more than a mebibyte",
                        Refusal.NO_ASK_FILE,
                        (house, _) -> house.bring(kept(house.ask()) + "\n".repeat(AskFile.BYTES_MAX), "")));
    }

    private Household introduced() {
        Household household = new Household(folder.resolve("house"));
        household.introduce();
        return household;
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void isRefused(Attack attack) {
        Household household = introduced();

        assertRefused(attack.trying().in(household, folder), attack.why());

        assertThat(answered(household)).isEqualTo(attack.why() == Refusal.ASK_ANSWERED ? 1 : 0);
    }

    private static long answered(Household household) {
        return household.town.ledger().stream()
                .filter(entry -> entry.event().type().equals(AttestationBook.ANSWERED))
                .count();
    }

    /// Whoever can write to the ledger without anybody's key has said nothing.
    @Test
    void whatIsEnteredWithoutTheirSignaturesIsNotThere() {
        Household household = introduced();
        Ask ask = household.ask();
        String text = kept(ask);
        enter(household, AttestationBook.ANSWERED, Map.of("ask", ask.id(), "file", text, "signature", ""));
        household.key("mallory");
        enter(
                household,
                AttestationBook.ANSWERED,
                Map.of("ask", ask.id(), "file", text, "signature", household.signed(text, "mallory")));
        enter(
                household,
                AttestationBook.BOUND,
                Map.of("owner", GRACE, "key", ask.keys().getFirst().line(), "signature", "AAAA"));
        enter(household, AttestationBook.PERIOD, Map.of("days", 1, "signature", "AAAA"));

        assertThat(household.asked())
                .singleElement()
                .satisfies(asked -> assertThat(asked.isAnswered()).isFalse());
        assertThat(household.town.unitOfWork.run(household.book::keys)).hasSize(1);
        assertThat(household.town.unitOfWork.run(household.book::period)).isEmpty();
    }

    @Test
    void anAnswerEnteredAfterItsKeyWasRevokedIsNotThere() {
        Household household = introduced();
        Ask ask = household.ask();
        String text = kept(ask);
        String signature = household.signed(text, "grace");
        household.revoke();
        enter(household, AttestationBook.ANSWERED, Map.of("ask", ask.id(), "file", text, "signature", signature));

        assertThat(household.asked().getFirst().isAnswered()).isFalse();
    }

    private static void enter(Household household, String type, Map<String, Object> details) {
        household.town.unitOfWork.run(transaction -> household.town.auditLog.append(
                transaction,
                new AuditEvent(type, household.town.clock.instant(), "ada", OfficerEntries.SUBJECT, details)));
    }

    @Test
    void textIsTakenAsMailAndEditorsLeaveIt() {
        Household household = introduced();
        String text = "\ufeff" + kept(household.ask()).replace("\n", "  \r\n") + "\r\n\r\n";

        assertThat(household.answers.take(
                        household.snapshot(), text.getBytes(StandardCharsets.UTF_8), household.signed(text, "grace")))
                .isInstanceOf(Outcome.Done.class);
    }
}
