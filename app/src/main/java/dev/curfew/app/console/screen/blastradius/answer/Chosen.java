package dev.curfew.app.console.screen.blastradius.answer;

import dev.curfew.analysis.reach.Hop;
import java.util.List;
import java.util.Optional;

/// What of an answer is looked at.
///
/// @param path the one told, or another way to the same thing
/// @param at which hop of it, from 0; -1: none in particular
public record Chosen(Found found, List<Hop> path, int at) {

    public Chosen {
        path = List.copyOf(path);
        if (at >= path.size()) {
            throw new IllegalArgumentException("no hop " + at + " in " + path.size());
        }
    }

    public static Chosen of(Found found) {
        return new Chosen(found, found.path(), -1);
    }

    public Chosen at(int hop) {
        return new Chosen(found, path, hop);
    }

    public Chosen by(List<Hop> other) {
        return new Chosen(found, other, -1);
    }

    public Optional<Hop> step() {
        return at < 0 ? Optional.empty() : Optional.of(path.get(at));
    }
}
