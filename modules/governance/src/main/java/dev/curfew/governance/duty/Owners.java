package dev.curfew.governance.duty;

import dev.curfew.analysis.owner.OwnerNames;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.snapshot.Snapshot;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Who owns what has the access that is asked for: the owners of the identities that its policy is granted to.
final class Owners {
    /// `Grace Hopper <grace@example.org>; ada`: people, names and addresses.
    private static final Pattern BETWEEN = Pattern.compile("[,;|<>]");

    private final Set<String> names;

    private Owners(Set<String> names) {
        this.names = names;
    }

    static Owners of(Snapshot snapshot, PolicyId policy) {
        Set<String> holders = snapshot.grants().stream()
                .filter(grant -> grant.policy().equals(policy))
                .map(Grant::subject)
                .map(subject -> subject.text())
                .collect(Collectors.toUnmodifiableSet());
        Set<String> names = new HashSet<>();
        snapshot.identities().stream()
                .filter(identity -> holders.contains(identity.id().text()))
                .map(OwnerNames::owner)
                .flatMap(Optional::stream)
                .forEach(owner -> names.addAll(parts(owner)));
        return new Owners(names);
    }

    private static Set<String> parts(String owner) {
        return Arrays.stream(BETWEEN.split(owner, -1)).map(Owners::plain).collect(Collectors.toUnmodifiableSet());
    }

    /// Whether the officer is one of them: by their name, as people write it, or before the at-sign of an address.
    boolean include(Officer officer) {
        String name = plain(officer.name());
        String written = plain(officer.displayName());
        return names.stream().anyMatch(one -> one.equals(name) || one.equals(written) || one.startsWith(name + "@"));
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
