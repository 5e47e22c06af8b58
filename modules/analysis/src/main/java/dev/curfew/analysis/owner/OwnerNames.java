package dev.curfew.analysis.owner;

import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.estate.Identity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The names that an owner's text may hold: `Grace Hopper <grace@example.org>`, `ada, grace`.
public final class OwnerNames {
    private static final Pattern BETWEEN = Pattern.compile("[,;|]");
    private static final Pattern ADDRESS = Pattern.compile("<([^<>]+)>");

    private OwnerNames() {}

    /// As names are compared.
    public static String plain(String owner) {
        return How.plain(owner);
    }

    /// All by which it may be known.
    static List<String> of(String owner) {
        return Stream.concat(Stream.of(How.plain(owner)), parts(owner).stream()).toList();
    }

    /// Those that are named, each by the surest there is.
    static List<String> parts(String owner) {
        return Arrays.stream(BETWEEN.split(owner, -1))
                .map(OwnerNames::address)
                .map(How::plain)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static String address(String part) {
        Matcher matcher = ADDRESS.matcher(part);
        return matcher.find() ? matcher.group(1) : part;
    }

    /// Who is named as an identity's owner, whether still there or not.
    public static Optional<String> owner(Identity identity) {
        return switch (identity.ownership()) {
            case Ownership.Owned owned -> Optional.of(owned.owner());
            case Ownership.OwnerGone gone -> Optional.of(gone.owner());
            case Ownership.Unowned() -> Optional.empty();
        };
    }
}
