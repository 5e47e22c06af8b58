package dev.curfew.connector.folder.fact;

import dev.curfew.connector.folder.secret.Claims;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One secret, wherever it stands; known by its keyed fingerprint.
final class FoundValue {
    private final String fingerprint;
    private final TreeSet<String> forms = new TreeSet<>();
    private final TreeSet<String> names = new TreeSet<>();
    private final TreeSet<String> paths = new TreeSet<>();
    private final TreeSet<String> places = new TreeSet<>();
    private final TreeSet<String> beside = new TreeSet<>();
    private final TreeSet<String> environments = new TreeSet<>();
    private @Nullable Claims claims;

    FoundValue(String fingerprint) {
        this.fingerprint = fingerprint;
    }

    String fingerprint() {
        return fingerprint;
    }

    void at(String path, String place, String environment) {
        paths.add(path);
        places.add(place);
        if (!environment.isEmpty()) {
            environments.add(environment);
        }
    }

    void called(String form, String name) {
        forms.add(form);
        if (!name.isEmpty()) {
            names.add(name);
        }
    }

    /// @param id of the credential that it is the secret of
    void beside(String id) {
        beside.add(id);
    }

    void saying(Claims said) {
        claims = said;
    }

    SortedSet<String> forms() {
        return forms;
    }

    SortedSet<String> names() {
        return names;
    }

    SortedSet<String> paths() {
        return paths;
    }

    SortedSet<String> places() {
        return places;
    }

    SortedSet<String> beside() {
        return beside;
    }

    SortedSet<String> environments() {
        return environments;
    }

    Optional<Claims> claims() {
        return Optional.ofNullable(claims);
    }
}
