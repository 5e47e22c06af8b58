package dev.curfew.app.cli.serve;

import dev.curfew.app.usecase.counter.Errand;
import dev.curfew.app.usecase.counter.Slip;

/// Who has errands done at the workspace.
@FunctionalInterface
interface Errands {
    /// @throws dev.curfew.app.cli.serve.http.Problem BUSY if others had the workspace for too long
    Slip take(Errand errand) throws InterruptedException;
}
