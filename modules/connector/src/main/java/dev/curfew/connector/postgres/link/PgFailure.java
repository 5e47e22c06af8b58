package dev.curfew.connector.postgres.link;

import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;

/// Why something came of nothing, told apart by SQLSTATE (PostgreSQL documentation, Appendix A) and by what the network
/// did.
///
/// @param state the server's SQLSTATE; empty where it did not speak
/// @param words the server's, shortened, or ours
public record PgFailure(Kind kind, String state, String words) {

    /// What kind of failure it was.
    public enum Kind {
        /// 28P01: a wrong password, no password, no such role, or one whose time is over. The server tells its log
        /// which.
        WRONG_PASSWORD,
        /// 28000, after the password was right: the role may not log in, or the certificate is another's.
        NOT_PERMITTED,
        /// 28000, before any password: `pg_hba.conf` has no line for this address, user and database, or one that
        /// rejects.
        WRONG_PLACE,
        /// 42501.
        NO_RIGHT,
        /// 3D000, or a database that accepts no connections.
        NO_DATABASE,
        /// 53300: too many connections, of all or of this role.
        TOO_MANY,
        /// 57P03: starting or stopping.
        NOT_NOW,
        /// 57014, or our own limit.
        TIMED_OUT,
        /// 55P03: somebody holds what a change needs.
        LOCKED,
        /// 42P01, 42704, 42883, 3F000: this server does not have it.
        ABSENT,
        /// 2BP01: something depends on it.
        NEEDED,
        /// 08xxx, 57P01, 57P02, 57P05: the session ended in the middle.
        BROKEN_OFF,
        UNKNOWN_HOST,
        /// An address inside a network, where the connection does not permit them.
        NOT_DIALLED,
        NO_CONNECTION,
        /// The certificate is not trusted, or another host's.
        UNTRUSTED,
        /// The server has TLS switched off.
        NO_TLS,
        /// The server wants a password in a way that would give it away.
        UNSAFE,
        /// It answers, but not as a PostgreSQL does.
        FOREIGN,
        /// It answers more than is read.
        TOO_LARGE,
        OTHER
    }

    /// A sentence that says what to do.
    ///
    /// @param where host and port
    public String sentence(String where) {
        return Messages.of(PgFailure.class).text("failure." + kind, where, words);
    }

    /// Whether the server said no, rather than nothing.
    public boolean isRefusal() {
        return switch (kind) {
            case WRONG_PASSWORD, NOT_PERMITTED, WRONG_PLACE, NO_RIGHT, NO_DATABASE, ABSENT, NEEDED, UNSAFE, LOCKED ->
                true;
            case TOO_MANY,
                    NOT_NOW,
                    TIMED_OUT,
                    BROKEN_OFF,
                    UNKNOWN_HOST,
                    NOT_DIALLED,
                    NO_CONNECTION,
                    UNTRUSTED,
                    NO_TLS,
                    FOREIGN,
                    TOO_LARGE,
                    OTHER -> false;
        };
    }

    public CoverageState coverage() {
        return switch (kind) {
            case WRONG_PASSWORD, NOT_PERMITTED, WRONG_PLACE, NO_RIGHT -> CoverageState.REFUSED;
            case TOO_MANY -> CoverageState.THROTTLED;
            case NO_DATABASE,
                    NOT_NOW,
                    TIMED_OUT,
                    LOCKED,
                    ABSENT,
                    NEEDED,
                    BROKEN_OFF,
                    UNKNOWN_HOST,
                    NOT_DIALLED,
                    NO_CONNECTION,
                    UNTRUSTED,
                    NO_TLS,
                    UNSAFE,
                    FOREIGN,
                    TOO_LARGE,
                    OTHER -> CoverageState.FAILED;
        };
    }

    /// For whoever cannot go on.
    public SourceException asSourceException(String where) {
        SourceException.Kind of = switch (kind) {
            case WRONG_PASSWORD, NOT_PERMITTED, WRONG_PLACE, NO_RIGHT, NO_DATABASE, UNSAFE, LOCKED, NEEDED, ABSENT ->
                SourceException.Kind.REFUSED;
            case TOO_MANY -> SourceException.Kind.THROTTLED;
            case FOREIGN, TOO_LARGE, OTHER -> SourceException.Kind.MALFORMED;
            case NOT_NOW, TIMED_OUT, BROKEN_OFF, UNKNOWN_HOST, NOT_DIALLED, NO_CONNECTION, UNTRUSTED, NO_TLS ->
                SourceException.Kind.UNREACHABLE;
        };
        return new SourceException(of, sentence(where));
    }
}
