package dev.curfew.ledger.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignedNoteTest {
    /// The example of golang.org/x/mod/sumdb/note's documentation: its key, its text, its signature line.
    private static final String GO_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String GO_NOTE = """
        If you think cryptography is the answer to your problem,
        then you don't know what your problem is.

        — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
        """;

    private final NoteSigner signer = NoteSigner.of("curfew.local/test", NoteSigner.newKey());

    @Test
    void acceptsANoteThatGoSigned() {
        assertThat(SignedNote.parse(GO_NOTE).isSignedBy(NoteVerifier.parse(GO_KEY)))
                .isTrue();
        assertThat(NoteVerifier.parse(GO_KEY).vkey()).isEqualTo(GO_KEY);
    }

    @Test
    void aNoteSurvivesItsText() {
        SignedNote note = SignedNote.sign("some\ntext\n", signer);
        SignedNote read = SignedNote.parse(note.text());
        assertThat(read.text()).isEqualTo(note.text());
        assertThat(read.isSignedBy(signer.verifier())).isTrue();
    }

    @Test
    void aChangedTextOrAnotherKeyIsNotAccepted() {
        String text = SignedNote.sign("size 10\n", signer).text();
        NoteSigner other = NoteSigner.of("curfew.local/test", NoteSigner.newKey());
        assertThat(SignedNote.parse(text.replace("10", "11")).isSignedBy(signer.verifier()))
                .isFalse();
        assertThat(SignedNote.parse(text).isSignedBy(other.verifier())).isFalse();
    }

    @Test
    void whatIsNoNoteIsRefused() {
        for (String text :
                new String[] {"", "text", "text\n\n", "text\n\n— name\n", "a\n\n— n AAAA", "a\n\n- n AAAAAAAA\n"}) {
            assertThatIllegalArgumentException().as(text).isThrownBy(() -> SignedNote.parse(text));
        }
    }

    @Test
    void aKeyAndItsNameAreOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NoteVerifier.parse(GO_KEY.replace("PeterNeumann", "PeterNewmann")));
        assertThat(NoteVerifier.parse(signer.verifier().vkey())).isEqualTo(signer.verifier());
    }

    @Test
    void aCosignatureSaysWhoAndWhen() {
        NoteSigner bo = NoteSigner.of("bo", NoteSigner.newKey());
        Instant at = Instant.parse("2026-11-22T03:14:09Z");
        SignedNote note = SignedNote.parse(Cosignature.add(SignedNote.sign("origin\n1\nx\n", signer), bo, at)
                .text());
        assertThat(note.isSignedBy(signer.verifier())).isTrue();
        assertThat(Cosignature.time(note, bo.verifier())).isEqualTo(Optional.of(at));
        assertThat(Cosignature.time(note, signer.verifier())).isEmpty();
    }

    @Test
    void aCosignatureMovedToAnotherNoteIsWorthless() {
        NoteSigner bo = NoteSigner.of("bo", NoteSigner.newKey());
        SignedNote signed = Cosignature.add(SignedNote.sign("a\n", signer), bo, Instant.EPOCH);
        assertThat(Cosignature.time(new SignedNote("b\n", signed.signatures()), bo.verifier()))
                .isEmpty();
    }

    @Test
    void aCheckpointMaySayMoreInAnyNumberOfLines() {
        String text = new CheckpointBody("curfew.local/test", 8640, "0a".repeat(32)).text();
        assertThat(CheckpointBody.parse(text + "x\n".repeat(30_000)).size()).isEqualTo(8640);
        for (String more : new String[] {"x", "\n", "x\n\n", "x\n\nx\n"}) {
            assertThatIllegalArgumentException().as(more).isThrownBy(() -> CheckpointBody.parse(text + more));
        }
    }

    @Test
    void aCheckpointSurvivesItsText() {
        CheckpointBody body = new CheckpointBody("curfew.local/test", 8640, "0a".repeat(32));
        assertThat(CheckpointBody.parse(body.text()).text()).isEqualTo(body.text());
        for (String text :
                new String[] {"", "origin\n-1\nAAAA\n", "origin\n01\n" + "A".repeat(43) + "=\n", "origin\n1\nAAAA\n"}) {
            assertThatIllegalArgumentException().as(text).isThrownBy(() -> CheckpointBody.parse(text));
        }
    }
}
