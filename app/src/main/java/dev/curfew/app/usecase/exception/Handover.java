package dev.curfew.app.usecase.exception;

import dev.curfew.model.connection.Secret;
import dev.curfew.model.governance.Window;

/// An issued credential, handed over once.
///
/// @param value exists here and at the source only; whoever takes it closes it
public record Handover(Window window, Secret value) implements AutoCloseable {
    @Override
    public void close() {
        value.close();
    }
}
