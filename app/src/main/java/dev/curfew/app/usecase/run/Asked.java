package dev.curfew.app.usecase.run;

import dev.curfew.model.governance.ExceptionRequest;

/// What the policies answered.
public sealed interface Asked {

    /// It can be issued at once.
    record Allowed(ExceptionRequest request) implements Asked {}

    /// @param words who has to sign, and by which policies
    record NeedsSignatures(ExceptionRequest request, String words) implements Asked {}

    /// @param words by which policies
    record Refused(String words) implements Asked {}
}
