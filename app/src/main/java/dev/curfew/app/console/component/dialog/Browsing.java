package dev.curfew.app.console.component.dialog;

import java.net.URI;

/// Opens pages outside of Curfew. May be called from any thread.
@FunctionalInterface
public interface Browsing {

    /// @return false if nothing could be started that shows it: then a person has to be told the address
    boolean open(URI page);
}
