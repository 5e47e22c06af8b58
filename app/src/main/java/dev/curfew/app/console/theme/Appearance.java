package dev.curfew.app.console.theme;

/// Light, dark, or as the system is.
public enum Appearance {
    SYSTEM,
    LIGHT,
    DARK
}
