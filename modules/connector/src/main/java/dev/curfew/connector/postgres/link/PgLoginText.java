package dev.curfew.connector.postgres.link;

import dev.curfew.model.connection.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The texts in which people keep a login: lines of libpq's password file, a connection URI, a connection string of
/// keywords, or a certificate with its private key in PEM, whose common name is the role (PostgreSQL documentation,
/// 32.1.1, 32.16 and 20.12). What they say of hosts is read only where there are several lines; a connection has an
/// address of its own.
public final class PgLoginText {
    private static final Pattern KEYWORD =
            Pattern.compile("([a-z_]+)\\s*=\\s*(?:'((?:[^'\\\\]|\\\\.)*)'|([^\\s']\\S*))");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");
    private static final int FIELDS = 5;

    private PgLoginText() {}

    /// @return empty if it is none of those texts
    static Optional<PgLogin> parse(Secret text, PgAddress address) {
        return text.use(characters -> read(new String(characters).strip(), address));
    }

    /// As above, or a password alone, which is taken to belong to the role.
    static Optional<PgLogin> parse(Secret text, PgAddress address, String role) {
        Optional<PgLogin> login = parse(text, address);
        if (login.isPresent()) {
            return login;
        }
        return text.isEmpty() || text.use(characters -> new String(characters).indexOf('\n') >= 0)
                ? Optional.empty()
                : Optional.of(new PgLogin(role, text.copy(), null));
    }

    /// A line of a password file for any database of this address.
    static Secret line(PgAddress address, String user, Secret password) {
        return password.use(characters -> Secret.of(escaped(address.host()) + ":" + address.port() + ":*:"
                + escaped(user) + ":" + escaped(new String(characters))));
    }

    private static Optional<PgLogin> read(String text, PgAddress address) {
        if (text.startsWith("postgresql://") || text.startsWith("postgres://")) {
            return uri(text);
        }
        if (text.contains("-----BEGIN ")) {
            return Optional.of(text).flatMap(PemCredential::role).map(role -> new PgLogin(role, null, Secret.of(text)));
        }
        Optional<PgLogin> line = passwordFile(text, address);
        return line.isPresent() ? line : keywords(text);
    }

    private static Optional<PgLogin> uri(String text) {
        try {
            String info = new URI(text).getRawUserInfo();
            int colon = info == null ? -1 : info.indexOf(':');
            return info == null || colon <= 0
                    ? Optional.empty()
                    : login(decoded(info.substring(0, colon)), decoded(info.substring(colon + 1)));
        } catch (URISyntaxException | IllegalArgumentException _) {
            // The exception quotes the text; it goes no further.
            return Optional.empty();
        }
    }

    /// A plus sign is one here, unlike in a form.
    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static Optional<PgLogin> passwordFile(String text, PgAddress address) {
        List<List<String>> lines = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(PgLoginText::fields)
                .toList();
        if (lines.isEmpty() || lines.stream().anyMatch(fields -> fields.size() != FIELDS)) {
            return Optional.empty();
        }
        return lines.stream()
                .filter(fields -> lines.size() == 1 || matches(fields, address))
                .findFirst()
                .flatMap(fields -> login(fields.get(3), fields.get(4)));
    }

    /// As libpq: the first line that matches is taken.
    private static boolean matches(List<String> fields, PgAddress address) {
        return (fields.get(0).equals("*") || fields.get(0).equals(address.host()))
                && (fields.get(1).equals("*") || fields.get(1).equals(String.valueOf(address.port())));
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            if (character == '\\' && i + 1 < line.length()) {
                i++;
                field.append(line.charAt(i));
            } else if (character == ':') {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(character);
            }
        }
        fields.add(field.toString());
        return fields;
    }

    private static Optional<PgLogin> keywords(String text) {
        Map<String, String> values = new HashMap<>();
        Matcher matcher = KEYWORD.matcher(text);
        int end = 0;
        while (matcher.find()) {
            if (!text.substring(end, matcher.start()).isBlank()) {
                return Optional.empty();
            }
            end = matcher.end();
            String value = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
            values.put(matcher.group(1), ESCAPED.matcher(value).replaceAll("$1"));
        }
        return text.substring(end).isBlank()
                ? login(values.getOrDefault("user", ""), values.getOrDefault("password", ""))
                : Optional.empty();
    }

    private static Optional<PgLogin> login(String user, String password) {
        return user.isEmpty() || user.equals("*") || password.isEmpty()
                ? Optional.empty()
                : Optional.of(new PgLogin(user, Secret.of(password), null));
    }

    private static String escaped(String field) {
        return field.replace("\\", "\\\\").replace(":", "\\:");
    }
}
