package dev.curfew.revocation.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.proof.RefusalClass;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {
    private static final Instant ACTED = Instant.parse("2026-11-22T03:14:00Z");

    /// Tries, one a second from one second after the act: A accepted, R refused as invalid, D denied, C clock, N
    /// network, I no answer.
    @ParameterizedTest(name = "before {0}, since {1}")
    @CsvSource({
        "true,  RRR,     'Proved 3/3'",
        "true,  RRRR,    'Proved 4/4'",
        "true,  IRRR,    'Proved 3/4'",
        "true,  RIRRR,   'Proved 4/5'",
        "true,  DRRR,    'Proved 3/4'",
        "true,  ARRR,    'ProvedAfter 3/3 PT2S'",
        "true,  AARRR,   'ProvedAfter 3/3 PT3S'",
        "true,  AIRRR,   'ProvedAfter 3/4 PT3S'",
        "true,  RRRARRR, 'ProvedAfter 3/3 PT5S'",
        "true,  RR,      'Indeterminate'",
        "true,  RRI,     'Indeterminate'",
        "true,  RRRI,    'Indeterminate'",
        "true,  ARR,     'Indeterminate'",
        "true,  A,       'StillWorks 1/1'",
        "true,  RRRA,    'StillWorks 1/4'",
        "true,  AIA,     'StillWorks 2/3'",
        "true,  I,       'Indeterminate'",
        "true,  AI,      'Indeterminate'",
        "true,  DDD,     'Indeterminate'",
        "true,  CCC,     'Indeterminate'",
        "true,  NNN,     'Indeterminate'",
        "true,  RRRD,    'Indeterminate'",
        "true,  '',      'Indeterminate'",
        "false, RRR,     'Indeterminate'",
        "false, A,       'StillWorks 1/1'",
        "false, ARRR,    'ProvedAfter 3/3 PT2S'",
        "false, I,       'Indeterminate'",
        "false, DDD,     'Indeterminate'",
        "false, '',      'Indeterminate'",
    })
    void judgesByTheTable(boolean acceptedBefore, String tries, String expected) {
        assertThat(words(Judge.judge(acceptedBefore, ACTED, tries(tries), ACTED)))
                .isEqualTo(expected);
    }

    @Test
    void whatWasNotTriedSaysSo() {
        assertThat(Judge.judge(true, ACTED, List.of(), ACTED))
                .isEqualTo(new Proof.Indeterminate(ACTED, "it was not tried since the act"));
    }

    @Test
    void aProofIsDatedByItsLastTry() {
        assertThat(Judge.judge(true, ACTED, tries("RRR"), ACTED))
                .isEqualTo(new Proof.Proved(ACTED.plusSeconds(3), 3, 3));
    }

    @Test
    void whatItSaysOfARefusalForAnotherReasonNamesTheReason() {
        assertThat(Judge.judge(true, ACTED, tries("NNN"), ACTED))
                .isEqualTo(new Proof.Indeterminate(
                        ACTED.plusSeconds(3),
                        "refused because of the network address, not because it is gone: answer"));
    }

    @Test
    void noRandomRowOfTriesIsEverProvedUnlessItEndsInThreeRefusalsAndWasAccepted() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder letters = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                letters.append("ARDCNI".charAt(random.nextInt(6)));
            }
            boolean before = random.nextBoolean();
            String row = letters.toString();
            boolean proved =
                    words(Judge.judge(before, ACTED, tries(row), ACTED)).startsWith("Proved");
            assertThat(proved)
                    .as("before %s, since %s", before, row)
                    .isEqualTo(row.endsWith("RRR") && (before || row.contains("A")));
        }
    }

    private static List<ProbeOutcome> tries(String letters) {
        List<ProbeOutcome> tries = new ArrayList<>();
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            Instant at = ACTED.plus(Duration.ofSeconds(tries.size() + 1L));
            tries.add(
                    switch (letter) {
                        case 'A' -> new ProbeOutcome.Accepted(at, "answer");
                        case 'R' -> new ProbeOutcome.Refused(at, RefusalClass.INVALID_CREDENTIAL, "answer");
                        case 'D' -> new ProbeOutcome.Refused(at, RefusalClass.DENIED, "answer");
                        case 'C' -> new ProbeOutcome.Refused(at, RefusalClass.CLOCK, "answer");
                        case 'N' -> new ProbeOutcome.Refused(at, RefusalClass.NETWORK, "answer");
                        default -> new ProbeOutcome.Indeterminate(at, "answer");
                    });
        }
        return tries;
    }

    private static String words(Proof proof) {
        return switch (proof) {
            case Proof.Proved it -> "Proved " + it.refused() + "/" + it.tries();
            case Proof.ProvedAfter it -> "ProvedAfter " + it.refused() + "/" + it.tries() + " " + it.after();
            case Proof.StillWorks it -> "StillWorks " + it.accepted() + "/" + it.tries();
            case Proof.NotProvable _ -> "NotProvable";
            case Proof.Indeterminate _ -> "Indeterminate";
        };
    }
}
