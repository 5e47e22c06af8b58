package dev.curfew.app.usecase.counter;

import dev.curfew.app.usecase.run.RunOrder;

/// What is wanted of a workspace: in the name of a workload, or by another process of who could open it.
public sealed interface Errand {

    /// Who is trusted to name workloads; of nobody's name yet.
    record Trusts() implements Errand {}

    /// How break-glass paths stand; of whoever could open the workspace, and of no workload.
    ///
    /// @param path empty for all
    record Emergencies(String path) implements Errand {}

    /// Asks the policies.
    record Ask(Caller by, RunOrder order) implements Errand {}

    /// How a request stands.
    record Look(Caller by, String requestId) implements Errand {}

    /// Takes a request back.
    record TakeBack(Caller by, String requestId) implements Errand {}
}
