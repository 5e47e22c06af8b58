package dev.curfew.connector.postgres.log.query;

import dev.curfew.model.text.Controls;
import dev.curfew.model.timeline.DeedKind;

/// What one statement did to one thing.
///
/// @param target as in `Deed.target`: `CREATE ROLE bo`
/// @param detail as in `Deed.detail`
public record Told(DeedKind kind, String target, String detail) {
    /// Names have at most 63 bytes; a list of them may be long.
    private static final int LETTERS_MAX = 300;

    public Told {
        target = shown(target);
        detail = shown(detail);
    }

    public static Told of(DeedKind kind, String target) {
        return new Told(kind, target, "");
    }

    private static String shown(String text) {
        String some = text.length() <= LETTERS_MAX ? text : text.substring(0, LETTERS_MAX - 1) + "…";
        return some.chars().anyMatch(Character::isISOControl) ? Controls.replaced(some) : some;
    }
}
