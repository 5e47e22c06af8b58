package dev.curfew.app.console;

import dev.curfew.app.console.work.Failure;
import dev.curfew.app.usecase.Refused;
import dev.curfew.governance.officer.OfficerKeyException;
import dev.curfew.ledger.log.LedgerException;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import dev.curfew.snapshot.export.ExportException;
import dev.curfew.snapshot.keychain.KeychainException;
import dev.curfew.snapshot.secret.SecretsException;
import dev.curfew.snapshot.store.StoreException;
import dev.curfew.snapshot.workspace.WorkspaceException;
import java.io.UncheckedIOException;
import java.util.function.Function;

/// What a failure means to a person. Those that were foreseen carry their sentence; of all others the log has the
/// stack.
final class ConsoleFailures implements Function<RuntimeException, Failure> {

    private static final Messages MESSAGES = Messages.of(ConsoleFailures.class);

    @Override
    public Failure apply(RuntimeException failure) {
        return switch (failure) {
            case SourceException source -> new Failure(kind(source), words(source));
            case Refused refused -> new Failure(Failure.Kind.REFUSED, refused.getMessage());
            case OfficerKeyException key -> new Failure(Failure.Kind.REFUSED, words(key));
            case ExportException export -> new Failure(Failure.Kind.REFUSED, words(export));
            case WorkspaceException _, StoreException _, KeychainException _, SecretsException _, LedgerException _ ->
                new Failure(Failure.Kind.WORKSPACE, words(failure));
            case UncheckedIOException io -> new Failure(Failure.Kind.REFUSED, MESSAGES.text("failure.file", words(io)));
            default ->
                new Failure(
                        Failure.Kind.UNEXPECTED,
                        MESSAGES.text("failure.unexpected", failure.getClass().getSimpleName()));
        };
    }

    private static Failure.Kind kind(SourceException failure) {
        return switch (failure.kind()) {
            case UNREACHABLE, THROTTLED -> Failure.Kind.UNREACHABLE;
            case REFUSED, MALFORMED -> Failure.Kind.REFUSED;
        };
    }

    private static String words(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }
}
