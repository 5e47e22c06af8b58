package dev.curfew.connector.csv;

/// A row cannot be used for what stands in one of its cells, or does not. Says what should be there, and never quotes
/// what is: somebody may have handed us a file of secrets by mistake.
public final class WrongCell extends Exception {
    private static final long serialVersionUID = 1;

    private final String column;
    private final String expected;

    /// @param column a header's name; empty where it is about the row as a whole
    /// @param expected what should have been there, for a person
    public WrongCell(String column, String expected) {
        super(expected);
        this.column = column;
        this.expected = expected;
    }

    String column() {
        return column;
    }

    String expected() {
        return expected;
    }
}
