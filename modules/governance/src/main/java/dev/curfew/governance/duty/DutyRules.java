package dev.curfew.governance.duty;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What the roster's quorum has laid down for all officers. A day is the 24 hours before a signature.
///
/// @param approvalsMax how many approvals an officer gives a day; null for any number
/// @param ofOneRequesterMax how many of them on requests of one requester; null for any number
/// @param grantedMax how long the windows are together that an officer approves in a day; null for any length
/// @param apart roles that nobody has both of
/// @param notAlone who does not approve without somebody else
public record DutyRules(
        @Nullable Integer approvalsMax,
        @Nullable Integer ofOneRequesterMax,
        @Nullable Duration grantedMax,
        Set<RolePair> apart,
        Set<NotAlone> notAlone) {
    public static final DutyRules NONE = new DutyRules(null, null, null, Set.of(), Set.of());

    /// Who does not approve without somebody else.
    public enum NotAlone {
        /// Who owns what the access is to.
        OWNER,
        /// Who changed the policies so that it is allowed, or brought in whoever approves beside them.
        CHANGER;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public DutyRules {
        positive(approvalsMax);
        positive(ofOneRequesterMax);
        if (grantedMax != null && !grantedMax.isPositive()) {
            throw new IllegalArgumentException("a limit of no time lets nobody approve");
        }
        apart = Set.copyOf(apart);
        notAlone = Set.copyOf(notAlone);
    }

    private static void positive(@Nullable Integer limit) {
        if (limit != null && limit < 1) {
            throw new IllegalArgumentException("a limit of none lets nobody approve");
        }
    }

    public boolean areNone() {
        return equals(NONE);
    }

    /// Whether what an officer approved before matters.
    boolean limits() {
        return approvalsMax != null || ofOneRequesterMax != null || grantedMax != null;
    }

    /// Sorted, for canonical JSON.
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (approvalsMax != null) {
            json.put("approvalsADay", approvalsMax);
        }
        if (ofOneRequesterMax != null) {
            json.put("ofOneRequesterADay", ofOneRequesterMax);
        }
        if (grantedMax != null) {
            json.put("grantedSecondsADay", grantedMax.toSeconds());
        }
        json.put("apart", new TreeSet<>(apart).stream().map(RolePair::text).toList());
        json.put(
                "notAlone", new TreeSet<>(notAlone).stream().map(NotAlone::text).toList());
        return json;
    }

    /// @throws IllegalArgumentException if it is none
    public static DutyRules of(JsonNode json) {
        Set<RolePair> apart = new TreeSet<>();
        json.path("apart").forEach(pair -> apart.add(RolePair.parse(pair.asText())));
        Set<NotAlone> notAlone = EnumSet.noneOf(NotAlone.class);
        json.path("notAlone")
                .forEach(one -> notAlone.add(NotAlone.valueOf(one.asText().toUpperCase(Locale.ROOT))));
        return new DutyRules(
                number(json, "approvalsADay"),
                number(json, "ofOneRequesterADay"),
                json.has("grantedSecondsADay")
                        ? Duration.ofSeconds(json.path("grantedSecondsADay").asLong())
                        : null,
                apart,
                notAlone);
    }

    private static @Nullable Integer number(JsonNode json, String name) {
        return json.has(name) ? Integer.valueOf(json.path(name).asInt()) : null;
    }

    /// For a person, one thing each.
    public List<String> words() {
        return DutyWords.of(this);
    }
}
