package dev.curfew.connector.postgres.log;

import dev.curfew.connector.postgres.facts.PgNames;
import dev.curfew.connector.postgres.link.PgAccess;
import dev.curfew.connector.postgres.link.PgException;
import dev.curfew.connector.postgres.link.PgLogin;
import dev.curfew.connector.postgres.link.PgSession;
import dev.curfew.connector.record.AuditFile;
import dev.curfew.connector.record.RecordLog;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.port.DeedLog;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import dev.curfew.model.timeline.Timeline;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the log of a connected PostgreSQL, on this machine or where it was brought to.
public final class PostgresDeeds implements DeedLog {
    private static final Messages MESSAGES = Messages.of(PostgresDeeds.class);

    /// Where the collector is behind, lines wait in a pipe; that is no more than moments.
    private static final Duration LAG_MAX = Duration.ofSeconds(1);

    private final Connection connection;
    private final PgAccess access;
    private final InstantSource clock;

    public PostgresDeeds(Connection connection, PgAccess access, InstantSource clock) {
        this.connection = connection;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public Timeline of(EntityId who, List<Credential> its, Instant since, Progress progress)
            throws InterruptedException {
        Path where = AuditFile.of(connection, MESSAGES.text("no-file", connection.name(), AuditFile.SETTING));
        String role = role(who)
                .orElseThrow(() ->
                        new SourceException(SourceException.Kind.UNREACHABLE, MESSAGES.text("nobody", who.text())));
        Timeline told = new RecordLog<>(new ServerLog(), where, clock)
                .follow(new PostgresTrail(role, since), MESSAGES.text("called"), LAG_MAX, since, progress);
        List<String> gaps = new ArrayList<>(settings());
        gaps.addAll(told.gaps());
        return new Timeline(
                told.deeds(), told.callers(), told.record(), told.lagMax(), told.from(), told.caveats(), gaps);
    }

    private static Optional<String> role(EntityId who) {
        return switch (who) {
            case IdentityId identity -> PgNames.role(identity);
            case CredentialId credential -> PgNames.login(credential).map(PgNames.Login::role);
            default -> Optional.empty();
        };
    }

    /// A copy of the log may be read without the server.
    private List<String> settings() throws InterruptedException {
        try (PgLogin login = access.readingLogin();
                PgSession session = access.read(login, access.maintenance())) {
            return LogSettings.of(session).gaps();
        } catch (PgException | SourceException _) {
            return List.of(MESSAGES.text("gap.settings"));
        }
    }
}
