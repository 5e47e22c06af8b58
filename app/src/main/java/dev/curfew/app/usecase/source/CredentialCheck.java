package dev.curfew.app.usecase.source;

import dev.curfew.model.connection.Standing;
import dev.curfew.model.id.SourceName;

/// What came of trying one of a connection's own credentials.
///
/// @param acting whether it is the one to act with
public record CredentialCheck(SourceName source, boolean acting, Standing standing) {

    public boolean works() {
        return standing instanceof Standing.Works;
    }
}
