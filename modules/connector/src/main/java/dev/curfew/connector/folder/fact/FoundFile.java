package dev.curfew.connector.folder.fact;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// A file in which something was found.
final class FoundFile {
    private final String path;
    private final String content;
    private final boolean shared;
    private final TreeMap<String, String> fingerprints = new TreeMap<>();
    private final TreeSet<String> credentials = new TreeSet<>();
    private final TreeSet<String> named = new TreeSet<>();
    private final Map<String, Set<String>> valuesByName = new HashMap<>();
    private boolean open;

    /// @param content the keyed fingerprint of what Git names its content
    FoundFile(String path, String content, boolean shared) {
        this.path = path;
        this.content = content;
        this.shared = shared;
    }

    String path() {
        return path;
    }

    String content() {
        return content;
    }

    boolean isShared() {
        return shared;
    }

    /// A secret stands in it, for everybody who reads it.
    void open() {
        open = true;
    }

    boolean isOpen() {
        return open;
    }

    /// @param name two values of one name are both kept
    void fingerprint(String name, String fingerprint) {
        Set<String> values = valuesByName.computeIfAbsent(name, _ -> new HashSet<>());
        if (values.add(fingerprint)) {
            fingerprints.put(values.size() == 1 ? name : name + "#" + values.size(), fingerprint);
        }
    }

    SortedMap<String, String> fingerprints() {
        return fingerprints;
    }

    /// The id of a credential whose secret is in it.
    void credential(String id) {
        credentials.add(id);
    }

    SortedSet<String> credentials() {
        return credentials;
    }

    /// The id of a credential whose secret is not in it.
    void named(String id) {
        named.add(id);
    }

    SortedSet<String> named() {
        return named;
    }
}
