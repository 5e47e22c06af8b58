package dev.curfew.connector.postgres.act;

import dev.curfew.connector.postgres.facts.PgNames;
import dev.curfew.connector.postgres.facts.PgNames.Login;
import dev.curfew.connector.postgres.link.PgAccess;
import dev.curfew.connector.postgres.link.PgException;
import dev.curfew.connector.postgres.link.PgFailure;
import dev.curfew.connector.postgres.link.PgLogin;
import dev.curfew.connector.postgres.link.PgSession;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.Probe;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.proof.ListingEvidence;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.proof.RefusalClass;
import dev.curfew.model.text.Messages;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Logs in as the role, and out again. The server gives one answer to a wrong password, a role that is gone and one
/// whose time is over (28P01), so that nobody outside can tell; the reading role's look into the catalog tells which.
public final class PostgresProbe implements Probe {
    private static final Messages MESSAGES = Messages.of(PostgresProbe.class);

    /// Where the role may go in; the one that is connected to first, if it may go there.
    private static final String MAY_CONNECT = """
            SELECT datname FROM pg_database
             WHERE datallowconn AND NOT datistemplate AND has_database_privilege(?::text::oid, oid, 'CONNECT')
             ORDER BY datname <> current_database(), datname LIMIT 1""";

    /// How the session was let in (since version 16); null where nothing was asked for.
    private static final String METHOD = "SELECT coalesce(split_part(system_user, ':', 1), '')";

    private static final String BY_NAME = "SELECT oid FROM pg_roles WHERE rolname = ? AND rolcanlogin";

    private final PgAccess access;
    private final Clock clock;

    public PostgresProbe(PgAccess access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    @Override
    public ProbeOutcome attempt(CredentialId credential, Secret value) throws InterruptedException {
        Optional<Login> login = PgNames.login(credential);
        if (login.isEmpty()) {
            return unclear("probe.no-login");
        }
        Optional<PgLogin> handed = access.login(value, login.get().role());
        if (handed.isEmpty()) {
            return unclear("probe.no-value");
        }
        try (PgLogin supplied = handed.get()) {
            if (!supplied.user().equals(login.get().role())) {
                return unclear("probe.other", supplied.user());
            }
            return attempt(login.get(), supplied);
        } catch (SourceException e) {
            return new ProbeOutcome.Indeterminate(clock.instant(), String.valueOf(e.getMessage()));
        }
    }

    private ProbeOutcome attempt(Login login, PgLogin supplied) throws InterruptedException {
        try (PgSession session = access.read(supplied, database(login))) {
            String method = method(session);
            String words = method.isEmpty() && session.isAtLeast(16)
                    ? MESSAGES.text("accepted.unasked")
                    : MESSAGES.text("accepted", method);
            return new ProbeOutcome.Accepted(clock.instant(), words);
        } catch (PgException e) {
            return refused(login, e.failure(), clock.instant());
        }
    }

    private static String method(PgSession session) throws PgException, InterruptedException {
        return session.isAtLeast(16) ? session.one(METHOD) : "";
    }

    private ProbeOutcome refused(Login login, PgFailure failure, Instant at) throws InterruptedException {
        return switch (failure.kind()) {
            case WRONG_PASSWORD -> wrongPassword(login, failure, at);
            case NOT_PERMITTED -> notPermitted(login, failure, at);
            case WRONG_PLACE -> new ProbeOutcome.Refused(at, RefusalClass.NETWORK, words(failure));
            // It was let in as the role, and then not into the database.
            case NO_RIGHT ->
                new ProbeOutcome.Refused(at, RefusalClass.DENIED, MESSAGES.text("refused.database", words(failure)));
            case NO_DATABASE,
                    TOO_MANY,
                    NOT_NOW,
                    TIMED_OUT,
                    LOCKED,
                    ABSENT,
                    NEEDED,
                    BROKEN_OFF,
                    UNKNOWN_HOST,
                    NO_CONNECTION,
                    NOT_DIALLED,
                    UNTRUSTED,
                    NO_TLS,
                    UNSAFE,
                    FOREIGN,
                    TOO_LARGE,
                    OTHER -> new ProbeOutcome.Indeterminate(at, failure.sentence(access.where()));
        };
    }

    private ProbeOutcome wrongPassword(Login login, PgFailure failure, Instant at) throws InterruptedException {
        return switch (look(login)) {
            case Looked.Saw(LoginStanding.Gone gone) -> gone(at, failure, LoginWords.of(gone));
            case Looked.Saw(LoginStanding.Held held)
            when held.over() -> gone(at, failure, MESSAGES.text("refused.over") + LoginWords.sessions(held.sessions()));
            case Looked.Saw(LoginStanding.Held held)
            when !held.logsIn() ->
                gone(at, failure, MESSAGES.text("refused.nologin") + LoginWords.sessions(held.sessions()));
            case Looked.Saw(LoginStanding.Held held) ->
                gone(at, failure, MESSAGES.text("refused.password") + LoginWords.sessions(held.sessions()));
            case Looked.Saw(LoginStanding.Renamed renamed) -> unclear(at, failure, LoginWords.of(renamed));
            case Looked.Not(String why) -> unclear(at, failure, why);
        };
    }

    /// The password was right, or none was asked for.
    private ProbeOutcome notPermitted(Login login, PgFailure failure, Instant at) throws InterruptedException {
        return switch (look(login)) {
            case Looked.Saw(LoginStanding.Gone gone) -> gone(at, failure, LoginWords.of(gone));
            case Looked.Saw(LoginStanding.Held held)
            when !held.logsIn() ->
                gone(at, failure, MESSAGES.text("refused.nologin") + LoginWords.sessions(held.sessions()));
            case Looked.Saw(LoginStanding.Held _) ->
                new ProbeOutcome.Refused(at, RefusalClass.DENIED, MESSAGES.text("refused.listed", words(failure)));
            case Looked.Saw(LoginStanding.Renamed renamed) -> unclear(at, failure, LoginWords.of(renamed));
            case Looked.Not(String why) -> unclear(at, failure, why);
        };
    }

    private static ProbeOutcome gone(Instant at, PgFailure failure, String why) {
        return new ProbeOutcome.Refused(
                at, RefusalClass.INVALID_CREDENTIAL, MESSAGES.text("refused", failure.state(), why));
    }

    private static ProbeOutcome unclear(Instant at, PgFailure failure, String why) {
        return new ProbeOutcome.Indeterminate(at, MESSAGES.text("refused.unclear", words(failure), why));
    }

    private ProbeOutcome unclear(String key, Object... arguments) {
        return new ProbeOutcome.Indeterminate(clock.instant(), MESSAGES.text(key, arguments));
    }

    private static String words(PgFailure failure) {
        return failure.state() + " " + failure.words();
    }

    private sealed interface Looked {
        record Saw(LoginStanding standing) implements Looked {}

        record Not(String why) implements Looked {}
    }

    private Looked look(Login login) throws InterruptedException {
        try (PgLogin reading = access.readingLogin();
                PgSession session = access.read(reading, access.maintenance())) {
            return new Looked.Saw(new LoginSearch(session).of(login));
        } catch (PgException e) {
            return new Looked.Not(e.failure().sentence(access.where()));
        } catch (SourceException e) {
            return new Looked.Not(String.valueOf(e.getMessage()));
        }
    }

    /// Where the reading role cannot say, the one that is connected to first.
    private String database(Login login) throws InterruptedException {
        try (PgLogin reading = access.readingLogin();
                PgSession session = access.read(reading, access.maintenance())) {
            List<String> names = session.rows(MAY_CONNECT, row -> row.getString(1), String.valueOf(login.oid()));
            return names.isEmpty() ? access.maintenance() : names.getFirst();
        } catch (PgException | SourceException _) {
            return access.maintenance();
        }
    }

    @Override
    public ListingEvidence list(CredentialId credential) throws InterruptedException {
        Optional<Login> login = PgNames.login(credential);
        Instant at = clock.instant();
        if (login.isEmpty()) {
            return new ListingEvidence.Unreadable(at, MESSAGES.text("probe.no-login"));
        }
        return switch (look(login.get())) {
            case Looked.Saw(LoginStanding.Held held) ->
                new ListingEvidence.Listed(at, held.works(), LoginWords.of(held));
            case Looked.Saw(LoginStanding.Renamed renamed) ->
                new ListingEvidence.Listed(at, true, LoginWords.of(renamed));
            case Looked.Saw(LoginStanding.Gone gone) -> new ListingEvidence.NotListed(at, LoginWords.of(gone));
            case Looked.Not(String why) -> new ListingEvidence.Unreadable(at, why);
        };
    }

    @Override
    public Optional<CredentialId> loginAt(String address, String name) throws InterruptedException {
        if (!access.isAt(address)) {
            return Optional.empty();
        }
        try (PgLogin reading = access.readingLogin();
                PgSession session = access.read(reading, access.maintenance())) {
            return session.rows(BY_NAME, row -> row.getLong(1), name).stream()
                    .findFirst()
                    .map(oid -> new PgNames(access.source()).login(name, oid));
        } catch (PgException e) {
            throw e.failure().asSourceException(access.where());
        }
    }

    /// The server says it by letting the value in, or by refusing the role after the password was right.
    ///
    /// @throws SourceException if it is not asked for the password, or does not answer
    @Override
    public boolean belongs(CredentialId credential, Secret value) throws InterruptedException {
        Optional<Login> login = PgNames.login(credential);
        Optional<PgLogin> handed = login.flatMap(found -> access.login(value, found.role()));
        if (login.isEmpty() || handed.isEmpty()) {
            return false;
        }
        try (PgLogin supplied = handed.get()) {
            return supplied.user().equals(login.get().role()) && belongs(login.get(), supplied);
        }
    }

    private boolean belongs(Login login, PgLogin supplied) throws InterruptedException {
        try (PgSession session = access.read(supplied, database(login))) {
            if (session.isAtLeast(16) && method(session).isEmpty()) {
                throw new SourceException(SourceException.Kind.REFUSED, MESSAGES.text("belongs.unasked"));
            }
            return true;
        } catch (PgException e) {
            return switch (e.failure().kind()) {
                case WRONG_PASSWORD -> false;
                case NO_RIGHT -> true;
                case NOT_PERMITTED -> supplied.hasPassword();
                default -> throw e.failure().asSourceException(access.where());
            };
        }
    }
}
