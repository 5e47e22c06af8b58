package dev.curfew.app.console.screen.blastradius.answer;

/// Whether something is administered wholly: an account, a server, a cluster.
public enum Administering {
    NOW,
    /// Only by the planned changes.
    PLANNED,
    NEVER
}
