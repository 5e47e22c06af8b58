package dev.curfew.ledger.verify;

import static dev.curfew.ledger.LedgerFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.ledger.LedgerFixture;
import dev.curfew.ledger.note.Cosignature;
import dev.curfew.ledger.note.NoteSigner;
import dev.curfew.ledger.note.SignedNote;
import dev.curfew.ledger.verify.Verification.Agreement;
import dev.curfew.ledger.witness.Held;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerVerifierTest {
    private LedgerFixture ledger;

    @BeforeEach
    void open() throws SQLException {
        ledger = new LedgerFixture().append(10);
    }

    @AfterEach
    void close() throws SQLException {
        ledger.close();
    }

    @Test
    void anUntouchedLogIsConsistentWithWhatIsHeldElsewhere() {
        String note = ledger.newestNote();
        ledger.append(3);
        Verification found = ledger.verify(new Held("share", note, null));
        assertThat(found.problems()).isEmpty();
        assertThat(found.size()).isEqualTo(13);
        assertThat(found.agreements()).containsExactly(new Agreement("share", 10, NOW.plusSeconds(9)));
    }

    @Test
    void anEmptyLogIsConsistent() throws SQLException {
        try (LedgerFixture empty = new LedgerFixture()) {
            assertThat(empty.verify().problems()).isEmpty();
        }
    }

    @Test
    void aChangedTextIsFound() throws SQLException {
        ledger.sql("update ledger_entry set canonical = replace(canonical, '\"bo\"', '\"al\"') where idx = 4");
        assertThat(ledger.verify().problems())
                .containsExactly(new Problem.EntryChanged(4), new Problem.TreeDiffers(4, 5));
    }

    @Test
    void aTextChangedTogetherWithItsHashIsFound() throws SQLException {
        ledger.sql("update ledger_entry set (canonical, leaf_hash) ="
                + " (select canonical, leaf_hash from ledger_entry where idx = 3) where idx = 7");
        assertThat(ledger.verify().problems()).contains(new Problem.TreeDiffers(7, 8));
    }

    @Test
    void aChangedColumnIsFound() throws SQLException {
        ledger.sql("update ledger_entry set type = 'request.denied' where idx = 4");
        assertThat(ledger.verify().problems()).containsExactly(new Problem.EntryChanged(4));
    }

    @Test
    void aRemovedEntryIsFound() throws SQLException {
        ledger.sql("delete from ledger_entry where idx = 4");
        assertThat(ledger.verify().problems())
                .contains(new Problem.EntriesMissing(4, 4), new Problem.TreeDiffers(4, 5));
    }

    @Test
    void reorderedEntriesAreFound() throws SQLException {
        ledger.sql("update ledger_entry set idx = 100 where idx = 4");
        ledger.sql("update ledger_entry set idx = 4 where idx = 5");
        ledger.sql("update ledger_entry set idx = 5 where idx = 100");
        assertThat(ledger.verify().problems()).contains(new Problem.TreeDiffers(4, 5));
    }

    @Test
    void aTruncationIsFound() throws SQLException {
        ledger.sql("delete from ledger_entry where idx >= 8");
        assertThat(ledger.verify().problems()).containsExactly(new Problem.EntriesMissing(8, 9));
    }

    @Test
    void aSignedCheckpointThatClaimsMoreThanAnybodyCouldCountIsOneProblem() throws SQLException {
        claim(ledger.signer);
        assertThat(ledger.verify().problems())
                .containsExactly(new Problem.EntriesMissing(10, 999_999_999_999_999_998L));
    }

    @Test
    void whatAForgedCheckpointClaimsIsNotMissing() throws SQLException {
        claim(NoteSigner.of(LedgerFixture.ORIGIN, NoteSigner.newKey()));
        assertThat(ledger.verify().problems())
                .containsExactly(new Problem.CheckpointForged(999_999_999_999_999_999L), new Problem.Unsigned(9));
    }

    @Test
    void aGapThatNobodyCouldCountIsOneProblem() throws SQLException {
        ledger.sql("update ledger_entry set idx = 999999999999999999 where idx = 9");
        assertThat(ledger.verify().problems()).contains(new Problem.EntriesMissing(9, 999_999_999_999_999_998L));
    }

    /// The newest checkpoint claims as many entries as its 18 digits allow.
    private void claim(NoteSigner by) throws SQLException {
        String body = SignedNote.parse(ledger.newestNote()).body().replace("\n10\n", "\n999999999999999999\n");
        ledger.sql("update ledger_checkpoint set size = 999999999999999999, note = '"
                + SignedNote.sign(body, by).text() + "' where size = 10");
    }

    @Test
    void aRollbackOfStoreAndCheckpointTogetherIsFoundByWhatIsHeldElsewhere() throws SQLException {
        Held held = new Held("share", ledger.newestNote(), null);
        ledger.sql("delete from ledger_entry where idx >= 8");
        ledger.sql("delete from ledger_checkpoint where size > 8");
        assertThat(ledger.verify().problems()).isEmpty();
        assertThat(ledger.verify(held).problems()).containsExactly(new Problem.RolledBack("share", 10, 8));
    }

    @Test
    void aRewrittenHistorySignedWithTheRightKeyIsFoundByWhatIsHeldElsewhere() throws SQLException {
        Held held = new Held("share", ledger.newestNote(), null);
        ledger.sql("delete from ledger_entry where idx >= 8");
        ledger.sql("delete from ledger_checkpoint where size > 8");
        ledger.append(5);
        assertThat(ledger.verify().problems()).isEmpty();
        assertThat(ledger.verify(held).problems()).containsExactly(new Problem.Rewritten("share", 10));
    }

    @Test
    void anEntryWithoutCheckpointIsFound() throws SQLException {
        ledger.sql("delete from ledger_checkpoint where size = 10");
        assertThat(ledger.verify().problems()).containsExactly(new Problem.Unsigned(9));
    }

    @Test
    void aForgedCheckpointIsFound() throws SQLException {
        NoteSigner thief = NoteSigner.of(LedgerFixture.ORIGIN, NoteSigner.newKey());
        String forged = SignedNote.sign(SignedNote.parse(ledger.newestNote()).body(), thief)
                .text();
        ledger.sql("update ledger_checkpoint set note = '" + forged + "' where size = 10");
        assertThat(ledger.verify().problems())
                .containsExactly(new Problem.CheckpointForged(10), new Problem.Unsigned(9));
    }

    @Test
    void aHeldThingThatIsNoCheckpointIsSaidSoAndNothingOfItIsRepeated() {
        assertThat(ledger.verify(new Held("share", "a passphrase\nanother", null))
                        .problems())
                .containsExactly(new Problem.HeldUnusable("share"));
    }

    @Test
    void aWitnessIsNamedWithItsOwnTime() {
        NoteSigner bo = NoteSigner.of("bo", NoteSigner.newKey());
        Instant at = NOW.plusSeconds(60);
        SignedNote note = Cosignature.add(SignedNote.parse(ledger.newestNote()), bo, at);
        Held held = new Held(
                "bo", note.text(), Cosignature.time(note, bo.verifier()).orElseThrow());
        assertThat(ledger.verify(held).agreements()).isEqualTo(List.of(new Agreement("bo", 10, at)));
    }

    @Test
    void anyChangedCharacterOfAnyEntryIsFound() throws SQLException {
        Random random = new Random(3);
        for (int round = 0; round < 100; round++) {
            int index = random.nextInt(10);
            String text = new dev.curfew.ledger.log.LedgerRows(ledger.jdbc)
                    .entries(index, 1)
                    .getFirst()
                    .canonical();
            int at = random.nextInt(text.length());
            String changed = text.substring(0, at) + (char) (text.charAt(at) ^ 1) + text.substring(at + 1);
            setText(index, changed);
            assertThat(ledger.verify().isConsistent()).as("%s", changed).isFalse();
            setText(index, text);
        }
        assertThat(ledger.verify().isConsistent()).isTrue();
    }

    private void setText(int index, String text) throws SQLException {
        try (var update = ledger.jdbc.prepareStatement("update ledger_entry set canonical = ? where idx = ?")) {
            update.setString(1, text);
            update.setInt(2, index);
            update.executeUpdate();
        }
    }
}
