package dev.curfew.revocation.choice;

import java.util.Map;

/// Something named that nothing is done to.
///
/// @param named as the officer named it, or the credential's id
/// @param why for a person
public record Left(String named, String why) {
    public Map<String, Object> toJson() {
        return Map.of("named", named, "why", why);
    }
}
