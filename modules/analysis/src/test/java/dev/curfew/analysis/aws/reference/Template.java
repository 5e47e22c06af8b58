package dev.curfew.analysis.aws.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text of a policy, letter by letter: its variables filled in, its wildcards known from other letters.
///
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html>
record Template(List<Letter> letters) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");
    private static final Pattern WITH_DEFAULT = Pattern.compile("(.*?), '(.*)'");

    record Letter(char text, boolean wild) {}

    /// @param variables whether it may hold variables: not in version 2008-10-17, and not everywhere
    /// @param wildcards whether `*` and `?` outside of variables are wildcards
    /// @return empty where a variable has no value: "the value is effectively null"
    static Optional<Template> of(String text, Query query, boolean variables, boolean wildcards) {
        List<Letter> letters = new ArrayList<>();
        int at = 0;
        Matcher variable = VARIABLE.matcher(text);
        while (variables && variable.find()) {
            append(text.substring(at, variable.start()), wildcards, letters);
            Optional<String> value = value(variable.group(1), query);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            append(value.get(), false, letters);
            at = variable.end();
        }
        append(text.substring(at), wildcards, letters);
        return Optional.of(new Template(letters));
    }

    private static void append(String text, boolean wildcards, List<Letter> letters) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            letters.add(new Letter(c, wildcards && (c == '*' || c == '?')));
        }
    }

    /// "`${*}` where you need an * (asterisk) character", and so on; a default where the key has no value.
    private static Optional<String> value(String inner, Query query) {
        if (List.of("*", "?", "$").contains(inner)) {
            return Optional.of(inner);
        }
        Matcher with = WITH_DEFAULT.matcher(inner);
        boolean hasDefault = with.matches();
        String key = hasDefault ? with.group(1).strip() : inner.strip();
        // "you can't use a multivalued key as a policy variable": such a one has no value
        Optional<String> value = query.isMultiValued(key)
                ? Optional.empty()
                : query.values(key).filter(it -> it.size() == 1).map(List::getFirst);
        return value.isPresent() || !hasDefault ? value : Optional.of(with.group(2));
    }

    String text() {
        StringBuilder text = new StringBuilder();
        letters.forEach(letter -> text.append(letter.text()));
        return text.toString();
    }

    /// "`*` any combination of zero or more characters, `?` any single character".
    boolean matches(String text) {
        return matches(text, 0);
    }

    /// As [#matches], but "if you use the * wildcard as the last character of a resource ARN segment, it can expand to
    /// match beyond the colon boundaries", and no other does: reference_policies_elements_resource.html.
    boolean matchesArn(String arn) {
        if (!text().startsWith("arn:")) {
            return matches(arn);
        }
        StringBuilder regex = new StringBuilder();
        int colons = 0;
        for (int i = 0; i < letters.size(); i++) {
            Letter letter = letters.get(i);
            colons += letter.text() == ':' ? 1 : 0;
            boolean ends = i + 1 == letters.size() || letters.get(i + 1).text() == ':';
            boolean star = letter.text() == '*';
            String any = colons >= 5 || (star && ends) ? "." : "[^:]";
            regex.append(letter.wild() ? any + (star ? "*" : "") : Pattern.quote(String.valueOf(letter.text())));
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(arn).matches();
    }

    boolean matchesIgnoringCase(String text) {
        return matches(text, Pattern.CASE_INSENSITIVE);
    }

    private boolean matches(String text, int flags) {
        StringBuilder regex = new StringBuilder();
        for (Letter letter : letters) {
            String one = String.valueOf(letter.text());
            regex.append(letter.wild() ? (one.equals("*") ? ".*" : ".") : Pattern.quote(one));
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL | flags)
                .matcher(text)
                .matches();
    }

    /// What stands between colons; the sixth part may hold more of them.
    List<Template> parts() {
        List<Template> parts = new ArrayList<>();
        List<Letter> part = new ArrayList<>();
        for (Letter letter : letters) {
            if (letter.text() == ':' && parts.size() < 5) {
                parts.add(new Template(part));
                part = new ArrayList<>();
            } else {
                part.add(letter);
            }
        }
        parts.add(new Template(part));
        return parts;
    }
}
