package dev.curfew.governance.policy.cedar;

import dev.curfew.governance.policy.PolicyProblem;
import dev.curfew.governance.policy.TextPlace;
import dev.curfew.model.text.Messages;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How far a policy may nest. Cedar reads by recursion on the stack of whoever asks, and where that ends, so does the
/// process: on a stack of 1 MiB at some 80 brackets, and at some 2,500 links of a chain.
final class Nesting {
    /// Brackets in one another, and each `if`.
    static final int DEPTH_MAX = 20;

    /// `&`, `|`, sums, products and dots. Cedar writes a chain as JSON of twice its depth, of which 1,000 can be read.
    static final int LINKS_MAX = 400;

    private static final Messages MESSAGES = Messages.of(Nesting.class);
    private static final Pattern WORD = Pattern.compile("\\bif\\b");

    private final String text;
    private int open;
    private int ifs;
    private int links;

    private Nesting(String text) {
        this.text = text;
    }

    /// Where it first nests further.
    static Optional<PolicyProblem> problem(String text) {
        Nesting nesting = new Nesting(text);
        for (int at = 0; at < text.length(); at = CedarText.skip(text, at)) {
            nesting.read(at);
            if (nesting.open + nesting.ifs > DEPTH_MAX || nesting.links > LINKS_MAX) {
                return Optional.of(
                        PolicyProblem.at(TextPlace.of(text, at), "", MESSAGES.text("nesting", DEPTH_MAX, LINKS_MAX)));
            }
        }
        return Optional.empty();
    }

    private void read(int at) {
        switch (text.charAt(at)) {
            case '(', '[', '{' -> open++;
            case ')', ']', '}' -> open = Math.max(0, open - 1);
            case '.', '+', '-', '*', '&', '|' -> links++;
            case 'i' -> ifs += isIf(at) ? 1 : 0;
            case ';' -> end();
            default -> {}
        }
    }

    private boolean isIf(int at) {
        Matcher word = WORD.matcher(text).useTransparentBounds(true).region(at, Math.min(text.length(), at + 2));
        return word.lookingAt();
    }

    /// The next policy begins anew.
    private void end() {
        if (open == 0) {
            ifs = 0;
            links = 0;
        }
    }
}
