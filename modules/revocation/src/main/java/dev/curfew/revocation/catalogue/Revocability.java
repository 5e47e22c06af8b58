package dev.curfew.revocation.catalogue;

import dev.curfew.model.estate.Credential;
import dev.curfew.model.revocation.Action;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What revoking one kind of credential really does. A provider's 200 alone is never "revoked".
///
/// @param kind as in `Credential.kind`, or the variant's own name
/// @param variant which credentials of another kind it is about; null if it is a kind of its own
/// @param issuedBy the kind of connection whose issuer mints such credentials; null if none does
/// @param sessionsOf of which kind of identity all sessions are ended by this, where the source lists none of them;
///     null for others
/// @param byNameOnly whether these are ended only where they are named, and not along with whose they are
/// @param actions what Curfew can do, in the order it is done; empty where it can do nothing
/// @param deletions codes of the actions that leave nothing to go back to
/// @param momentary codes of the actions that end what there is when they are done, and nothing that begins later
/// @param undos codes of the acts that take others back, by the code of what they take back
/// @param makesAnew whether it makes other credentials, or is handed out anew by a workload that goes on
/// @param byId what the provider offers for a single credential
/// @param endsMinted what ends along with it
/// @param staysAlive what goes on working afterwards
/// @param staysAliveAtMost how long at most; null where nothing bounds it
/// @param refusedWithin how soon it is usually refused after the act; null where that is not known
/// @param expiry the end of it that the target itself enforces
/// @param cite where this is written, or that it was seen
public record Revocability(
        String kind,
        @Nullable Variant variant,
        String name,
        @Nullable String issuedBy,
        @Nullable String sessionsOf,
        boolean byNameOnly,
        List<Action> actions,
        Set<String> deletions,
        Set<String> momentary,
        Map<String, String> undos,
        boolean makesAnew,
        String byId,
        String endsMinted,
        String staysAlive,
        @Nullable Duration staysAliveAtMost,
        @Nullable Duration refusedWithin,
        String expiry,
        boolean expiryEnforced,
        String cite) {

    public Revocability {
        actions = List.copyOf(actions);
        deletions = Set.copyOf(deletions);
        momentary = Set.copyOf(momentary);
        undos = Map.copyOf(undos);
    }

    /// Credentials of a kind whose attribute has a value.
    public record Variant(String kind, String attribute, String value) {
        boolean matches(Credential credential) {
            return credential.kind().equals(kind)
                    && value.equals(credential.attributes().get(attribute));
        }
    }
}
