package dev.curfew.app.usecase;

import dev.curfew.governance.custody.CustodyException;
import dev.curfew.governance.officer.OfficerKeyException;
import dev.curfew.ledger.log.LedgerException;
import dev.curfew.model.port.SourceException;
import dev.curfew.snapshot.export.ExportException;
import dev.curfew.snapshot.keychain.KeychainException;
import dev.curfew.snapshot.secret.SecretsException;
import dev.curfew.snapshot.store.StoreException;
import dev.curfew.snapshot.workspace.WorkspaceException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What went wrong, where that was foreseen: the failure's message was written for a person, and the log may have it.
/// Of all others nobody knows what their message quotes.
public enum Foreseen {
    /// A source refused or did not answer.
    SOURCE,
    /// A file that somebody named, or that holds a key of theirs, is there already, or cannot be read or written.
    FILE,
    /// A rule, a missing thing, a wrong passphrase, a file that is none.
    REFUSED,
    /// The workspace, its store, its secrets or its ledger.
    WORKSPACE;

    private static final Set<ExportException.Kind> EXPORTS =
            EnumSet.of(ExportException.Kind.EXISTS, ExportException.Kind.INACCESSIBLE);
    private static final Set<OfficerKeyException.Kind> KEYS =
            EnumSet.of(OfficerKeyException.Kind.EXISTS, OfficerKeyException.Kind.NOT_STORED);
    private static final Set<CustodyException.Kind> CUSTODY =
            EnumSet.of(CustodyException.Kind.KEY_EXISTS, CustodyException.Kind.NOT_STORED);

    /// Empty for a fault of Curfew's own.
    public static Optional<Foreseen> of(Throwable failure) {
        return switch (failure) {
            case SourceException _ -> Optional.of(SOURCE);
            case Unwritten _ -> Optional.of(FILE);
            case OfficerKeyException e when KEYS.contains(e.kind()) -> Optional.of(FILE);
            case CustodyException e when CUSTODY.contains(e.kind()) -> Optional.of(FILE);
            case ExportException e when EXPORTS.contains(e.kind()) -> Optional.of(FILE);
            case Refused _, OfficerKeyException _, CustodyException _, ExportException _ -> Optional.of(REFUSED);
            case WorkspaceException _, StoreException _, KeychainException _, SecretsException _, LedgerException _ ->
                Optional.of(WORKSPACE);
            default -> Optional.empty();
        };
    }
}
