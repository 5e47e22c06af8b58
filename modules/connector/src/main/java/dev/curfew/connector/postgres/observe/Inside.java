package dev.curfew.connector.postgres.observe;

import dev.curfew.connector.postgres.catalog.CodeCatalog;
import dev.curfew.connector.postgres.catalog.DatabaseRow;
import dev.curfew.connector.postgres.catalog.ObjectCatalog;
import dev.curfew.connector.postgres.facts.CodeFacts;
import dev.curfew.connector.postgres.facts.ObjectFacts;
import dev.curfew.connector.postgres.facts.PgNames;
import dev.curfew.connector.postgres.link.PgAccess;
import dev.curfew.connector.postgres.link.PgException;
import dev.curfew.connector.postgres.link.PgFailure;
import dev.curfew.connector.postgres.link.PgLogin;
import dev.curfew.connector.postgres.link.PgSession;
import dev.curfew.connector.sheet.Sheet;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.text.Messages;
import java.util.List;

/// Reads what is inside one database, with a session there. A part is read whole or not at all: half of what a role may
/// would look like the whole of it.
final class Inside {
    private static final Messages MESSAGES = Messages.of(Inside.class);

    private final PgAccess access;
    private final Base base;

    Inside(PgAccess access, Base base) {
        this.access = access;
        this.base = base;
    }

    /// A database that cannot be connected to is not read, and what is known of it stays.
    List<Sheet> read(PgLogin login, DatabaseRow database) throws InterruptedException {
        Sheet objects = new Sheet(access.source(), Scopes.objects(database));
        Sheet code = new Sheet(access.source(), Scopes.code(database));
        if (!database.ours()) {
            String why = MESSAGES.text("connect.missing", login.user(), database.name());
            objects.close(CoverageState.REFUSED, why);
            code.close(CoverageState.REFUSED, why);
            return List.of(objects, code);
        }
        try (PgSession session = access.read(login, database.name())) {
            objects(session, database, objects);
            code(session, database, code);
        } catch (PgException e) {
            close(objects, e.failure());
            close(code, e.failure());
        }
        return List.of(objects, code);
    }

    private void objects(PgSession session, DatabaseRow database, Sheet sheet) throws InterruptedException {
        ObjectCatalog catalog = new ObjectCatalog(session);
        Attempt<ObjectFacts.Read> read = Attempt.at(() -> new ObjectFacts.Read(
                catalog.schemas(), catalog.relations(), catalog.columns(), catalog.largeObjects()));
        switch (read) {
            case Attempt.Got<ObjectFacts.Read>(ObjectFacts.Read got) ->
                new ObjectFacts(new PgNames(access.source()), base.roles(), database).write(sheet, got);
            case Attempt.Missed<ObjectFacts.Read>(PgFailure failure) -> close(sheet, failure);
        }
    }

    private void code(PgSession session, DatabaseRow database, Sheet sheet) throws InterruptedException {
        CodeCatalog catalog = new CodeCatalog(session);
        Attempt<CodeFacts.Read> read = Attempt.at(() -> new CodeFacts.Read(
                new ObjectCatalog(session).schemas(),
                catalog.functions(),
                catalog.wrappers(),
                catalog.servers(),
                catalog.mappings(),
                catalog.defaults()));
        switch (read) {
            case Attempt.Got<CodeFacts.Read>(CodeFacts.Read got) ->
                new CodeFacts(new PgNames(access.source()), base.roles(), database).write(sheet, got);
            case Attempt.Missed<CodeFacts.Read>(PgFailure failure) -> close(sheet, failure);
        }
    }

    private void close(Sheet sheet, PgFailure failure) {
        sheet.close(failure.coverage(), failure.sentence(access.where()));
    }
}
