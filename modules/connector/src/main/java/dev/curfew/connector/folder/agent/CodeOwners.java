package dev.curfew.connector.folder.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

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
    public record Line(int number, Pattern pattern, List<String> owners) {}

    public static CodeOwners of(String text) {
        CodeOwners all = new CodeOwners();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceFirst("(^|\\s)#.*$", "").strip();
            if (!line.isEmpty() && !line.startsWith("!") && !line.contains("[")) {
                List<String> words = List.of(line.split("\\s+"));
                all.lines.add(new Line(i + 1, pattern(words.getFirst()), words.subList(1, words.size())));
            }
        }
        return all;
    }

    /// Empty where no line matches, or the last that does names nobody.
    public Optional<Line> owning(String path) {
        return lines.reversed().stream()
                .filter(line -> line.pattern().matcher(path).matches())
                .findFirst()
                .filter(line -> !line.owners().isEmpty());
    }

    /// As gitignore has them: with a slash inside it is anchored, a folder stands for all that is in it.
    private static Pattern pattern(String glob) {
        boolean anchored = glob.indexOf('/') >= 0 && glob.indexOf('/') < glob.length() - 1;
        String bare = glob.startsWith("/") ? glob.substring(1) : glob;
        boolean folder = bare.endsWith("/");
        String body = folder ? bare.substring(0, bare.length() - 1) : bare;
        StringBuilder regex = new StringBuilder(anchored ? "" : "(?:.*/)?");
        for (int i = 0; i < body.length(); i++) {
            char each = body.charAt(i);
            if (body.startsWith("**/", i)) {
                regex.append("(?:.*/)?");
                i += 2;
            } else if (body.startsWith("**", i)) {
                regex.append(".*");
                i++;
            } else if (each == '*') {
                regex.append("[^/]*");
            } else if (each == '?') {
                regex.append("[^/]");
            } else {
                regex.append(Pattern.quote(String.valueOf(each)));
            }
        }
        // `docs/*` is the files in it alone
        String below = folder ? "/.*" : body.endsWith("/*") ? "" : "(?:/.*)?";
        return Pattern.compile(regex + below);
    }
}
