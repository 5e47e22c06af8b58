package dev.curfew.connector.folder.agent;

import java.util.BitSet;

/// A pattern of a CODEOWNERS file, as gitignore has them: with a slash inside it is anchored, a folder stands for all
/// that is in it, `docs/*` for the files in it alone. However it is written, a path takes no more steps than the
/// lengths of both multiplied.
final class Glob {
    private final String body;
    private final boolean anchored;
    private final boolean folder;

    Glob(String written) {
        int slash = written.indexOf('/');
        anchored = slash >= 0 && slash < written.length() - 1;
        String bare = written.startsWith("/") ? written.substring(1) : written;
        folder = bare.endsWith("/");
        body = folder ? bare.substring(0, bare.length() - 1) : bare;
    }

    boolean matches(String path) {
        BitSet reached = new BitSet();
        reached.set(0);
        if (!anchored) {
            reached = folders(reached, path);
        }
        for (int i = 0; i < body.length() && !reached.isEmpty(); i++) {
            if (body.startsWith("**/", i)) {
                reached = folders(reached, path);
                i += 2;
            } else if (body.startsWith("**", i)) {
                reached = onwards(reached, path, false);
                i++;
            } else if (body.charAt(i) == '*') {
                reached = onwards(reached, path, true);
            } else {
                reached = one(reached, path, body.charAt(i));
            }
        }
        return (reached.get(path.length()) && !folder) || isBelow(reached, path);
    }

    private boolean isBelow(BitSet reached, String path) {
        return (folder || !body.endsWith("/*"))
                && reached.stream().anyMatch(at -> at < path.length() && path.charAt(at) == '/');
    }

    /// Where one character leads, which is no slash where it is a `?`.
    private static BitSet one(BitSet from, String path, char wanted) {
        BitSet reached = new BitSet();
        from.stream()
                .filter(at -> at < path.length())
                .filter(at -> wanted == '?' ? path.charAt(at) != '/' : path.charAt(at) == wanted)
                .forEach(at -> reached.set(at + 1));
        return reached;
    }

    /// Where any number of characters leads.
    private static BitSet onwards(BitSet from, String path, boolean inFolder) {
        BitSet reached = new BitSet();
        boolean is = false;
        for (int at = 0; at <= path.length(); at++) {
            is = from.get(at) || (is && !(inFolder && path.charAt(at - 1) == '/'));
            reached.set(at, is);
        }
        return reached;
    }

    /// Where any number of whole folders leads.
    private static BitSet folders(BitSet from, String path) {
        BitSet reached = (BitSet) from.clone();
        int first = from.nextSetBit(0);
        for (int at = first; at >= 0 && at < path.length(); at++) {
            if (path.charAt(at) == '/') {
                reached.set(at + 1);
            }
        }
        return reached;
    }
}
