package dev.curfew.ledger.fuzz;

import dev.curfew.ledger.log.EventText;
import dev.curfew.ledger.note.CheckpointBody;
import dev.curfew.ledger.note.Cosignature;
import dev.curfew.ledger.note.NoteSigner;
import dev.curfew.ledger.note.NoteVerifier;
import dev.curfew.ledger.note.SignedNote;
import dev.curfew.ledger.witness.ExportedLog;
import dev.curfew.testbed.fuzz.Parsers;
import java.util.List;

/// Every parser of this module. The fuzzer runs it in a process of its own.
public final class ParserFuzz {
    private static final NoteSigner SIGNER = NoteSigner.of("curfew.local/test", NoteSigner.newKey());

    static final Parsers PARSERS = new Parsers(List.of(IllegalArgumentException.class))
            .text('N', ParserFuzz::note)
            .text('B', CheckpointBody::parse)
            .text('K', key -> NoteVerifier.parse(key).vkey())
            .text('E', EventText::parse)
            .text('L', text -> ExportedLog.parse(text.lines().toList()).verify(List.of()))
            .text('O', ParserFuzz::ownLog);

    private ParserFuzz() {}

    /// The fuzzer's entry, by this name.
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        PARSERS.read(input);
    }

    private static void note(String text) {
        SignedNote note = SignedNote.parse(text);
        note.isSignedBy(SIGNER.verifier());
        Cosignature.time(note, SIGNER.verifier());
        if (!SignedNote.parse(note.text()).equals(note)) {
            throw new IllegalStateException("another note: " + note.text());
        }
    }

    /// A log whose checkpoint is signed as it should be, whatever its entries are.
    private static void ownLog(String text) {
        CheckpointBody body = new CheckpointBody(SIGNER.verifier().name(), 1, "0a".repeat(32));
        String note = SignedNote.sign(body.text(), SIGNER).text();
        List<String> entries = text.lines().toList();
        ExportedLog.parse(ExportedLog.lines(SIGNER.verifier(), note, entries)).verify(List.of());
    }
}
