package dev.curfew.governance.roster.chain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.model.governance.Officer;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An officer with their place in the roster. A name once given is never given again, nor is a key.
///
/// @param roles sorted; besides the role `officer`, which everybody has
/// @param since index of the ledger entry from which on their signatures count; 0 for those it was founded with
/// @param revocation null while the key is good
/// @param signIn who they are where officers sign in; null while nobody said so
public record Member(
        Officer officer,
        List<String> roles,
        long since,
        @Nullable Revocation revocation,
        @Nullable SignInSubject signIn) {
    private static final Pattern ROLE = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    /// The end of a key.
    ///
    /// @param ledgerIndex of the entry; what was entered before stays good
    public record Revocation(long ledgerIndex, Instant at, String reason) {}

    public Member {
        roles = List.copyOf(new TreeSet<>(roles));
    }

    /// Not in a roster yet.
    public static Member of(Officer officer, Collection<String> roles) {
        return new Member(officer, List.copyOf(roles), 0, null, null);
    }

    /// Whether the text may be a role's name.
    public static boolean isRole(String text) {
        return ROLE.matcher(text).matches();
    }

    public boolean isGood() {
        return revocation == null;
    }

    public String name() {
        return officer.name();
    }

    Member since(long index) {
        return new Member(officer, roles, index, revocation, signIn);
    }

    Member with(Collection<String> others) {
        return new Member(officer, List.copyOf(others), since, revocation, signIn);
    }

    Member revoked(Revocation how) {
        return new Member(officer, roles, since, how, signIn);
    }

    Member bound(SignInSubject subject) {
        return new Member(officer, roles, since, revocation, subject);
    }

    Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", officer.name());
        json.put("displayName", officer.displayName());
        json.put("publicKey", officer.publicKey());
        json.put("addedAt", officer.addedAt().toString());
        json.put("roles", roles);
        return json;
    }

    /// @throws IllegalArgumentException or DateTimeException if it is none
    static Member of(JsonNode json) {
        Officer officer = new Officer(
                json.path("name").asText(),
                json.path("displayName").asText(),
                json.path("publicKey").asText(),
                Instant.parse(json.path("addedAt").asText()));
        TreeSet<String> roles = new TreeSet<>();
        json.path("roles").forEach(role -> roles.add(role.asText()));
        return of(officer, roles);
    }
}
