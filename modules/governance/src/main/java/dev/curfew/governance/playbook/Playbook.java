package dev.curfew.governance.playbook;

import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What may be done without anybody being asked, and when. Officers sign exactly this.
///
/// @param purpose why, in the words of whoever wrote it
/// @param acts codes of the revocability catalogue; it does these and no other
/// @param signatures of so many officers
/// @param reviewWithin how long after a run somebody has to have looked at it
public record Playbook(
        String name,
        String purpose,
        Trigger trigger,
        Scope scope,
        List<String> acts,
        Ceiling ceiling,
        int signatures,
        Duration reviewWithin,
        Instant expiresAt) {
    public static final String SCHEMA = "curfew.playbook/1";

    /// Nobody signs alone for what nobody is asked about.
    static final int SIGNATURES_MIN = 2;

    /// As those of break-glass paths have them.
    static final int SIGNATURES_MAX = 9;

    /// Whoever signed it looks at it again after a year.
    public static final Duration HOLDS_FOR_MAX = Duration.ofDays(366);

    static final Duration REVIEW_MAX = Duration.ofDays(30);

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    /// No officer's name has a colon.
    private static final String ACTOR = "playbook:";

    public Playbook {
        acts = List.copyOf(acts);
        if (!isName(name)) {
            throw new IllegalArgumentException("not a playbook's name: " + name);
        }
        if (acts.isEmpty()) {
            throw new IllegalArgumentException("a playbook does something");
        }
        if (signatures < SIGNATURES_MIN || signatures > SIGNATURES_MAX) {
            throw new IllegalArgumentException("a quorum is " + SIGNATURES_MIN + " to " + SIGNATURES_MAX);
        }
        if (!reviewWithin.isPositive() || reviewWithin.compareTo(REVIEW_MAX) > 0) {
            throw new IllegalArgumentException("a review is due within " + REVIEW_MAX);
        }
    }

    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /// Whoever a plan or an entry in the ledger is of, that a playbook made.
    public String actor() {
        return ACTOR + name;
    }

    public static boolean isActor(String text) {
        return text.startsWith(ACTOR);
    }

    public boolean isOver(Instant now) {
        return !now.isBefore(expiresAt);
    }

    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", SCHEMA);
        json.put("name", name);
        json.put("purpose", purpose);
        json.put("trigger", trigger.text());
        json.put("scope", scope.toJson());
        json.put("acts", acts);
        json.put(
                "ceiling",
                Map.of(
                        "identities", ceiling.identities(),
                        "credentials", ceiling.credentials(),
                        "within", ceiling.within().toString()));
        json.put("signatures", signatures);
        json.put("reviewWithin", reviewWithin.toString());
        json.put("expiresAt", expiresAt.toString());
        return json;
    }

    /// Canonical JSON: one text for one playbook, however its file was laid out.
    public String text() {
        return CanonicalJson.text(toJson());
    }

    /// Of that text, 64 hexadecimal digits.
    public String hash() {
        return Sha256.ofJson(toJson());
    }
}
