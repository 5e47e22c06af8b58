package dev.curfew.app.usecase.estate;

import dev.curfew.model.id.EntityId;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/// Which lines of a listing to show. Empty text: any. Case never matters.
///
/// @param source a source's whole name
/// @param kind part of the kind: `aws` or `aws.role`
/// @param owner part of the owner's name; `none` for those without one
/// @param text words apart by blanks, each of which is part of the id, kind, name or owner
public record EntityFilter(String source, String kind, String owner, String text) {
    public static final EntityFilter ALL = new EntityFilter("", "", "", "");

    private static final String NOBODY = "none";
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    public static EntityFilter ofText(String text) {
        return new EntityFilter("", "", "", text);
    }

    /// @param itsOwner empty if it has none
    public boolean accepts(EntityId id, String itsKind, String name, String itsOwner) {
        return (source.isEmpty() || id.source().value().equals(lower(source)))
                && lower(itsKind).contains(lower(kind))
                && acceptsOwner(itsOwner)
                && Arrays.stream(BLANKS.split(lower(text.strip())))
                        .allMatch(lower(id.text() + "\n" + itsKind + "\n" + name + "\n" + itsOwner)::contains);
    }

    private boolean acceptsOwner(String itsOwner) {
        return lower(owner).equals(NOBODY)
                ? itsOwner.isEmpty() || lower(itsOwner).equals(NOBODY)
                : lower(itsOwner).contains(lower(owner));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
