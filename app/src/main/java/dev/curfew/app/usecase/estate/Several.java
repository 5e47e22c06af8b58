package dev.curfew.app.usecase.estate;

import dev.curfew.analysis.owner.OwnerNames;
import dev.curfew.analysis.owner.OwnerRow;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Several things that somebody names at once.
///
/// @param ids each once; empty where nothing was named
/// @param linesUnnamed the lines of a list that name nothing, or more than one thing, from 1. Their text is nowhere:
///     one may
///     be a secret
public record Several(List<EntityId> ids, List<Integer> linesUnnamed) {
    /// A list of leaked keys has some hundreds; more is an inventory.
    public static final int LINES_MAX = 2_000;

    public Several {
        ids = List.copyOf(ids);
        linesUnnamed = List.copyOf(linesUnnamed);
    }

    /// The lines of a text, empty ones too: a line is told by its number.
    public static List<String> lines(String text) {
        return text.lines().map(String::strip).toList();
    }

    /// @param lines empty ones name nothing and are not missed
    /// @param find what a line names
    /// @throws IllegalArgumentException for more than [#LINES_MAX] lines
    public static Several listed(List<String> lines, Function<String, Lookup> find) {
        if (lines.size() > LINES_MAX) {
            throw new IllegalArgumentException(lines.size() + " lines");
        }
        Set<EntityId> ids = new LinkedHashSet<>();
        List<Integer> unnamed = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isEmpty()) {
                continue;
            }
            if (find.apply(lines.get(i)) instanceof Lookup.Found(EntityId id)) {
                ids.add(id);
            } else {
                unnamed.add(i + 1);
            }
        }
        return new Several(List.copyOf(ids), unnamed);
    }

    /// Everything that somebody owns, or owned until they left, by whatever name lists of people know them.
    public static Several ownedBy(SnapshotIndex index, String owner) {
        List<EntityId> ids = OwnerRow.ownedBy(index.snapshot(), owner).stream()
                .<EntityId>map(Identity::id)
                .toList();
        return new Several(ids, List.of());
    }

    /// Who is named as its owner, whether still there or not.
    public static Optional<String> owner(Identity identity) {
        return OwnerNames.owner(identity);
    }
}
