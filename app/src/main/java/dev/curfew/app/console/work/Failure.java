package dev.curfew.app.console.work;

/// Work that did not succeed, as a person is told of it.
///
/// @param sentence what happened and what to do
public record Failure(Kind kind, String sentence) {

    public enum Kind {
        /// The source did not answer.
        UNREACHABLE,
        /// Somebody said no: the source, a rule, a check.
        REFUSED,
        /// The workspace could not be used.
        WORKSPACE,
        /// A fault of ours; the log has the details.
        UNEXPECTED
    }
}
