package dev.curfew.connector.openbao.sheet;

import dev.curfew.connector.openbao.api.BaoSession;
import dev.curfew.model.port.Progress;

/// A part of an OpenBao that is read, and may be refused, on its own.
public interface Scope {

    /// As in the coverage.
    String name();

    void read(BaoSession session, ScopeSheet sheet, Progress progress) throws InterruptedException;
}
