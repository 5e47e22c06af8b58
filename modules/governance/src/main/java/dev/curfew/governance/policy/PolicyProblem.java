package dev.curfew.governance.policy;

/// What is wrong with a policy text.
///
/// @param line counted from 1; 0 where it cannot be told
/// @param column in that line, counted from 1; 0 where it cannot be told
/// @param policy the policy's id; empty where it cannot be told
/// @param message for a person
public record PolicyProblem(int line, int column, String policy, String message) {
    /// A problem of the text as a whole.
    public static PolicyProblem ofAll(String message) {
        return new PolicyProblem(0, 0, "", message);
    }

    public static PolicyProblem at(TextPlace place, String policy, String message) {
        return new PolicyProblem(place.line(), place.column(), policy, message);
    }

    public TextPlace place() {
        return new TextPlace(line, column);
    }

    /// `12:5: …`, as compilers say it.
    public String words() {
        String at = column > 0 ? line + ":" + column : Integer.toString(line);
        return line > 0 ? at + ": " + message : message;
    }
}
