package dev.curfew.app.console.screen.blastradius.subject;

import dev.curfew.app.console.component.text.Names;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.estate.Lookup;
import dev.curfew.app.usecase.estate.Several;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// Reads what somebody looks at out of the text that the history remembers: an id, ids line by line, or an owner.
/// For the background.
public final class Subjects {
    /// No source's name has this sign.
    private static final String OWNER = "owner=";

    private static final Messages MESSAGES = Messages.of(Subjects.class);

    private final Function<String, Lookup> find;
    private final Supplier<SnapshotIndex> estate;

    /// @param find what a text names
    public Subjects(Function<String, Lookup> find, Supplier<SnapshotIndex> estate) {
        this.find = find;
        this.estate = estate;
    }

    /// The focus of everything that somebody owns.
    static String ofOwner(String owner) {
        return OWNER + owner;
    }

    /// The focus of a list, as somebody pasted it. Its lines are never repeated in a sentence: one may be a secret.
    static String ofList(String lines) {
        return String.join("\n", Several.lines(lines)) + "\n";
    }

    /// @throws Refused if the text names nothing, or one text several things
    public Subject of(String focus) {
        if (focus.startsWith(OWNER)) {
            return owned(focus);
        }
        return focus.contains("\n") ? listed(focus, Several.lines(focus)) : one(focus);
    }

    private Subject one(String focus) {
        return switch (find.apply(focus)) {
            case Lookup.Found(EntityId id) -> new Subject(focus, Names.of(estate.get(), id), List.of(id), List.of());
            case Lookup.Unknown(String unknown) -> throw new Refused(MESSAGES.text("unknown", unknown));
            case Lookup.Ambiguous(String ambiguous, List<EntityId> candidates) ->
                throw new Refused(MESSAGES.text("ambiguous", ambiguous, candidates.size()));
        };
    }

    private Subject listed(String focus, List<String> lines) {
        if (lines.size() > Several.LINES_MAX) {
            throw new Refused(MESSAGES.text("list.long", lines.size(), Several.LINES_MAX));
        }
        Several listed = Several.listed(lines, find);
        if (listed.ids().isEmpty()) {
            throw new Refused(MESSAGES.text("list.none", lines.size()));
        }
        return new Subject(focus, MESSAGES.text("list.name", listed.ids().size()), listed.ids(), listed.linesUnnamed());
    }

    private Subject owned(String focus) {
        String owner = focus.substring(OWNER.length());
        List<EntityId> ids = Several.ownedBy(estate.get(), owner).ids();
        if (ids.isEmpty()) {
            throw new Refused(MESSAGES.text("owner.none", owner));
        }
        return new Subject(focus, MESSAGES.text("owner.name", owner, ids.size()), ids, List.of());
    }
}
