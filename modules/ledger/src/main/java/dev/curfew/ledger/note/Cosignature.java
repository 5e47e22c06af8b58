package dev.curfew.ledger.note;

import dev.curfew.model.text.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A witness's dated signature under a checkpoint (C2SP tlog-cosignature, `cosignature/v1`): that the witness saw this
/// tree, and no other of its size, at that second.
public final class Cosignature {
    private static final byte TYPE = 4;
    private static final int TIME_BYTES = 8;
    private static final int HASH_BYTES = 4;

    private Cosignature() {}

    /// The note with the witness's line added.
    public static SignedNote add(SignedNote note, NoteSigner witness, Instant at) {
        long second = at.getEpochSecond();
        byte[] signature = witness.sign(message(note, second));
        byte[] timed = ByteBuffer.allocate(TIME_BYTES + signature.length)
                .putLong(second)
                .put(signature)
                .array();
        List<SignedNote.Line> lines = new ArrayList<>(note.signatures());
        lines.add(SignedNote.Line.of(witness.verifier().name(), keyHash(witness.verifier()), timed));
        return new SignedNote(note.body(), lines);
    }

    /// When this witness signed the note; empty if it did not.
    public static Optional<Instant> time(SignedNote note, NoteVerifier witness) {
        byte[] keyHash = keyHash(witness);
        return note.signatures().stream()
                .filter(line -> line.isBy(witness.name(), keyHash))
                .filter(line -> line.signature().length > TIME_BYTES)
                .filter(line -> isGood(note, line, witness))
                .map(line -> Instant.ofEpochSecond(second(line)))
                .findFirst();
    }

    private static boolean isGood(SignedNote note, SignedNote.Line line, NoteVerifier witness) {
        byte[] signature = Arrays.copyOfRange(line.signature(), TIME_BYTES, line.signature().length);
        return witness.accepts(message(note, second(line)), signature);
    }

    private static long second(SignedNote.Line line) {
        return ByteBuffer.wrap(line.signature()).getLong();
    }

    private static byte[] message(SignedNote note, long second) {
        return ("cosignature/v1\ntime " + second + "\n" + note.body()).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] keyHash(NoteVerifier witness) {
        byte[] name = (witness.name() + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] raw = witness.raw();
        byte[] all = ByteBuffer.allocate(name.length + 1 + raw.length)
                .put(name)
                .put(TYPE)
                .put(raw)
                .array();
        return Arrays.copyOf(Sha256.of(all), HASH_BYTES);
    }
}
