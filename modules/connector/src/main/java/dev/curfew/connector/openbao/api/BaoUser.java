package dev.curfew.connector.openbao.api;

import java.util.Map;
import java.util.Optional;

/// A user of a userpass login.
///
/// @param mount without slashes at its ends; it may hold some, a user's name may not
public record BaoUser(String mount, String name) {
    private static final String BEGINNING = "user/";

    /// Empty for the id of anything else.
    public static Optional<BaoUser> of(String nativeId) {
        int slash = nativeId.lastIndexOf('/');
        return nativeId.startsWith(BEGINNING) && slash > BEGINNING.length()
                ? Optional.of(new BaoUser(nativeId.substring(BEGINNING.length(), slash), nativeId.substring(slash + 1)))
                : Optional.empty();
    }

    /// As the estate has it.
    public String nativeId() {
        return BEGINNING + mount + "/" + name;
    }

    /// As an audit log has it, not encoded.
    public String loginPath() {
        return "auth/" + mount + "/login/" + name;
    }

    /// Whether an entity of these tags is this user's, which OpenBao makes at the first login.
    public boolean hasAlias(Map<String, String> tags) {
        return name.equals(tags.get("alias:auth/" + mount + "/"));
    }
}
