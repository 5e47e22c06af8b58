package dev.curfew.connector.folder.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Who owns which files, as a CODEOWNERS file says: the last line that matches counts. A line that cannot be read, and
/// what the format does not have (`!`, `[ ]`), matches nothing.
///
/// <https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners>
public final class CodeOwners {
    /// In the order in which GitHub looks.
    public static final List<String> PLACES = List.of(".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS");

    private final List<Line> lines = new ArrayList<>();

    /// A line of it.
    ///
    /// @param number counted from 1
    /// @param owners empty: nobody, explicitly
    public record Line(int number, String pattern, List<String> owners) {}

    public static CodeOwners of(String text) {
        CodeOwners all = new CodeOwners();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceFirst("(^|\\s)#.*$", "").strip();
            if (!line.isEmpty() && !line.startsWith("!") && !line.contains("[")) {
                List<String> words = List.of(line.split("\\s+"));
                all.lines.add(new Line(i + 1, words.getFirst(), words.subList(1, words.size())));
            }
        }
        return all;
    }

    /// Empty where no line matches, or the last that does names nobody.
    public Optional<Line> owning(String path) {
        return lines.reversed().stream()
                .filter(line -> new Glob(line.pattern()).matches(path))
                .findFirst()
                .filter(line -> !line.owners().isEmpty());
    }
}
