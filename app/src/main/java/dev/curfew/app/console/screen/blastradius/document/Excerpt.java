package dev.curfew.app.console.screen.blastradius.document;

import dev.curfew.app.console.component.text.PrettyJson;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.evaluation.DecidingStatement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A statement in its policy's text.
///
/// @param statement its position, from 0
/// @param label its own id or path; empty when it has none
/// @param lines of the text as shown: its own, or laid out where it is all on one line
/// @param first the statement's first line, from 1
/// @param last inclusive
public record Excerpt(Policy policy, int statement, String label, List<String> lines, int first, int last) {
    private static final String MARK = "▸";

    public Excerpt {
        lines = List.copyOf(lines);
    }

    /// Empty where the text has no such statement.
    static Optional<Excerpt> of(Policy policy, DecidingStatement decided) {
        if (!decided.isWritten()) {
            return Optional.empty();
        }
        String text = policy.text().strip();
        String shown = text.contains("\n") ? text : PrettyJson.of(text);
        return JsonStatements.lines(shown, decided.statement())
                .or(() -> HclStatements.lines(shown, decided.statement()))
                .map(lines -> new Excerpt(
                        policy,
                        decided.statement(),
                        decided.label(),
                        shown.lines().toList(),
                        lines.first(),
                        lines.last()));
    }

    /// People count from 1.
    public int number() {
        return statement + 1;
    }

    /// The statement with its lines' numbers.
    public String text() {
        return numbered(first, last, "");
    }

    /// The whole document with its lines' numbers; the statement's are marked.
    public String document() {
        return numbered(1, lines.size(), MARK);
    }

    private String numbered(int from, int to, String mark) {
        int digits = String.valueOf(to).length();
        return IntStream.rangeClosed(from, to)
                .mapToObj(line -> {
                    String sign = line >= first && line <= last ? mark : " ".repeat(mark.length());
                    String number = " ".repeat(digits - String.valueOf(line).length()) + line;
                    return sign + number + "  " + lines.get(line - 1);
                })
                .collect(Collectors.joining("\n"));
    }

    /// The policy's text without the statement; empty where it cannot be taken out alone.
    public Optional<String> without() {
        return JsonStatements.without(policy.text(), statement)
                .or(() -> HclStatements.without(policy.text(), statement));
    }
}
