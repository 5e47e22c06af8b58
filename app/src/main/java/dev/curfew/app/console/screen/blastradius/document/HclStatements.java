package dev.curfew.app.console.screen.blastradius.document;

import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.hcl.HclItem;
import dev.curfew.analysis.hcl.HclParser;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Path stanzas in HCL, by whole lines.
final class HclStatements {
    private static final String PATH = "path";

    private HclStatements() {}

    /// Empty for a text that is not HCL, has no such stanza, or has another one on the same line.
    static Optional<Lines> lines(String text, int statement) {
        List<HclItem> items;
        try {
            items = HclParser.parse(text).items();
        } catch (PolicySyntaxException e) {
            return Optional.empty();
        }
        List<HclItem> paths =
                items.stream().filter(item -> item.key().equals(PATH)).toList();
        if (statement >= paths.size()) {
            return Optional.empty();
        }
        int first = paths.get(statement).line();
        long beside = items.stream().filter(item -> item.line() == first).count();
        if (beside > 1) {
            return Optional.empty();
        }
        List<String> lines = text.lines().toList();
        int next = items.stream()
                .mapToInt(HclItem::line)
                .filter(line -> line > first)
                .min()
                .orElse(lines.size() + 1);
        int last = Math.min(next - 1, lines.size());
        while (last > first && isAside(lines.get(last - 1))) {
            last--;
        }
        return Optional.of(new Lines(first, last));
    }

    /// Blank, or a comment that belongs to what comes next.
    private static boolean isAside(String line) {
        String text = line.strip();
        return text.isEmpty() || text.startsWith("#") || text.startsWith("//");
    }

    static Optional<String> without(String text, int statement) {
        return lines(text, statement).map(cut -> {
            List<String> all = text.lines().toList();
            return IntStream.rangeClosed(1, all.size())
                    .filter(line -> line < cut.first() || line > cut.last())
                    .mapToObj(line -> all.get(line - 1))
                    .collect(Collectors.joining("\n", "", "\n"));
        });
    }
}
