package dev.curfew.revocation.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.proof.RefusalClass;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.revocation.Station;
import dev.curfew.revocation.catalogue.Revocability;
import dev.curfew.revocation.trial.Schedule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every answer before the act against every course after it: what the run records.
class ProofTableTest {
    @TempDir
    private Path directory;

    /// A accepted, R refused as invalid, D denied, N network, I no answer; `*` repeats the last for ever. A try without
    /// an answer before the act is made three times.
    @ParameterizedTest(name = "before {0}, after {1}")
    @CsvSource({
        "A,   RRR,  'Proved 3/3'",
        "A,   IRRR, 'Proved 3/4'",
        "A,   ARRR, 'ProvedAfter 3/3 PT0.25S'",
        "A,   AARRR,'ProvedAfter 3/3 PT0.5S'",
        "A,   RARRR,'ProvedAfter 3/3 PT0.5S'",
        "A,   A*,   'StillWorks 27/27'",
        "A,   I*,   'Indeterminate the last try had no usable answer: answer'",
        "A,   D*,   'Indeterminate the credential is still known, only this call is denied to it: answer'",
        "A,   N*,   'Indeterminate refused because of the network address, not because it is gone: answer'",
        "R,   RRR,  'Indeterminate refused, but it was never seen accepted before, so the refusal may have another cause'",
        "R,   A*,   'StillWorks 27/27'",
        "R,   ARRR, 'ProvedAfter 3/3 PT0.25S'",
        "R,   I*,   'Indeterminate the last try had no usable answer: answer'",
        "D,   RRR,  'Indeterminate refused, but it was never seen accepted before, so the refusal may have another cause'",
        "D,   A*,   'StillWorks 27/27'",
        "N,   RRR,  'Indeterminate refused, but it was never seen accepted before, so the refusal may have another cause'",
        "III, RRR,  'Indeterminate refused, but it was never seen accepted before, so the refusal may have another cause'",
        "III, A*,   'StillWorks 27/27'",
        "III, I*,   'Indeterminate the last try had no usable answer: answer'",
        "IIA, RRR,  'Proved 3/3'",
        "IA,  ARRR, 'ProvedAfter 3/3 PT0.25S'",
    })
    void recordsExactlyWhatWasSeen(String before, String after, String expected) throws InterruptedException {
        Station station = new Station(directory);
        RevocationPlan plan = station.deactivation();
        station.source.answerTries(answers(station, before, Duration.ZERO));
        Duration waited = Schedule.DEFAULT.first().multipliedBy(before.length() - 1L);
        station.source.answerTries(answers(station, after, waited));
        RunReport report = station.run(plan, station.approve(plan));
        Proof proof = report.steps().getFirst().proof().orElseThrow();
        assertThat(words(proof)).isEqualTo(expected);
        assertThat(station.unitOfWork.<Proof>run(transaction -> transaction
                        .proofs()
                        .find(plan.id() + "/1")
                        .orElseThrow()
                        .proof()))
                .isEqualTo(proof);
    }

    /// The clock moves between tries, and an answer made beforehand cannot know when it is given: each answer is timed
    /// by the pause that the schedule makes before it.
    private static List<ProbeOutcome> answers(Station station, String letters, Duration from) {
        List<ProbeOutcome> answers = new ArrayList<>();
        Duration at = from;
        int unrefused = 0;
        Revocability kind = station.bench.catalogue().kind("aws.access-key").orElseThrow();
        String row = letters.endsWith("*") ? letters.substring(0, 1).repeat(Schedule.DEFAULT.triesMax()) : letters;
        for (int i = 0; i < row.length(); i++) {
            char letter = row.charAt(i);
            answers.add(answer(station, letter, at));
            unrefused += letter == 'R' ? 0 : 1;
            at = at.plus(letter == 'R' ? Schedule.DEFAULT.confirm() : Schedule.DEFAULT.pause(unrefused, kind));
        }
        return answers;
    }

    private static ProbeOutcome answer(Station station, char letter, Duration at) {
        var when = station.clock.instant().plus(at);
        return switch (letter) {
            case 'A' -> new ProbeOutcome.Accepted(when, "answer");
            case 'R' -> new ProbeOutcome.Refused(when, RefusalClass.INVALID_CREDENTIAL, "answer");
            case 'D' -> new ProbeOutcome.Refused(when, RefusalClass.DENIED, "answer");
            case 'N' -> new ProbeOutcome.Refused(when, RefusalClass.NETWORK, "answer");
            default -> new ProbeOutcome.Indeterminate(when, "answer");
        };
    }

    private static String words(Proof proof) {
        return switch (proof) {
            case Proof.Proved it -> "Proved " + it.refused() + "/" + it.tries();
            case Proof.ProvedAfter it -> "ProvedAfter " + it.refused() + "/" + it.tries() + " " + it.after();
            case Proof.StillWorks it -> "StillWorks " + it.accepted() + "/" + it.tries();
            case Proof.NotProvable it -> "NotProvable " + it.reason();
            case Proof.Indeterminate it -> "Indeterminate " + it.reason();
        };
    }
}
