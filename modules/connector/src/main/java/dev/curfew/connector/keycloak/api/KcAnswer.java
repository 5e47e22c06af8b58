package dev.curfew.connector.keycloak.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.model.port.SourceException;

/// What Keycloak answered, or did not. `words` are its own, shortened, or ours where it said nothing.
public sealed interface KcAnswer {

    String words();

    /// What it is to whoever cannot go on with it.
    default SourceException.Kind kind() {
        return switch (this) {
            case Unaccepted _, Refused _, Rejected _, Absent _ -> SourceException.Kind.REFUSED;
            case Throttled _ -> SourceException.Kind.THROTTLED;
            case Failed _, Silent _ -> SourceException.Kind.UNREACHABLE;
            case Foreign _, Done _ -> SourceException.Kind.MALFORMED;
        };
    }

    /// 2xx.
    ///
    /// @param body the whole answer; a missing node for 201 and 204
    /// @param made the last part of the `Location` of what was created; empty where nothing was
    record Done(JsonNode body, String made) implements KcAnswer {
        @Override
        public String words() {
            return "";
        }

        /// Without the body, which may hold a secret.
        @Override
        public String toString() {
            return "Done[made=" + made + "]";
        }
    }

    /// 401: the token or the client's own credentials are not taken.
    ///
    /// @param error the code, as RFC 6749 section 5.2 and RFC 6750 section 3.1 name them; empty where there is none
    record Unaccepted(String error, String words) implements KcAnswer {}

    /// 403: known, and may not.
    record Refused(String error, String words) implements KcAnswer {}

    /// 404.
    record Absent(String words) implements KcAnswer {}

    /// Any other 4xx: it does not take the request.
    ///
    /// @param error as above
    record Rejected(int status, String error, String words) implements KcAnswer {}

    /// 429, longer than we waited.
    record Throttled(String words) implements KcAnswer {}

    /// 5xx: it may have done what it was asked.
    record Failed(String words) implements KcAnswer {}

    /// Nothing came back, or not in time: it may have done what it was asked.
    record Silent(String words) implements KcAnswer {}

    /// A redirect, or something that is not JSON: not a Keycloak, or something stands before it.
    record Foreign(String words) implements KcAnswer {}
}
