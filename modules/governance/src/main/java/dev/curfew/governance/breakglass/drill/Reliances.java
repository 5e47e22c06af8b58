package dev.curfew.governance.breakglass.drill;

import dev.curfew.governance.breakglass.report.Reliance;
import dev.curfew.model.id.SourceName;

/// Watches what the thread that drills asks on its way.
public interface Reliances {

    /// Begins to watch the thread that calls.
    Watch watch();

    /// Watches until it is closed.
    interface Watch extends AutoCloseable {

        /// What was asked so far.
        ///
        /// @param source whose address is the path's own
        Reliance until(SourceName source);

        @Override
        void close();
    }
}
