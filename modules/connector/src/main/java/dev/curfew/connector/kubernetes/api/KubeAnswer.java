package dev.curfew.connector.kubernetes.api;

import dev.curfew.connector.kubernetes.json.Doc;
import dev.curfew.model.port.SourceException;

/// What the API server answered, or did not. `words` are its own, shortened, or ours where it said nothing.
public sealed interface KubeAnswer {

    String words();

    /// For whoever cannot go on with it.
    default SourceException failure(String words) {
        SourceException.Kind kind = switch (this) {
            case Throttled _ -> SourceException.Kind.THROTTLED;
            case Failed _, Silent _ -> SourceException.Kind.UNREACHABLE;
            case Foreign _ -> SourceException.Kind.MALFORMED;
            case Done _, Unauthenticated _, Forbidden _, Absent _, Conflict _, Gone _, Rejected _ ->
                SourceException.Kind.REFUSED;
        };
        return new SourceException(kind, words);
    }

    /// 2xx.
    record Done(Doc body) implements KubeAnswer {
        @Override
        public String words() {
            return "";
        }

        /// Without the body, which may hold a token.
        @Override
        public String toString() {
            return "Done";
        }
    }

    /// 401: it does not take the credential.
    record Unauthenticated(String words) implements KubeAnswer {}

    /// 403: it knows the credential, which may not do this.
    record Forbidden(String words) implements KubeAnswer {}

    /// 404.
    record Absent(String words) implements KubeAnswer {}

    /// 409: there is one already, or not the one that was meant.
    record Conflict(String words) implements KubeAnswer {}

    /// 410: the place in a list, or in the course of changes, is too old.
    record Gone(String words) implements KubeAnswer {}

    /// Any other 4xx: it does not take the request.
    record Rejected(int status, String words) implements KubeAnswer {}

    /// 429, longer than we waited.
    record Throttled(String words) implements KubeAnswer {}

    /// 5xx: it may have done what it was asked.
    record Failed(String words) implements KubeAnswer {}

    /// Nothing came back, or not in time: it may have done what it was asked.
    record Silent(String words) implements KubeAnswer {}

    /// A redirect, or something that is not Kubernetes' JSON: not an API server, or something stands before it.
    record Foreign(String words) implements KubeAnswer {}
}
