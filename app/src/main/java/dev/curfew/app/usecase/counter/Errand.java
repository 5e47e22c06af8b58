package dev.curfew.app.usecase.counter;

import dev.curfew.app.usecase.run.RunOrder;

/// What is wanted of a workspace, in the name of a workload.
public sealed interface Errand {

    /// Who is trusted to name workloads; of nobody's name yet.
    record Trusts() implements Errand {}

    /// Asks the policies.
    record Ask(Caller by, RunOrder order) implements Errand {}

    /// How a request stands.
    record Look(Caller by, String requestId) implements Errand {}

    /// Takes a request back.
    record TakeBack(Caller by, String requestId) implements Errand {}
}
