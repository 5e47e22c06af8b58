package dev.curfew.governance.playbook;

/// What is wrong with a playbook.
///
/// @param path of the field, as `acts[1]`, or `line:column`; empty for the text as a whole
/// @param message for a person
public record PlaybookProblem(String path, String message) {
    public String words() {
        return path.isEmpty() ? message : path + ": " + message;
    }
}
