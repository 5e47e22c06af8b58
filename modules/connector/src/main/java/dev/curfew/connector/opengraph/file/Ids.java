package dev.curfew.connector.opengraph.file;

import dev.curfew.connector.tree.MalformedException;
import dev.curfew.connector.tree.Problem;
import dev.curfew.connector.tree.Reading;
import dev.curfew.model.text.Messages;

/// Texts that things are called by.
final class Ids {

    private Ids() {}

    /// @throws MalformedException for one that is blank, too long, or holds control characters
    static String of(Reading object, String name, int charactersMax) {
        String id = object.text(name);
        if (id.length() > charactersMax || id.chars().anyMatch(Character::isISOControl)) {
            throw new MalformedException(
                    Problem.BAD_VALUE,
                    object.require(name).place(),
                    Messages.of(Ids.class).text("expected.id", charactersMax));
        }
        return id;
    }
}
