package dev.curfew.connector.folder.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a walk passed over.
public final class Passed {
    private final List<String> unread = new ArrayList<>();
    private final Map<String, Integer> left = new TreeMap<>();
    private int links;

    /// A file or folder that should have been read, with its path and why it was not.
    void unread(String why) {
        unread.add(why);
    }

    /// A folder that the settings leave out.
    void leftOut(String name) {
        left.merge(name, 1, Integer::sum);
    }

    /// A link that is not followed.
    void link() {
        links++;
    }

    public List<String> unread() {
        return List.copyOf(unread);
    }

    /// How many folders of each name were left out.
    public Map<String, Integer> leftOut() {
        return Map.copyOf(left);
    }

    public int links() {
        return links;
    }
}
