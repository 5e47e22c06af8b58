package dev.curfew.connector.folder.agent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.fingerprint.Fingerprint;
import dev.curfew.connector.folder.secret.Hit;
import dev.curfew.connector.folder.secret.SecretScan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What agents are given, told apart: secrets by their keyed fingerprints, references by their names.
final class Values {
    private static final Pattern REFERENCE = Pattern.compile(".*(?:\\$\\{[^}]+}|\\$[A-Z_]{2,}|\\{\\{[^}]+}}).*");
    private static final Pattern SCHEME = Pattern.compile("^(?i:bearer|basic|token) +");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,63}");

    private final Fingerprint fingerprint;

    Values(Fingerprint fingerprint) {
        this.fingerprint = fingerprint;
    }

    /// The variables or headers of an object.
    List<Given> each(String tool, JsonNode object) {
        List<Given> given = new ArrayList<>();
        object.properties().forEach(entry -> {
            String name = NAME.matcher(entry.getKey()).matches() ? entry.getKey() : "?";
            given.add(one(tool, name, entry.getValue().asText()));
        });
        return given;
    }

    /// What stands among the arguments of a command, or in an address; what does not look like a credential is not
    /// mentioned.
    List<Given> among(String tool, String name, String text) {
        return hit(text).filter(it -> !it.isByName()).stream()
                .map(it -> secret(tool, name, it, text))
                .toList();
    }

    private Given one(String tool, String name, String value) {
        if (REFERENCE.matcher(value).matches()) {
            return new Given(tool, name, Given.How.REFERENCE, "", "");
        }
        String bare = SCHEME.matcher(value).replaceFirst("");
        Optional<Hit> published = hit(bare);
        if (published.isPresent()) {
            return secret(tool, name, published.get(), bare);
        }
        String line = (name.equalsIgnoreCase("authorization") ? "token" : name) + "=\"" + bare + '"';
        return SecretScan.of(".env", line).stream()
                .filter(Hit::secret)
                .findFirst()
                .map(it -> secret(tool, name, it, line))
                .orElseGet(() -> new Given(tool, name, Given.How.PLAIN, "", ""));
    }

    private static Optional<Hit> hit(String text) {
        return SecretScan.of("", text).stream().filter(Hit::secret).findFirst();
    }

    private Given secret(String tool, String name, Hit hit, String text) {
        String value = text.substring(hit.start(), hit.end());
        return new Given(tool, name, Given.How.SECRET, hit.form(), fingerprint.of(value));
    }
}
