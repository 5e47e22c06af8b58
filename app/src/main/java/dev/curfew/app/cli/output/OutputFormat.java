package dev.curfew.app.cli.output;

/// How answers are written. The names are what is typed.
public enum OutputFormat {
    table,
    json
}
