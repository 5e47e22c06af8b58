package dev.curfew.connector.folder.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What configuration assigns to names that say it is a secret. Only where a file is configuration: in a program's text
/// such a line is an expression.
final class Assignments {
    private static final Pattern CONFIGURATION = Pattern.compile(
            "(?:.*\\.)?env(?:\\..*)?|\\.env.*|.*\\.(?:properties|ini|cfg|conf|toml|ya?ml|json|tfvars|npmrc|pypirc|netrc)|\\.(?:npmrc|pypirc)|credentials|config");

    /// One name and its value, in a line.
    private static final Pattern LINE = Pattern.compile(
            "^[ \\t]*(?:export[ \\t]+|-[ \\t]+)?[\"']?([A-Za-z_/][A-Za-z0-9_./:-]{0,127}?)[\"']?[ \\t]*[:=][ \\t]*(?:\"([^\"\\n]{8,512})\"|'([^'\\n]{8,512})'|([^\\s\"']{8,512}))[ \\t]*,?[ \\t]*(?:#.*)?\\r?$",
            Pattern.MULTILINE);

    private static final int GROUPS = 4;

    private Assignments() {}

    /// @param file its name, without folders
    static boolean isConfiguration(String file) {
        return CONFIGURATION.matcher(file.toLowerCase(Locale.ROOT)).matches();
    }

    /// Their places; the line is not counted yet.
    static List<Hit> in(String text) {
        List<Hit> hits = new ArrayList<>();
        Matcher matcher = LINE.matcher(text);
        while (matcher.find()) {
            String name = matcher.group(1).substring(matcher.group(1).lastIndexOf('/') + 1);
            String last = name.substring(name.lastIndexOf(':') + 1);
            for (int group = 2; group <= GROUPS; group++) {
                String value = matcher.group(group);
                if (value != null && Names.isSecret(last) && !Placeholder.is(value)) {
                    hits.add(
                            new Hit(Hit.BY_NAME, true, Names.clean(last), 0, matcher.start(group), matcher.end(group)));
                }
            }
        }
        return hits;
    }
}
