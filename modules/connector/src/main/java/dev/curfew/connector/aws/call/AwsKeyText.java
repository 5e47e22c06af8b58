package dev.curfew.connector.aws.call;

import dev.curfew.connector.tree.JsonInput;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.connector.tree.Node;
import dev.curfew.model.connection.Secret;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The texts in which people keep access keys: the command line's credentials file (one profile, or the one called
/// `default`), environment assignments, JSON as `create-access-key` and `assume-role` print it or with the same names
/// in camel case, as the access portal and an instance's metadata have it, and an id and a secret beside each other.
public final class AwsKeyText {
    /// Secrets have 40 characters; no limit is documented.
    private static final Pattern SECRET = Pattern.compile("[\\u0021-\\u007E]{8,256}");

    /// "The maximum length is 4,096" (STS API Reference), with room.
    private static final Pattern TOKEN = Pattern.compile("[\\u0021-\\u007E]{1,16384}");

    private static final List<String> WRAPPERS = List.of("AccessKey", "Credentials", "roleCredentials");

    private AwsKeyText() {}

    /// @return empty if it is none of those texts, or more than one key
    public static Optional<AwsKey> parse(Secret text) {
        return text.use(characters -> read(new String(characters).strip(), ""));
    }

    /// As above, and a secret alone, which is taken to belong to the id.
    public static Optional<AwsKey> parse(Secret text, String id) {
        return text.use(characters -> read(new String(characters).strip(), id));
    }

    private static Optional<AwsKey> read(String text, String defaultId) {
        if (text.startsWith("{")) {
            return json(text).flatMap(AwsKeyText::key);
        }
        if (text.contains("=") && text.toLowerCase(Locale.ROOT).contains("aws_access_key_id")) {
            return profile(text).flatMap(AwsKeyText::key);
        }
        String[] words = text.split("\\s+", 3);
        return switch (words.length) {
            case 1 -> of(defaultId, words[0], "");
            case 2 -> of(words[0], words[1], "");
            default -> Optional.empty();
        };
    }

    private static Optional<AwsKey> key(Map<String, String> fields) {
        return of(
                fields.getOrDefault("accesskeyid", ""),
                fields.getOrDefault("secretaccesskey", ""),
                fields.getOrDefault("sessiontoken", fields.getOrDefault("token", "")));
    }

    /// @param token empty: of a key that lasts
    /// @return empty if these are none
    public static Optional<AwsKey> of(String id, String secret, String token) {
        if (!AwsKey.isId(id) || !SECRET.matcher(secret).matches()) {
            return Optional.empty();
        }
        if (token.isEmpty()) {
            return Optional.of(AwsKey.taking(id, Secret.of(secret), null));
        }
        return TOKEN.matcher(token).matches()
                ? Optional.of(AwsKey.taking(id, Secret.of(secret), Secret.of(token)))
                : Optional.empty();
    }

    private static Optional<Map<String, String>> json(String text) {
        try {
            return JsonInput.parse(text) instanceof Node.Fields whole ? Optional.of(fields(whole)) : Optional.empty();
        } catch (MalformedException _) {
            return Optional.empty();
        }
    }

    private static Map<String, String> fields(Node.Fields whole) {
        Node.Fields inner = WRAPPERS.stream()
                .flatMap(name -> Stream.ofNullable(whole.fields().get(name)))
                .flatMap(node -> node instanceof Node.Fields fields ? Stream.of(fields) : Stream.empty())
                .findFirst()
                .orElse(whole);
        Map<String, String> fields = new HashMap<>();
        inner.fields().forEach((name, node) -> {
            if (node instanceof Node.Text value) {
                fields.put(fold(name), value.value());
            }
        });
        return fields;
    }

    /// The profile called `default`, or the only one. Which of several others is meant, nobody said.
    private static Optional<Map<String, String>> profile(String text) {
        Map<String, Map<String, String>> profiles = new HashMap<>();
        String profile = "";
        for (String raw : text.lines().toList()) {
            String line = raw.strip();
            int equals = line.indexOf('=');
            if (line.startsWith("[") && line.endsWith("]")) {
                profile = line.substring(1, line.length() - 1).strip();
            } else if (equals > 0 && !line.startsWith("#") && !line.startsWith(";")) {
                String name = line.substring(0, equals).strip().replaceFirst("^export\\s+", "");
                String value = unquoted(line.substring(equals + 1).strip());
                profiles.computeIfAbsent(profile, _ -> new HashMap<>()).put(fold(name), value);
            }
        }
        if (profiles.containsKey("default")) {
            return Optional.of(profiles.get("default"));
        }
        return profiles.size() == 1 ? profiles.values().stream().findFirst() : Optional.empty();
    }

    private static String unquoted(String value) {
        boolean isQuoted = value.length() > 1 && value.charAt(0) == value.charAt(value.length() - 1);
        return isQuoted && (value.startsWith("\"") || value.startsWith("'"))
                ? value.substring(1, value.length() - 1)
                : value;
    }

    /// `aws_access_key_id`, `AWS_ACCESS_KEY_ID`, `AccessKeyId` and `accessKeyId` are one name.
    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").replaceFirst("^aws", "");
    }
}
