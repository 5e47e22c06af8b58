package dev.curfew.connector.csv;

import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;

/// A row, whose cells are asked for by the settings that name their columns.
public final class Row {
    private static final Messages MESSAGES = Messages.of(Row.class);

    /// Longer than any name; a longer one is another column's.
    private static final int CHARACTERS_MAX = 500;

    private final Map<String, String> mapping;
    private final Header header;
    private final List<String> cells;

    Row(Map<String, String> mapping, Header header, List<String> cells) {
        this.mapping = mapping;
        this.header = header;
        this.cells = cells;
    }

    /// The cell's text without spaces around it; empty where no column is mapped to the setting.
    public String text(String setting) throws WrongCell {
        String column = mapping.get(setting);
        if (column == null) {
            return "";
        }
        String text = cells.get(header.at(column)).strip();
        if (text.length() > CHARACTERS_MAX) {
            throw wrong(setting, MESSAGES.text("expected.short", CHARACTERS_MAX));
        }
        if (text.chars().anyMatch(it -> Character.isISOControl(it) || it == '\ufffd')) {
            throw wrong(setting, MESSAGES.text("expected.text"));
        }
        return text;
    }

    /// As [#text], where it must not be empty.
    public String needed(String setting) throws WrongCell {
        String text = text(setting);
        if (text.isEmpty()) {
            throw wrong(setting, MESSAGES.text("expected.some"));
        }
        return text;
    }

    /// What is wrong with the cell of a setting.
    public WrongCell wrong(String setting, String expected) {
        return new WrongCell(mapping.getOrDefault(setting, ""), expected);
    }
}
