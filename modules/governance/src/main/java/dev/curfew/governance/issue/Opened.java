package dev.curfew.governance.issue;

import dev.curfew.model.connection.Secret;
import dev.curfew.model.governance.Window;

/// An open window, with the value of its credential. The value is handed over this once: it is kept nowhere; close it.
public record Opened(Window window, Secret value) {}
