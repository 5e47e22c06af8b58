package dev.curfew.revocation.rotation;

import dev.curfew.model.connection.Secret;
import java.io.IOException;

/// Who gets the new credential.
public interface HandOver {

    /// For the ledger: a file's name, a program's; never a secret.
    String to();

    /// @param value neither kept nor closed
    /// @throws IOException if it did not get there; the message says why, and the value is not in it
    void give(Secret value) throws IOException, InterruptedException;
}
