package dev.curfew.app.wiring;

import dev.curfew.app.usecase.Books;
import dev.curfew.app.usecase.estate.Estate;
import dev.curfew.app.wiring.ledger.ImportedLog;
import dev.curfew.app.wiring.ledger.LedgerIdentity;
import dev.curfew.ledger.log.SqlAuditLog;
import dev.curfew.ledger.note.NoteSigner;
import dev.curfew.ledger.note.NoteVerifier;
import dev.curfew.ledger.witness.CheckpointKeeper;
import dev.curfew.ledger.witness.KeepingUnitOfWork;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.AuditLog;
import dev.curfew.model.port.UnitOfWork;
import dev.curfew.snapshot.workspace.Workspace;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// An open workspace with its ledger: what everything else stands on.
///
/// @param units copies the ledger's newest checkpoint out of the workspace after each unit that lengthened it
/// @param keeper where that copy is
record Foundation(
        Workspace workspace,
        UnitOfWork units,
        AuditLog auditLog,
        NoteVerifier logKey,
        CheckpointKeeper keeper,
        Books books,
        Estate estate) {

    /// @param signer of the ledger's checkpoints
    static Foundation writable(
            Workspace workspace, NoteSigner signer, CheckpointKeeper keeper, Surroundings surroundings) {
        NoteVerifier logKey = signer.verifier();
        Set<String> told = new LinkedHashSet<>();
        KeepingUnitOfWork units = new KeepingUnitOfWork(workspace.unitOfWork(), keeper, trouble -> {
            String sentence = String.valueOf(trouble.getMessage());
            if (told.add(sentence)) {
                surroundings.warnings().accept(sentence);
            }
        });
        SqlAuditLog auditLog = new SqlAuditLog(logKey.name(), signer, surroundings.clock(), units::appended);
        workspace.unitOfWork().run(transaction -> {
            auditLog.prepare(transaction);
            return transaction;
        });
        return of(workspace, units, auditLog, logKey, keeper, surroundings);
    }

    /// A workspace that came out of an export.
    static Foundation readOnly(Workspace workspace, CheckpointKeeper keeper, Surroundings surroundings) {
        NoteVerifier logKey = LedgerIdentity.announced(workspace.unitOfWork());
        return of(workspace, workspace.unitOfWork(), new ImportedLog(), logKey, keeper, surroundings);
    }

    private static Foundation of(
            Workspace workspace,
            UnitOfWork units,
            AuditLog auditLog,
            NoteVerifier logKey,
            CheckpointKeeper keeper,
            Surroundings surroundings) {
        return new Foundation(
                workspace,
                units,
                auditLog,
                logKey,
                keeper,
                new Books(units, auditLog, surroundings.clock(), workspace.readOnly()),
                new Estate(workspace.store(), connected(workspace), surroundings.clock()));
    }

    /// Whether a source is connected now; out of an export nothing is, and all of it is shown.
    private static Supplier<Predicate<SourceName>> connected(Workspace workspace) {
        return () -> {
            if (workspace.readOnly()) {
                return _ -> true;
            }
            Set<SourceName> names = workspace
                    .unitOfWork()
                    .run(transaction -> transaction.connections().all())
                    .stream()
                    .map(Connection::name)
                    .collect(Collectors.toUnmodifiableSet());
            return names::contains;
        };
    }

    /// The ledger's first entry, which names its key.
    void begin() {
        books.write(transaction -> {
            books.enter(
                    transaction,
                    "workspace.created",
                    Map.of("workspace", workspace.id(), LedgerIdentity.PUBLIC_KEY, logKey.vkey()));
            return transaction;
        });
    }
}
