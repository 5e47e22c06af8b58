package dev.curfew.app.usecase.revocation;

import dev.curfew.revocation.after.Returned;
import dev.curfew.revocation.run.Revived;
import java.util.List;

/// What was revoked and is not gone: credentials that are good again, and identities that are back.
public record Alarms(List<Revived> revived, List<Returned> returned) {
    public static final Alarms NONE = new Alarms(List.of(), List.of());

    public Alarms {
        revived = List.copyOf(revived);
        returned = List.copyOf(returned);
    }
}
