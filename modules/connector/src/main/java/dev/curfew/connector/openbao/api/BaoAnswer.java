package dev.curfew.connector.openbao.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.revocation.ActionOutcome;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/// What OpenBao answered, or did not. `words` are its own, shortened, or ours where it said nothing.
public sealed interface BaoAnswer {

    String words();

    /// Whether it says that there is no such token or lease. OpenBao has no status of its own for that: seen with 2.7.2
    /// are 400 `invalid accessor`, 400 `invalid lease`, and 200 with a warning; Vault also answers 403 `invalid
    /// accessor`.
    default boolean saysUnknown() {
        return switch (this) {
            case Done done -> done.words().contains("No token found with this accessor");
            case Rejected rejected -> UNKNOWN.matcher(rejected.words()).find();
            case Refused refused -> UNKNOWN.matcher(refused.words()).find();
            case Empty _, Absent _, Throttled _, Failed _, Silent _, Foreign _ -> false;
        };
    }

    /// Whether what was asked may have been done all the same.
    default boolean leavesOpen() {
        return this instanceof Failed || this instanceof Silent;
    }

    /// For whoever cannot go on with it.
    default SourceException failure(String words) {
        return new SourceException(
                leavesOpen() ? SourceException.Kind.UNREACHABLE : SourceException.Kind.REFUSED, words);
    }

    /// What became of an act that it does not say was done.
    ///
    /// @param no what is said where it was refused
    default ActionOutcome undone(Instant at, String no) {
        return switch (this) {
            case Refused _, Rejected _, Absent _, Throttled _ -> new ActionOutcome.Refused(at, no);
            case Done _, Empty _, Failed _, Silent _, Foreign _ -> new ActionOutcome.Uncertain(at, words());
        };
    }

    Pattern UNKNOWN = Pattern.compile("invalid accessor|invalid lease");

    /// 2xx.
    ///
    /// @param body the whole answer; a missing node for 204
    record Done(JsonNode body, List<String> warnings) implements BaoAnswer {

        public JsonNode data() {
            return body.path("data");
        }

        @Override
        public String words() {
            return String.join("; ", warnings);
        }

        /// Without the body, which may hold a token.
        @Override
        public String toString() {
            return "Done[warnings=" + warnings + "]";
        }
    }

    /// 401 or 403: the token is not valid, or may not.
    ///
    /// @param byPolicy the token is valid, and its policies do not allow it. OpenBao 2.7.2 says so only by how it lays
    ///     out its words: `1 error occurred: * permission denied` against `permission denied`
    record Refused(String words, boolean byPolicy) implements BaoAnswer {}

    /// 404, with words: nothing is mounted there, or no such thing.
    record Absent(String words) implements BaoAnswer {}

    /// 404 without words: an empty list.
    record Empty() implements BaoAnswer {
        @Override
        public String words() {
            return "404";
        }
    }

    /// Any other 4xx: it does not take the request.
    record Rejected(int status, String words) implements BaoAnswer {}

    /// 429, longer than we waited.
    record Throttled(String words) implements BaoAnswer {}

    /// 5xx, sealed included: it may have done what it was asked.
    record Failed(String words) implements BaoAnswer {}

    /// Nothing came back, or not in time: it may have done what it was asked.
    record Silent(String words) implements BaoAnswer {}

    /// A redirect, or something that is not JSON: not an OpenBao, or something stands before it.
    record Foreign(String words) implements BaoAnswer {}
}
