package dev.curfew.governance.run;

import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.Issuer.Lease;
import dev.curfew.model.revocation.Action;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What a command was given in place of its credential, as far as it may be kept: whoever ends the run takes it back.
///
/// @param ending the act that takes it back, for good
public record Leased(CredentialId id, Action ending) {
    private static final String ID = "lease";
    private static final String ENDING = "leaseEnding";

    public static Leased of(Lease lease) {
        return new Leased(lease.id(), lease.ending());
    }

    Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(ID, id.text());
        json.put(ENDING, ending.code());
        return json;
    }

    /// Empty where the command was given the credential itself.
    static Optional<Leased> ofJson(Map<String, Object> json) {
        String id = Objects.toString(json.get(ID), "");
        return id.contains(":")
                ? Optional.of(
                        new Leased(CredentialId.read(id), new Action(Objects.toString(json.get(ENDING), ""), false)))
                : Optional.empty();
    }
}
