package dev.curfew.app.cli.serve;

import dev.curfew.app.cli.serve.http.Problem;
import dev.curfew.app.cli.serve.http.ProblemKind;
import dev.curfew.app.usecase.counter.Errand;
import dev.curfew.app.usecase.counter.Slip;
import dev.curfew.model.signal.Sender;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Optional;

/// Who may signal, as it was when the workspace was last looked into. Under a name that nobody has, nothing opens it;
/// who has one is held to the ledger once more when their signal is entered.
final class KnownSenders {
    private static final Messages MESSAGES = Messages.of(KnownSenders.class);

    private final Errands turns;
    private final Lately<Sender> known = new Lately<>(this::look);

    KnownSenders(Errands turns) {
        this.turns = turns;
    }

    /// @throws Problem if they cannot be known now
    List<Sender> current() throws InterruptedException {
        return known.all();
    }

    private List<Sender> look() throws InterruptedException {
        Slip slip = turns.take(new Errand.Senders());
        if (slip.kind() != Slip.Kind.SENDERS) {
            throw Problem.of(ProblemKind.FAULT, slip.words().isEmpty() ? MESSAGES.text("no-senders") : slip.words());
        }
        return slip.senders();
    }

    Optional<Sender> find(String name) throws InterruptedException {
        return current().stream().filter(one -> one.name().equals(name)).findFirst();
    }
}
