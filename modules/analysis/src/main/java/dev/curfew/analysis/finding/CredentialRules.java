package dev.curfew.analysis.finding;

import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.estate.Credential;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The rules over one credential: how long it lives, and what a server shows it for.
final class CredentialRules {
    static final Set<Rule> FOUND = Set.of(Rule.CERTIFICATE, Rule.LONG_LIVED);

    /// Where a certificate is shown, and where it is that is not for that name; as connectors derive it.
    private static final String SHOWN_AT = "curfew:shown-at";

    private static final String NOT_FOR = "curfew:not-for";

    private final Instant now;
    private final FindingLimits limits;

    CredentialRules(Instant now, FindingLimits limits) {
        this.now = now;
        this.limits = limits;
    }

    List<Finding> look(Credential credential) {
        if (!credential.active()) {
            return List.of();
        }
        List<Finding> found = new ArrayList<>(life(credential));
        shown(credential, found);
        return found;
    }

    private void shown(Credential credential, List<Finding> found) {
        String shownAt = credential.attributes().getOrDefault(SHOWN_AT, "");
        String notFor = credential.attributes().getOrDefault(NOT_FOR, "");
        if (!notFor.isEmpty()) {
            found.add(Finding.about(Rule.CERTIFICATE, "name", Severity.MEDIUM, credential, credential.name(), notFor));
        }
        if (!shownAt.isEmpty() && credential.expiry() instanceof Expiry.At(Instant end) && !end.isAfter(now)) {
            String day = LocalDate.ofInstant(end, ZoneOffset.UTC).toString();
            found.add(Finding.about(
                    Rule.CERTIFICATE, "expired", Severity.HIGH, credential, credential.name(), shownAt, day));
        }
    }

    private List<Finding> life(Credential credential) {
        Instant created = credential.createdAt();
        return switch (credential.expiry()) {
            case Expiry.Never() ->
                List.of(withoutEnd(credential, created == null ? null : Duration.between(created, now)));
            case Expiry.At(Instant end) -> {
                Duration life = created == null ? Duration.ZERO : Duration.between(created, end);
                yield end.isAfter(now) && life.compareTo(limits.longLivedAfter()) > 0
                        ? List.of(Finding.about(
                                Rule.LONG_LIVED,
                                "long",
                                Severity.LOW,
                                credential,
                                credential.name(),
                                String.valueOf(life.toDays())))
                        : List.of();
            }
            case Expiry.Unknown _ -> List.of();
        };
    }

    private Finding withoutEnd(Credential credential, @Nullable Duration age) {
        if (age != null && age.compareTo(limits.longLivedAfter()) > 0) {
            return Finding.about(
                    Rule.LONG_LIVED,
                    "old",
                    Severity.HIGH,
                    credential,
                    credential.name(),
                    String.valueOf(age.toDays()),
                    String.valueOf(limits.longLivedAfter().toDays()));
        }
        return Finding.about(Rule.LONG_LIVED, "endless", Severity.MEDIUM, credential, credential.name());
    }
}
