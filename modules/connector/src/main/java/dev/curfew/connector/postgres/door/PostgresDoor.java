package dev.curfew.connector.postgres.door;

import dev.curfew.connector.password.NewPassword;
import dev.curfew.connector.postgres.facts.LoginFacts;
import dev.curfew.connector.postgres.facts.PgNames;
import dev.curfew.connector.postgres.link.PgAccess;
import dev.curfew.connector.postgres.link.PgException;
import dev.curfew.connector.postgres.link.PgFailure;
import dev.curfew.connector.postgres.link.PgLogin;
import dev.curfew.connector.postgres.link.PgSession;
import dev.curfew.model.breakglass.EmergencyDoor;
import dev.curfew.model.breakglass.Entry;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.proof.RefusalClass;
import dev.curfew.model.text.Messages;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/// Lets a role in by its password. Every role may change its own password and end its own sessions (PostgreSQL
/// documentation, ALTER ROLE and 9.28.2).
public final class PostgresDoor implements EmergencyDoor {
    private static final Messages MESSAGES = Messages.of(PostgresDoor.class);

    /// Methods of `pg_hba.conf` that ask for the role's own password (PostgreSQL documentation, 20.5).
    private static final Set<String> BY_PASSWORD = Set.of("scram-sha-256", "md5", "password");

    private final PgAccess access;
    private final InstantSource clock;

    /// @param access none of its own logins is used
    public PostgresDoor(PgAccess access, InstantSource clock) {
        this.access = access;
        this.clock = clock;
    }

    @Override
    public String account(Secret credential) {
        try (PgLogin login = login(credential)) {
            return new PgNames(access.source()).role(login.user()).nativeId();
        }
    }

    @Override
    public Entry enter(Secret credential) throws InterruptedException {
        try (PgLogin login = login(credential)) {
            return new PostgresEntry(access, clock, credential.copy(), access.act(login, access.maintenance()));
        } catch (PgException e) {
            throw e.failure().asSourceException(access.where());
        }
    }

    @Override
    public ProbeOutcome attempt(Secret credential) throws InterruptedException {
        try (PgLogin login = login(credential);
                PgSession _ = access.act(login, access.maintenance())) {
            return new ProbeOutcome.Accepted(clock.instant(), MESSAGES.text("accepted", login.user()));
        } catch (PgException e) {
            return refused(e.failure());
        } catch (SourceException e) {
            return new ProbeOutcome.Indeterminate(clock.instant(), String.valueOf(e.getMessage()));
        }
    }

    private ProbeOutcome refused(PgFailure failure) {
        String words = failure.sentence(access.where());
        return switch (failure.kind()) {
            case WRONG_PASSWORD -> new ProbeOutcome.Refused(clock.instant(), RefusalClass.INVALID_CREDENTIAL, words);
            case NOT_PERMITTED, NO_RIGHT, NO_DATABASE ->
                new ProbeOutcome.Refused(clock.instant(), RefusalClass.DENIED, words);
            case WRONG_PLACE -> new ProbeOutcome.Refused(clock.instant(), RefusalClass.NETWORK, words);
            case TOO_MANY,
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
                    OTHER -> new ProbeOutcome.Indeterminate(clock.instant(), words);
        };
    }

    @Override
    public Secret fresh(Secret credential) {
        try (PgLogin login = login(credential);
                Secret password = NewPassword.make()) {
            return access.line(login.user(), password);
        }
    }

    /// PUBLIC is everybody.
    @Override
    public Set<String> everybodys(String account) {
        return Set.of(new PgNames(access.source()).everybody().nativeId());
    }

    /// What members that only inherit are members of.
    @Override
    public boolean isSame(String account, Identity other) {
        PgNames names = new PgNames(access.source());
        return PgNames.role(new IdentityId(access.source(), account))
                .filter(role -> names.rights(role).equals(other.id()))
                .isPresent();
    }

    @Override
    public List<String> otherWays(Credential listed) {
        return LoginFacts.letInBy(listed).stream()
                .filter(way -> !BY_PASSWORD.contains(way))
                .toList();
    }

    /// One with a password: a certificate cannot be replaced by whoever holds it.
    private PgLogin login(Secret credential) {
        PgLogin login = access.login(credential)
                .orElseThrow(
                        () -> new SourceException(SourceException.Kind.REFUSED, MESSAGES.text("credential.shape")));
        if (!login.hasPassword()) {
            login.close();
            throw new SourceException(SourceException.Kind.REFUSED, MESSAGES.text("credential.shape"));
        }
        return login;
    }
}
