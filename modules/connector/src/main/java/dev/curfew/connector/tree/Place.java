package dev.curfew.connector.tree;

import org.jspecify.annotations.Nullable;

/// Where a value stands in what was read.
///
/// @param parent what holds it; null for the document itself
/// @param step from the parent to it: `.Name` or `[3]`; `$` for the document
/// @param line counted from 1
/// @param column counted from 1, in characters or bytes as the reader of the format counts
public record Place(@Nullable Place parent, String step, int line, int column) {
    public static Place document() {
        return new Place(null, "$", 1, 1);
    }

    public Place field(String name, int line, int column) {
        return new Place(this, "." + name, line, column);
    }

    public Place item(int index, int line, int column) {
        return new Place(this, "[" + index + "]", line, column);
    }

    /// A JSON path, for example `$.RoleDetailList[3].RoleName`. Made only when somebody asks: most places are never
    /// complained about.
    public String path() {
        StringBuilder path = new StringBuilder();
        for (Place at = this; at != null; at = at.parent) {
            path.insert(0, at.step);
        }
        return path.toString();
    }
}
