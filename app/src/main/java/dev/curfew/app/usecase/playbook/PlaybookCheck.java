package dev.curfew.app.usecase.playbook;

import dev.curfew.app.usecase.Outcomes;
import dev.curfew.governance.playbook.Playbook;
import dev.curfew.revocation.catalogue.Catalogue;
import dev.curfew.revocation.playbook.Acts;
import java.time.Instant;

/// Checks a playbook that is not in force anywhere.
public final class PlaybookCheck {
    /// A hundred ids and a purpose are a tenth of it.
    public static final int BYTES_MAX = 1 << 18;

    private PlaybookCheck() {}

    /// @throws dev.curfew.app.usecase.Refused if it could not be signed now; says every problem
    public static Playbook run(String text, Instant now) {
        return Outcomes.require(new Acts(Catalogue.packaged()).usable(text, now));
    }
}
