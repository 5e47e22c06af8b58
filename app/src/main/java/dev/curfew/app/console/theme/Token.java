package dev.curfew.app.console.theme;

/// The colours that drawings use, by their names in the theme.
public enum Token {
    FG_DEFAULT("-color-fg-default"),
    FG_MUTED("-color-fg-muted"),
    BG_DEFAULT("-color-bg-default"),
    BG_SUBTLE("-color-bg-subtle"),
    BORDER("-color-border-default"),
    ACCENT("-color-accent-fg"),
    ACCENT_SUBTLE("-color-accent-subtle"),
    SUCCESS("-color-success-fg"),
    SUCCESS_SUBTLE("-color-success-subtle"),
    WARNING("-color-warning-fg"),
    WARNING_SUBTLE("-color-warning-subtle"),
    DANGER("-color-danger-fg"),
    DANGER_SUBTLE("-color-danger-subtle");

    private final String css;

    Token(String css) {
        this.css = css;
    }

    String css() {
        return css;
    }
}
