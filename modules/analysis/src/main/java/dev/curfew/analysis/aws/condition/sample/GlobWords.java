package dev.curfew.analysis.aws.condition.sample;

import dev.curfew.analysis.aws.condition.value.Glob;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

/// For every set of patterns that one text can match at once, a shortest such text. All patterns are followed together,
/// letter by letter, as automata.
final class GlobWords {
    /// States that are looked at; patterns that overlap in more ways than that are not told apart in all of them.
    private static final int STATES_MAX = 2_000;

    private final List<String> patterns;
    private final List<Character> letters;

    /// @param patterns with their wildcards marked
    GlobWords(Collection<String> patterns) {
        this.patterns = List.copyOf(patterns);
        Set<Character> used = new LinkedHashSet<>();
        for (String pattern : patterns) {
            pattern.chars().mapToObj(c -> (char) c).forEach(used::add);
        }
        used.removeAll(Set.of(Glob.STAR, Glob.ANY));
        char other = '~';
        while (used.contains(other)) {
            other++;
        }
        used.add(other);
        this.letters = List.copyOf(used);
    }

    private record Word(String text, List<BitSet> states) {}

    List<String> words() {
        Map<BitSet, String> found = new HashMap<>();
        List<BitSet> start = new ArrayList<>();
        for (String pattern : patterns) {
            start.add(closed(pattern, 0));
        }
        Set<List<BitSet>> seen = new HashSet<>(Set.of(start));
        Queue<Word> open = new ArrayDeque<>(List.of(new Word("", start)));
        while (!open.isEmpty()) {
            Word word = open.remove();
            found.putIfAbsent(accepting(word.states()), word.text());
            for (char letter : letters) {
                List<BitSet> next = next(word.states(), letter);
                if (seen.size() < STATES_MAX && seen.add(next)) {
                    open.add(new Word(word.text() + letter, next));
                }
            }
        }
        return List.copyOf(found.values());
    }

    private BitSet accepting(List<BitSet> states) {
        BitSet accepting = new BitSet();
        for (int i = 0; i < states.size(); i++) {
            accepting.set(i, states.get(i).get(patterns.get(i).length()));
        }
        return accepting;
    }

    private List<BitSet> next(List<BitSet> states, char letter) {
        List<BitSet> next = new ArrayList<>(states.size());
        for (int i = 0; i < states.size(); i++) {
            next.add(next(patterns.get(i), states.get(i), letter));
        }
        return next;
    }

    private static BitSet next(String pattern, BitSet at, char letter) {
        BitSet next = new BitSet();
        at.stream().filter(position -> position < pattern.length()).forEach(position -> {
            char c = pattern.charAt(position);
            if (c == Glob.STAR) {
                next.or(closed(pattern, position));
            } else if (c == Glob.ANY || c == letter) {
                next.or(closed(pattern, position + 1));
            }
        });
        return next;
    }

    /// A position, and those behind the stars that follow: a star may stand for nothing.
    private static BitSet closed(String pattern, int position) {
        BitSet closed = new BitSet();
        int at = position;
        closed.set(at);
        while (at < pattern.length() && pattern.charAt(at) == Glob.STAR) {
            closed.set(++at);
        }
        return closed;
    }
}
