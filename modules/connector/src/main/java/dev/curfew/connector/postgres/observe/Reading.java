package dev.curfew.connector.postgres.observe;

import dev.curfew.connector.postgres.catalog.DatabaseRow;
import dev.curfew.connector.postgres.link.PgAccess;
import dev.curfew.connector.postgres.link.PgException;
import dev.curfew.connector.postgres.link.PgLogin;
import dev.curfew.connector.postgres.link.PgSession;
import dev.curfew.connector.sheet.Sheet;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.SourceException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// A reading of a cluster, or of some scopes of it.
final class Reading {
    private final PgAccess access;
    private final Clock clock;

    Reading(PgAccess access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    /// @param wanted which scopes
    /// @throws SourceException if nothing at all can be read
    Observation of(Predicate<String> wanted, Progress progress) throws InterruptedException {
        Instant startedAt = clock.instant();
        List<Fact> facts = new ArrayList<>();
        List<Coverage> coverage = new ArrayList<>();
        try (PgLogin login = access.readingLogin()) {
            progress.at(Scopes.ROLES, 0, -1);
            List<Sheet> shared = new ArrayList<>();
            Base base = base(login, wanted, shared);
            keep(shared, wanted, facts, coverage);
            Inside inside = new Inside(access, base);
            List<DatabaseRow> databases = base.databases().stream()
                    .filter(database ->
                            database.open() && Scopes.of(database).stream().anyMatch(wanted))
                    .toList();
            for (int i = 0; i < databases.size(); i++) {
                progress.at(Scopes.objects(databases.get(i)), i, databases.size());
                keep(inside.read(login, databases.get(i)), wanted, facts, coverage);
            }
        }
        return new Observation(access.source(), startedAt, clock.instant(), facts, coverage);
    }

    private Base base(PgLogin login, Predicate<String> wanted, List<Sheet> shared) throws InterruptedException {
        try (PgSession session = access.read(login, access.maintenance())) {
            Base base = Base.read(session);
            if (Scopes.SHARED.stream().anyMatch(wanted)) {
                shared.addAll(new Shared(access.source(), access.where(), own(login)).read(session, base));
            }
            return base;
        } catch (PgException e) {
            throw e.failure().asSourceException(access.where());
        }
    }

    private Set<String> own(PgLogin login) {
        Set<String> own = new HashSet<>(Set.of(login.user()));
        access.actingRole().ifPresent(own::add);
        return own;
    }

    private void keep(List<Sheet> sheets, Predicate<String> wanted, List<Fact> facts, List<Coverage> coverage) {
        for (Sheet sheet : sheets) {
            if (wanted.test(sheet.scope())) {
                facts.addAll(sheet.facts());
                coverage.add(sheet.coverage(clock.instant()));
            }
        }
    }
}
