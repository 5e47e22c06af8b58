package dev.curfew.model.estate;

import java.util.List;

/// Attributes of credentials that say of whoever holds one how its memberships came about, where their source tells.
public final class MembershipNotes {
    /// What it may become, a line each, with by whose grant and with which options.
    public static final String BECOMES = "may-become";

    /// Whom it made members, a line each.
    public static final String GRANTED = "granted-memberships";

    private MembershipNotes() {}

    public static String join(List<String> lines) {
        return String.join("\n", lines);
    }

    /// @param name of the attribute
    public static List<String> lines(Credential credential, String name) {
        return credential.attributes().getOrDefault(name, "").lines().toList();
    }
}
