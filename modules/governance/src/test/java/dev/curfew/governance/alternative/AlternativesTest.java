package dev.curfew.governance.alternative;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.governance.policy.PolicyDecision;
import dev.curfew.governance.policy.PolicyPack;
import dev.curfew.governance.policy.PolicyTextException;
import dev.curfew.governance.policy.cedar.Policies;
import dev.curfew.governance.policy.question.Access;
import dev.curfew.governance.policy.question.Circumstances;
import dev.curfew.governance.policy.question.Question;
import dev.curfew.governance.policy.question.Requester;
import dev.curfew.governance.policy.question.Verb;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Against the policies that Curfew brings, and against some that ask for one thing each.
class AlternativesTest {
    private static final Instant SATURDAY = Instant.parse("2026-11-28T03:14:00Z");
    private static final Circumstances.Added LITTLE = new Circumstances.Added(true, 0, 3, 0, "low", false, false);

    private static Question question(String environment, long seconds, Circumstances.Added reach) {
        return question("time-box", environment, seconds, reach);
    }

    private static Question question(String nature, String environment, long seconds, Circumstances.Added reach) {
        return new Question(
                Requester.officer("ana"),
                Verb.ISSUE,
                new Access("openbao:acl/deploy", "openbao", "openbao.acl"),
                new Circumstances(
                        nature,
                        environment,
                        "deploy",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        seconds,
                        0,
                        0,
                        600,
                        true,
                        Circumstances.Time.of(SATURDAY),
                        reach,
                        Circumstances.Approval.NONE,
                        null,
                        null));
    }

    private static List<String> words(Policies policies, Question question) {
        return Alternatives.of(policies, question).stream()
                .map(Alternative::words)
                .toList();
    }

    private static Policies permitWhen(String condition) throws PolicyTextException {
        return Policies.of("@id(\"only\")\npermit (principal, action, resource)\nwhen { " + condition + " };");
    }

    private static Policies packaged() throws PolicyTextException {
        return PolicyPack.packaged().compiled();
    }

    @Test
    void theLongestWindowThatWouldPassIsFoundToTheSecond() throws PolicyTextException {
        assertThat(words(packaged(), question("production", 18_000, LITTLE)))
                .containsExactly(
                        "with a source outside production: needs one more officer (by an-officer-decides)",
                        "with a window of at most 4 h: needs 2 more officers (by an-officer-decides,"
                                + " two-officers-for-production)");
        assertThat(words(permitWhen("context.durationSeconds < 4321"), question("test", 90_000, LITTLE)))
                .containsExactly("with a window of at most 1 h 12 min: allowed now, by only");
    }

    @Test
    void whatNeedsSignaturesMayBeRoutineOtherwise() throws PolicyTextException {
        assertThat(words(packaged(), question("staging", 7_200, LITTLE)))
                .containsExactly("with a window of at most 1 h: allowed now, by routine-is-bounded");
    }

    @Test
    void whatIsAllowedHasNoAlternative() throws PolicyTextException {
        assertThat(words(packaged(), question("staging", 600, LITTLE))).isEmpty();
    }

    @Test
    void aTicketThatIsAskedForIsNamedAsItIsAskedFor() throws PolicyTextException {
        assertThat(words(permitWhen("context has ticket"), question("test", 600, LITTLE)))
                .containsExactly("with a ticket: allowed now, by only");
        assertThat(words(
                        permitWhen("context has ticket && context.ticket like \"OPS-*\""),
                        question("test", 600, LITTLE)))
                .containsExactly("with a ticket such as OPS-1: allowed now, by only");
    }

    @Test
    void aDrillThatIsNewEnoughWouldHelp() throws PolicyTextException {
        Policies fresh = permitWhen("context has lastDrillDays && context.lastDrillDays <= 30");
        assertThat(words(fresh, question("break-glass", "test", 600, LITTLE)))
                .containsExactly("with a drill at most 30 d ago: allowed now, by only");
        assertThat(words(fresh, question("test", 600, LITTLE))).isEmpty();
    }

    @Test
    void hoursAndDaysAreTriedOneByOne() throws PolicyTextException {
        assertThat(words(permitWhen("context.time.hour >= 9 && context.time.hour < 12"), question("test", 60, LITTLE)))
                .containsExactly("with another hour of the day: 9, 10, 11 h UTC: allowed now, by only");
        assertThat(words(permitWhen("context.time.weekday == \"monday\""), question("test", 60, LITTLE)))
                .containsExactly("with another day: monday: allowed now, by only");
    }

    @Test
    void whatHelpsOnlyTogetherIsFoundWithNothingThatIsNotNeeded() throws PolicyTextException {
        Circumstances.Added administrator = new Circumstances.Added(true, 0, 3, 0, "low", true, false);

        List<Alternative> found = Alternatives.of(packaged(), question("staging", 40_000, administrator));

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().changes())
                .containsExactly("a window of at most 1 h", "an access that administers nothing");
        assertThat(found.getFirst().decision()).isInstanceOf(PolicyDecision.Allowed.class);
    }

    @Test
    void whereNothingHelpsNothingIsSaid() throws PolicyTextException {
        Policies never = Policies.of("@id(\"never\")\nforbid (principal, action, resource);");

        assertThat(words(never, question("test", 600, LITTLE))).isEmpty();
    }

    /// Whatever is asked: what is said is what the policies say.
    @Test
    void everyAlternativeIsBetterThanTheAnswer() throws PolicyTextException {
        Random random = new Random(7);
        Policies policies = packaged();
        int told = 0;
        for (int i = 0; i < 12; i++) {
            Question question = question(
                    List.of("production", "staging", "unknown").get(random.nextInt(3)),
                    random.nextInt(60_000) + 60L,
                    new Circumstances.Added(
                            random.nextBoolean(),
                            random.nextInt(3),
                            random.nextInt(60),
                            random.nextInt(2),
                            List.of("low", "high", "unknown").get(random.nextInt(3)),
                            random.nextInt(4) == 0,
                            random.nextInt(4) == 0));
            PolicyDecision before = policies.decide(question);
            for (Alternative one : Alternatives.of(policies, question)) {
                assertThat(distance(one.decision()))
                        .as("%s: %s", question, one.words())
                        .isLessThan(distance(before));
                told++;
            }
        }
        assertThat(told).isGreaterThan(12);
    }

    private static int distance(PolicyDecision decision) {
        return switch (decision) {
            case PolicyDecision.Allowed _ -> 0;
            case PolicyDecision.NeedsSignatures needs ->
                needs.missing().stream().mapToInt(one -> one.count()).sum();
            case PolicyDecision.Refused _ -> 100;
        };
    }

    @Test
    void theRequestersOwnSignatureIsSaidToBeInTheWay() throws PolicyTextException {
        Question asked = question("staging", 7_200, LITTLE);
        Circumstances.Approval own = new Circumstances.Approval(Set.of("ana"), Set.of(), 1);
        Question signed = new Question(
                asked.principal(),
                asked.action(),
                asked.resource(),
                Change.apply(asked, List.of(new Change("", Map.of("approval", new ObjectMapper().valueToTree(own)))))
                        .context());

        assertThat(words(packaged(), signed))
                .first()
                .asString()
                .startsWith("with the requester's own signature taken away: needs one more officer");
    }
}
