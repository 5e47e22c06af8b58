package dev.curfew.app.cli.serve;

import dev.curfew.app.cli.serve.http.Problem;
import dev.curfew.app.cli.serve.http.ProblemKind;
import dev.curfew.app.usecase.counter.Errand;
import dev.curfew.app.usecase.counter.Slip;
import dev.curfew.governance.workload.WorkloadTrust;
import dev.curfew.model.text.Messages;
import java.util.List;

/// Who is trusted to name workloads, as it was when the workspace was last looked into. Whoever shows nothing good is
/// refused by this, without the workspace being opened; whoever does is held to the ledger once more when they ask.
final class Trusts {
    private static final Messages MESSAGES = Messages.of(Trusts.class);

    private final Errands turns;
    private final Lately<WorkloadTrust> known = new Lately<>(this::look);

    Trusts(Errands turns) {
        this.turns = turns;
    }

    List<WorkloadTrust> current() throws InterruptedException {
        return known.all();
    }

    private List<WorkloadTrust> look() throws InterruptedException {
        return hear(turns.take(new Errand.Trusts()));
    }

    /// Those that hold now, as an errand brought them.
    ///
    /// @throws Problem if it did not
    List<WorkloadTrust> hear(Slip slip) {
        return switch (slip.kind()) {
            case TRUSTS, TRUST_CHANGED -> known.keep(slip.trusts());
            case SENDERS, SIGNALLED, ALLOWED, NEEDS_SIGNATURES, REFUSED, FOUND, WITHDRAWN, NOT_DONE, FAULT ->
                throw Problem.of(ProblemKind.FAULT, slip.words().isEmpty() ? MESSAGES.text("no-trusts") : slip.words());
        };
    }
}
