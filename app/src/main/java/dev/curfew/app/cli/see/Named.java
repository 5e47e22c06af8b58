package dev.curfew.app.cli.see;

import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.estate.Estate;
import dev.curfew.app.usecase.estate.Lookup;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.text.Messages;
import java.util.stream.Collectors;

/// What a typed id names.
public final class Named {
    private static final Messages MESSAGES = Messages.of(Named.class);

    private Named() {}

    /// @throws Refused if it names nothing, or more than one thing
    public static EntityId in(Estate estate, String typed) {
        return switch (estate.find(typed)) {
            case Lookup.Found found -> found.id();
            case Lookup.Unknown unknown -> throw new Refused(MESSAGES.text("entity.unknown", unknown.text()));
            case Lookup.Ambiguous ambiguous ->
                throw new Refused(MESSAGES.text(
                        "entity.ambiguous",
                        ambiguous.text(),
                        ambiguous.candidates().stream().map(EntityId::text).collect(Collectors.joining(", "))));
        };
    }
}
