package dev.curfew.revocation.leak;

import dev.curfew.analysis.kind.Kinds;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.estate.Credential;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a value looks like, so that it is asked about only where it may belong. It keeps nothing of the value but that.
///
/// @param jwt whether it is a signed token
/// @param bao whether it is a token of OpenBao's
/// @param words parts of it that could be names, in memory for this question only
record Shape(boolean jwt, boolean bao, Set<String> words) {
    private static final Pattern JWT = Pattern.compile("(?s).*eyJ[A-Za-z0-9_-]+\\.eyJ[A-Za-z0-9_-]+\\..*");
    private static final Pattern BAO = Pattern.compile("(hv[sbr]|[sbr])\\.[A-Za-z0-9_-]{16,}.*");
    private static final Pattern BETWEEN = Pattern.compile("[\\s:=/@\"',;?&]+");

    /// A name in quotes may hold what else is between words.
    private static final Pattern QUOTED = Pattern.compile("['\"]");

    static Shape of(Secret value) {
        String text = value.reveal().strip();
        return new Shape(
                JWT.matcher(text).matches(),
                BAO.matcher(text).matches(),
                Stream.of(BETWEEN, QUOTED)
                        .flatMap(it -> it.splitAsStream(text))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    boolean mayBe(Credential credential) {
        return switch (Kinds.packaged().valuesOf(credential.kind())) {
            // One question tells: see `Probe.whose`.
            case TOLD -> false;
            case WITH_ID -> words.contains(credential.id().nativeId());
            case SIGNED -> jwt;
            case WITH_NAME -> words.size() > 1 && words.contains(credential.name());
            case ANY -> !bao;
        };
    }
}
