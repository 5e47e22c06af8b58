package dev.curfew.app.console.screen.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.proof.ListingEvidence;
import dev.curfew.model.proof.Proof;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProofWordsTest {

    private static final Instant AT = Instant.parse("2026-11-22T03:14:09Z");

    @Test
    void aProofIsDatedAndNarrow() {
        assertThat(ProofWords.sentence(new Proof.Proved(AT, 3, 3))).isEqualTo("refused 3 of 3 at 03:14:09 UTC");
        assertThat(ProofWords.sentence(new Proof.ProvedAfter(AT, 3, 5, Duration.ofSeconds(4))))
                .isEqualTo("refused 3 of 5 at 03:14:09 UTC, after working on for 4 s");
    }

    @Test
    void whatStillWorksSaysSoAndWhatToDo() {
        Proof proof = new Proof.StillWorks(AT, 2, 2);

        assertThat(ProofWords.sentence(proof)).isEqualTo("still works: accepted 2 of 2 at 03:14:09 UTC");
        assertThat(ProofWords.reason(proof)).contains("Go further");
    }

    @Test
    void whatCannotBeProvedNamesReasonNextStepAndListing() {
        Proof proof =
                new Proof.NotProvable(AT, "No value was given.", "Give it.", new ListingEvidence.NotListed(AT, ""));

        assertThat(ProofWords.sentence(proof)).isEqualTo("not provable, 03:14:09 UTC");
        assertThat(ProofWords.reason(proof))
                .isEqualTo("No value was given. Give it. At 03:14:09 UTC the source no longer lists it.");
    }
}
