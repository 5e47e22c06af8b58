package dev.curfew.app.usecase.counter;

import dev.curfew.app.usecase.run.RunOrder;
import dev.curfew.connector.signal.Delivery;
import dev.curfew.model.signal.Sender;
import dev.curfew.model.signal.Tip;
import java.util.List;

/// What is wanted of a workspace, in the name of a workload or of a sender of signals.
public sealed interface Errand {

    /// Who is trusted to name workloads; of nobody's name yet.
    record Trusts() implements Errand {}

    /// Who may signal.
    record Senders() implements Errand {}

    /// A webhook, whose signature is looked at where the secret is.
    record Deliver(String sender, Delivery delivery) implements Errand {}

    /// What a sender said who has proved that it is they.
    record Signal(Sender sender, List<Tip> tips) implements Errand {
        public Signal {
            tips = List.copyOf(tips);
        }
    }

    /// Asks the policies.
    record Ask(Caller by, RunOrder order) implements Errand {}

    /// How a request stands.
    record Look(Caller by, String requestId) implements Errand {}

    /// Takes a request back.
    record TakeBack(Caller by, String requestId) implements Errand {}
}
