package dev.curfew.app.console.screen.blastradius.subject;

import dev.curfew.app.console.component.text.Names;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.estate.Lookup;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// Reads what somebody looks at out of the text that the history remembers: an id, ids line by line, or an owner.
/// For the background.
public final class Subjects {
    /// No source's name has this sign.
    private static final String OWNER = "owner=";

    /// A list of leaked keys has some hundreds; more is an inventory.
    static final int LINES_MAX = 2_000;

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
        return String.join("\n", lines(lines)) + "\n";
    }

    static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /// @throws Refused if the text names nothing, or one text several things
    public Subject of(String focus) {
        if (focus.startsWith(OWNER)) {
            return owned(focus);
        }
        return focus.contains("\n") ? listed(focus, lines(focus)) : one(focus);
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
        if (lines.size() > LINES_MAX) {
            throw new Refused(MESSAGES.text("list.long", lines.size(), LINES_MAX));
        }
        Set<EntityId> ids = new LinkedHashSet<>();
        List<Integer> unnamed = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (find.apply(lines.get(i)) instanceof Lookup.Found(EntityId id)) {
                ids.add(id);
            } else {
                unnamed.add(i + 1);
            }
        }
        if (ids.isEmpty()) {
            throw new Refused(MESSAGES.text("list.none", lines.size()));
        }
        return new Subject(focus, MESSAGES.text("list.name", ids.size()), List.copyOf(ids), unnamed);
    }

    private Subject owned(String focus) {
        String owner = focus.substring(OWNER.length());
        List<EntityId> ids = new ArrayList<>();
        for (Identity identity : estate.get().snapshot().identities()) {
            if (owner(identity).filter(owner::equals).isPresent()) {
                ids.add(identity.id());
            }
        }
        if (ids.isEmpty()) {
            throw new Refused(MESSAGES.text("owner.none", owner));
        }
        return new Subject(focus, MESSAGES.text("owner.name", owner, ids.size()), ids, List.of());
    }

    static Optional<String> owner(Identity identity) {
        return switch (identity.ownership()) {
            case Ownership.Owned owned -> Optional.of(owned.owner());
            case Ownership.OwnerGone gone -> Optional.of(gone.owner());
            case Ownership.Unowned _ -> Optional.empty();
        };
    }
}
