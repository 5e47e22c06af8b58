package dev.curfew.app.usecase.signal;

import dev.curfew.analysis.signal.Named;
import dev.curfew.governance.signal.SignalBook.Taken;

/// A signal as it stands.
///
/// @param named whom it is about by what was last read; of a settled one whom it named when it was received
public record SignalCase(Taken taken, Named named) {}
