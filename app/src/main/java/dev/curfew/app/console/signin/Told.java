package dev.curfew.app.console.signin;

import dev.curfew.app.usecase.officer.SignInDoor;

/// What a person was told to do.
///
/// @param opened whether a browser was opened for them
public record Told(SignInDoor.Prompt prompt, boolean opened) {

    /// Whether it is done on any device, with a code.
    public boolean isByCode() {
        return !prompt.code().isEmpty();
    }
}
