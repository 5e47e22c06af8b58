package dev.curfew.ledger.witness;

import dev.curfew.ledger.note.Cosignature;
import dev.curfew.ledger.note.NoteVerifier;
import dev.curfew.ledger.note.SignedNote;
import java.time.Instant;
import java.util.Optional;

/// Somebody whose signature under a checkpoint counts.
///
/// @param name as officers call them
public record TrustedWitness(String name, NoteVerifier key) {

    /// When they signed this note; empty if they did not, or it is no note.
    public Optional<Instant> signed(String note) {
        try {
            return Cosignature.time(SignedNote.parse(note), key);
        } catch (IllegalArgumentException _) {
            // The verification says that it is no note.
            return Optional.empty();
        }
    }
}
