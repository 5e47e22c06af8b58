package dev.curfew.connector.tree;

/// What is wrong with something that was read.
public enum Problem {
    /// There is nothing in it.
    EMPTY,
    /// It is not well-formed JSON or XML.
    UNREADABLE,
    /// It ends in the middle.
    TRUNCATED,
    /// It is well-formed, and something else.
    FOREIGN,
    /// A value has another type than its place asks for.
    WRONG_TYPE,
    /// A value that must be there is not.
    MISSING,
    /// Something that must be there once is there twice.
    DUPLICATE,
    /// It is larger, deeper or longer than we read.
    LIMIT,
    /// A value of the right type that says nothing sensible.
    BAD_VALUE
}
