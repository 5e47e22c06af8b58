package dev.curfew.governance.attestation;

import dev.curfew.analysis.owner.OwnerNames;
import dev.curfew.analysis.reach.Reach;
import dev.curfew.analysis.reach.Reached;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// An identity as its owner is told of it: what it is, why it is theirs, how far it reaches, when it was used, when it
/// ends.
final class Described {
    private static final Messages MESSAGES = Messages.of(Described.class);

    /// What a reader takes in; the rest is counted.
    private static final int REACHED_SHOWN_MAX = 8;

    private static final int CREDENTIALS_SHOWN_MAX = 5;

    private final SnapshotIndex index;

    Described(SnapshotIndex index) {
        this.index = index;
    }

    /// Titles with what is to be said under them, in order.
    Map<String, String> lines(Identity identity, Reach reach) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("identity", identity.id().text());
        lines.put("name", identity.name());
        lines.put("kind", identity.kind());
        lines.put("owner", owner(identity));
        lines.put("created", identity.createdAt() == null ? word("unknown") : time(identity.createdAt()));
        lines.put("reaches", reaches(reach));
        lines.put("used", usage(identity.usage()));
        lines.put("credentials", credentials(identity));
        return lines;
    }

    private static String owner(Identity identity) {
        return identity.ownership() instanceof Ownership.Owned(String owner, String evidence)
                ? word("owned", owner, evidence)
                : OwnerNames.owner(identity).orElse("");
    }

    private static String reaches(Reach reach) {
        List<Reached> all = reach.reached().stream()
                .sorted(Comparator.comparing(Reached::sensitivity).reversed())
                .filter(reached -> reached.how().strength() > 0)
                .toList();
        String some = all.stream()
                .limit(REACHED_SHOWN_MAX)
                .map(reached -> word("reached." + reached.how(), name(reached)))
                .collect(Collectors.joining("; "));
        String known = all.isEmpty() ? word("reached.none") : some + rest(all.size() - REACHED_SHOWN_MAX);
        String whole = reach.administrator() ? word("reached.administrator", known) : known;
        return reach.complete() ? whole : word("reached.incomplete", whole);
    }

    private static String name(Reached reached) {
        return reached.name().isEmpty() ? reached.target().text() : reached.name();
    }

    private static String usage(Usage usage) {
        return switch (usage) {
            case Usage.Seen seen ->
                word("used.seen", time(seen.at()), seen.quality().record());
            case Usage.NoneSeen none ->
                none.quality().horizon().isZero()
                        ? word("used.none", none.quality().record())
                        : word(
                                "used.none.days",
                                none.quality().horizon().toDays(),
                                none.quality().record());
            case Usage.NotObserved not -> word("used.unknown", not.reason());
        };
    }

    private String credentials(Identity identity) {
        List<Credential> active = index.credentialsOf(identity.id()).stream()
                .filter(Credential::active)
                .toList();
        String some = active.stream()
                .limit(CREDENTIALS_SHOWN_MAX)
                .map(it -> ends(it.expiry(), it.id().nativeId()))
                .collect(Collectors.joining("; "));
        return active.isEmpty() ? word("ends.none") : some + rest(active.size() - CREDENTIALS_SHOWN_MAX);
    }

    private static String ends(Expiry expiry, String credential) {
        return switch (expiry) {
            case Expiry.At at -> word("ends.at", credential, time(at.instant()));
            case Expiry.Never() -> word("ends.never", credential);
            case Expiry.Unknown _ -> word("ends.unknown", credential);
        };
    }

    private static String rest(int more) {
        return more > 0 ? word("more", more) : "";
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String word(String key, Object... arguments) {
        return MESSAGES.text(key, arguments);
    }
}
