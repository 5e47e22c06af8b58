package dev.curfew.governance.attestation;

import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.SignedEntries;
import dev.curfew.model.text.Sha256;

/// What officers enter about owners' word. One that is not what its officer signed is as if it were not there.
final class OfficerEntries {
    /// One name for all: of what it is about there is no row.
    static final String SUBJECT = Sha256.hex("curfew.attestation");

    private OfficerEntries() {}

    static SignedEntries of(Office office, String type) {
        return new SignedEntries(office, type, SUBJECT, "curfew." + type + "/1");
    }
}
