package dev.curfew.model.port;

/// Where long work stands. Cancel by interrupting its thread.
@FunctionalInterface
public interface Progress {

    Progress SILENT = (_, _, _) -> {};

    /// @param stage for a person, short: a scope's name
    /// @param done items done in the stage
    /// @param total items in it; -1 when not known
    void at(String stage, long done, long total);
}
