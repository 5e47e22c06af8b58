package dev.curfew.connector.kubernetes.sheet;

import dev.curfew.connector.kubernetes.api.KubeSession;
import dev.curfew.connector.kubernetes.fact.Accounts;
import dev.curfew.model.port.Progress;

/// A part of a cluster that is read, and may be refused, on its own.
public interface Scope {

    /// As in the coverage.
    String name();

    void read(KubeSession session, ScopeSheet sheet, Progress progress) throws InterruptedException;

    /// Once everything is read, adds what depends on which service accounts there are.
    default void finish(ScopeSheet sheet, Accounts accounts) {}
}
