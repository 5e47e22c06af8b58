package dev.curfew.app.usecase.officer;

import dev.curfew.app.usecase.Refused;
import dev.curfew.model.governance.Officer;
import java.util.List;

/// Keeps the roster of those who decide.
public interface Officers {

    List<Officer> list();

    /// Makes the officer's key and seals it under their passphrase.
    ///
    /// @throws Refused if the name is taken or not a name, the passphrase is too short, or the workspace is
    ///     read-only
    Officer add(OfficerLogin login, String displayName);

    /// Whether the passphrase opens the officer's key on this machine.
    boolean knows(OfficerLogin login);
}
