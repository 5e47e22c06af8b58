package dev.curfew.connector.postgres.link;

import dev.curfew.connector.dial.PrivateAddressException;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// Tells what the driver's exceptions are about.
final class Failures {
    /// Enough for a sentence.
    private static final int WORDS_MAX = 300;

    /// Ours, in the class that PostgreSQL leaves to others for what exceeds a limit (54000, program_limit_exceeded).
    static final String TOO_LARGE = "54CUR";

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cntrl}]+");

    private Failures() {}

    static PgFailure of(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        ServerErrorMessage server = e instanceof PSQLException ours ? ours.getServerErrorMessage() : null;
        if (server == null) {
            PgFailure.Kind kind = byCause(e).orElseGet(() -> unspoken(state, String.valueOf(e.getMessage())));
            return new PgFailure(kind, state, words(String.valueOf(e.getMessage())));
        }
        String said = String.valueOf(server.getMessage());
        return new PgFailure(spoken(state, said), state, words(said));
    }

    /// What the server itself said. Its words are in its own language; `pg_hba.conf` is the same in all of them.
    private static PgFailure.Kind spoken(String state, String said) {
        return switch (state) {
            case "28P01" -> PgFailure.Kind.WRONG_PASSWORD;
            case "28000" -> said.contains("pg_hba.conf") ? PgFailure.Kind.WRONG_PLACE : PgFailure.Kind.NOT_PERMITTED;
            case "42501" -> PgFailure.Kind.NO_RIGHT;
            // 55000: "database is not currently accepting connections"
            case "3D000", "55000" -> PgFailure.Kind.NO_DATABASE;
            case "53300" -> PgFailure.Kind.TOO_MANY;
            case "57P03" -> PgFailure.Kind.NOT_NOW;
            case "57014" -> PgFailure.Kind.TIMED_OUT;
            case "55P03" -> PgFailure.Kind.LOCKED;
            case "42P01", "42704", "42883", "3F000" -> PgFailure.Kind.ABSENT;
            case "2BP01" -> PgFailure.Kind.NEEDED;
            case "57P01", "57P02", "57P05" -> PgFailure.Kind.BROKEN_OFF;
            default -> state.startsWith("08") ? PgFailure.Kind.BROKEN_OFF : PgFailure.Kind.OTHER;
        };
    }

    private static Optional<PgFailure.Kind> byCause(Throwable e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            switch (cause) {
                case PrivateAddressException _ -> {
                    return Optional.of(PgFailure.Kind.NOT_DIALLED);
                }
                case UnknownHostException _ -> {
                    return Optional.of(PgFailure.Kind.UNKNOWN_HOST);
                }
                case ConnectException _, NoRouteToHostException _ -> {
                    return Optional.of(PgFailure.Kind.NO_CONNECTION);
                }
                case SocketTimeoutException _ -> {
                    return Optional.of(PgFailure.Kind.TIMED_OUT);
                }
                case CertificateException _, SSLException _ -> {
                    return Optional.of(PgFailure.Kind.UNTRUSTED);
                }
                case EOFException _ -> {
                    return Optional.of(PgFailure.Kind.BROKEN_OFF);
                }
                default -> {
                    // The next cause may say more.
                }
            }
        }
        return Optional.empty();
    }

    /// What the driver itself says has states of its own (PSQLState), and for some things words only.
    private static PgFailure.Kind unspoken(String state, String said) {
        if (said.contains("does not support SSL")) {
            return PgFailure.Kind.NO_TLS;
        }
        if (state.equals(TOO_LARGE) || said.contains("maxResultBuffer")) {
            return PgFailure.Kind.TOO_LARGE;
        }
        if (said.contains("hostname") || said.contains("SSL error")) {
            return PgFailure.Kind.UNTRUSTED;
        }
        return switch (state) {
            case "08004", "28000" -> PgFailure.Kind.UNSAFE;
            case "08P01" -> PgFailure.Kind.FOREIGN;
            case "08006", "08003", "08001", "08000" -> PgFailure.Kind.BROKEN_OFF;
            default -> PgFailure.Kind.OTHER;
        };
    }

    static String words(String text) {
        String line = SPACE.matcher(text).replaceAll(" ").strip();
        return line.length() <= WORDS_MAX ? line : line.substring(0, WORDS_MAX) + "…";
    }
}
