package dev.curfew.revocation.leak;

import dev.curfew.analysis.kind.Kinds;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.format.SecretFormat;
import dev.curfew.model.format.SecretFormats;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a value looks like, so that it is asked about only where it may belong. It keeps nothing of the value but that.
///
/// @param signed whether there is a signed token in it
/// @param issuer whose credentials have this form, as in kinds; empty where the form does not tell
/// @param words parts of it that could be names, in memory for this question only
record Shape(boolean signed, String issuer, Set<String> words) {
    private static final String SIGNED = "jwt";
    private static final Pattern BETWEEN = Pattern.compile("[\\s:=/@\"',;?&]+");

    /// A name in quotes may hold what else is between words.
    private static final Pattern QUOTED = Pattern.compile("['\"]");

    static Shape of(Secret value) {
        String text = value.reveal().strip();
        SecretFormats formats = SecretFormats.packaged();
        return new Shape(
                formats.in(text).stream().anyMatch(it -> it.format().id().equals(SIGNED)),
                formats.of(text).map(SecretFormat::provider).orElse(""),
                Stream.of(BETWEEN, QUOTED)
                        .flatMap(it -> it.splitAsStream(text))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    boolean mayBe(Credential credential) {
        return switch (Kinds.packaged().valuesOf(credential.kind())) {
            // One question tells: see `Probe.whose`.
            case TOLD -> false;
            case WITH_ID -> words.contains(credential.id().nativeId());
            case SIGNED -> signed;
            case WITH_NAME -> words.size() > 1 && words.contains(credential.name());
            case ANY -> issuer.isEmpty() || credential.kind().startsWith(issuer + ".");
        };
    }
}
