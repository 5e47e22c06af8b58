package dev.curfew.connector.postgres.link;

/// Names and texts inside a statement, where PostgreSQL takes no parameters (PostgreSQL documentation, 4.1.1 and
/// 4.1.2).
public final class Quoted {

    private Quoted() {}

    /// An identifier.
    ///
    /// @throws IllegalArgumentException if no identifier can be written like this
    public static String name(String name) {
        check(name);
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /// A string constant, whatever `standard_conforming_strings` says.
    public static String text(String text) {
        check(text);
        String escaped = text.replace("\\", "\\\\").replace("'", "\\'");
        return "E'" + escaped + "'";
    }

    private static void check(String text) {
        if (text.isEmpty() || text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("PostgreSQL has no empty names, and no NUL in any");
        }
    }
}
