package dev.curfew.governance.breakglass;

import dev.curfew.governance.custody.CustodyException;
import dev.curfew.governance.custody.Envelope;
import dev.curfew.governance.custody.EnvelopeFiles;
import dev.curfew.model.text.Messages;
import java.util.Optional;

/// How an envelope looks from outside, without opening it.
public enum SealState {
    /// It is the one that the ledger knows.
    INTACT,
    /// It is another one: an old copy, or somebody's own.
    STRANGER,
    DAMAGED,
    MISSING;

    public static SealState of(String path, EnvelopeFiles files, SealBook book) {
        try {
            Optional<Envelope> envelope = files.current(path);
            if (envelope.isEmpty()) {
                return MISSING;
            }
            String hash = envelope.get().hash();
            boolean known = book.sealed(path).filter(hash::equals).isPresent()
                    || book.sealing(path).filter(hash::equals).isPresent();
            return known ? INTACT : STRANGER;
        } catch (CustodyException _) {
            return DAMAGED;
        }
    }

    public String words() {
        return Messages.of(SealState.class).text("seal." + name());
    }
}
