package dev.curfew.governance.policy.cedar;

import dev.curfew.governance.policy.PolicyProblem;
import dev.curfew.governance.policy.TextPlace;
import dev.curfew.model.text.Messages;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How far a policy may nest. Cedar reads by recursion on the stack of whoever asks, and where that ends, so does the
/// process: on a stack of 1 MiB at some 80 brackets, and at some 2,500 links of a chain.
final class Nesting {
    /// Brackets and `if`s in one another. Of `if`s without brackets between them each is in the one before it.
    static final int DEPTH_MAX = 20;

    /// `&`, `|`, sums, products and dots. Cedar writes a chain as JSON of twice its depth, of which 1,000 can be read.
    static final int LINKS_MAX = 400;

    private static final Messages MESSAGES = Messages.of(Nesting.class);
    private static final Pattern WORD = Pattern.compile("\\bif\\b");

    private final String text;

    /// How deep it was where each open bracket begins.
    private final Deque<Integer> open = new ArrayDeque<>();

    private int depth;
    private int links;

    private Nesting(String text) {
        this.text = text;
    }

    /// Where it first nests further.
    static Optional<PolicyProblem> problem(String text) {
        Nesting nesting = new Nesting(text);
        for (int at = 0; at < text.length(); at = CedarText.skip(text, at)) {
            nesting.read(at);
            if (nesting.depth > DEPTH_MAX || nesting.links > LINKS_MAX) {
                return Optional.of(
                        PolicyProblem.at(TextPlace.of(text, at), "", MESSAGES.text("nesting", DEPTH_MAX, LINKS_MAX)));
            }
        }
        return Optional.empty();
    }

    private void read(int at) {
        switch (text.charAt(at)) {
            case '(', '[', '{' -> open();
            case ')', ']', '}' -> close();
            case ',' -> depth = open.isEmpty() ? 0 : open.peek() + 1;
            case '.', '+', '-', '*', '&', '|' -> links++;
            case 'i' -> depth += isIf(at) ? 1 : 0;
            case ';' -> end();
            default -> {}
        }
    }

    private void open() {
        open.push(depth);
        depth++;
    }

    /// What is in it ends with it.
    private void close() {
        depth = open.isEmpty() ? 0 : open.pop();
    }

    private boolean isIf(int at) {
        Matcher word = WORD.matcher(text).useTransparentBounds(true).region(at, Math.min(text.length(), at + 2));
        return word.lookingAt();
    }

    /// The next policy begins anew.
    private void end() {
        if (open.isEmpty()) {
            depth = 0;
            links = 0;
        }
    }
}
