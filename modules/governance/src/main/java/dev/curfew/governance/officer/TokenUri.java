package dev.curfew.governance.officer;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Which key on which token: a PKCS #11 URI of the attributes `token`, `serial`, `object` and `id`. Where the module is
/// that talks to the token is never taken from one: a library that is named in a file would be run.
///
/// <https://www.rfc-editor.org/rfc/rfc7512>
public record TokenUri(Map<String, String> attributes) {
    public static final String SCHEME = "pkcs11:";
    public static final String TOKEN = "token";
    public static final String SERIAL = "serial";
    public static final String OBJECT = "object";
    public static final String ID = "id";

    private static final Pattern ATTRIBUTE =
            Pattern.compile("(token|serial|object|id)=((?:[!-~&&[^%;?&/=]]|%\\p{XDigit}{2})*)");
    private static final Pattern ESCAPE = Pattern.compile("%(\\p{XDigit}{2})");
    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private static final int LENGTH_MAX = 1_000;

    public TokenUri {
        attributes = Map.copyOf(attributes);
    }

    /// Empty for a text that is no such URI, or has another attribute, a query, or one twice.
    public static Optional<TokenUri> read(String text) {
        if (!text.startsWith(SCHEME) || text.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String each : text.substring(SCHEME.length()).split(";", -1)) {
            Matcher matcher = ATTRIBUTE.matcher(each);
            if (!matcher.matches() || attributes.put(matcher.group(1), decoded(matcher.group(2))) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(new TokenUri(attributes));
    }

    public Optional<String> get(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    /// As bytes, a letter of Latin-1 each: an id is no text, and a name's bytes are UTF-8.
    private static String decoded(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }

    /// As [#read] reads it.
    @Override
    public String toString() {
        return attributes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining(";", SCHEME, ""));
    }

    private static String encoded(String value) {
        StringBuilder text = new StringBuilder();
        for (byte each : value.getBytes(StandardCharsets.ISO_8859_1)) {
            if (PLAIN.indexOf(each) >= 0) {
                text.append((char) each);
            } else {
                text.append('%').append(String.format("%02X", each));
            }
        }
        return text.toString();
    }
}
