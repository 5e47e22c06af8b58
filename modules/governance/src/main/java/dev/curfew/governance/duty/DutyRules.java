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
/// @param delegatedMax for how long an officer may hand their voice to another one; null where nobody may
/// @param apart roles that nobody has both of
/// @param notAlone who does not approve without somebody else
public record DutyRules(
        @Nullable Integer approvalsMax,
        @Nullable Integer ofOneRequesterMax,
        @Nullable Duration grantedMax,
        @Nullable Duration delegatedMax,
        Set<RolePair> apart,
        Set<NotAlone> notAlone) {
    public static final DutyRules NONE = new DutyRules(null, null, null, null, Set.of(), Set.of());

    static final String APPROVALS = "approvalsADay";
    static final String OF_ONE = "ofOneRequesterADay";
    static final String GRANTED = "grantedSecondsADay";
    static final String DELEGATED = "delegatedSecondsMax";
    static final String APART = "apart";
    static final String NOT_ALONE = "notAlone";

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
        positive(grantedMax);
        positive(delegatedMax);
        apart = Set.copyOf(apart);
        notAlone = Set.copyOf(notAlone);
    }

    private static void positive(@Nullable Duration limit) {
        if (limit != null && !limit.isPositive()) {
            throw new IllegalArgumentException("a limit of no time lets nobody do anything");
        }
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
            json.put(APPROVALS, approvalsMax);
        }
        if (ofOneRequesterMax != null) {
            json.put(OF_ONE, ofOneRequesterMax);
        }
        if (grantedMax != null) {
            json.put(GRANTED, grantedMax.toSeconds());
        }
        if (delegatedMax != null) {
            json.put(DELEGATED, delegatedMax.toSeconds());
        }
        json.put(APART, new TreeSet<>(apart).stream().map(RolePair::text).toList());
        json.put(NOT_ALONE, new TreeSet<>(notAlone).stream().map(NotAlone::text).toList());
        return json;
    }

    /// @throws IllegalArgumentException if it is none
    public static DutyRules of(JsonNode json) {
        Set<RolePair> apart = new TreeSet<>();
        json.path(APART).forEach(pair -> apart.add(RolePair.parse(pair.asText())));
        Set<NotAlone> notAlone = EnumSet.noneOf(NotAlone.class);
        json.path(NOT_ALONE)
                .forEach(one -> notAlone.add(NotAlone.valueOf(one.asText().toUpperCase(Locale.ROOT))));
        return new DutyRules(
                number(json, APPROVALS),
                number(json, OF_ONE),
                seconds(json, GRANTED),
                seconds(json, DELEGATED),
                apart,
                notAlone);
    }

    private static @Nullable Duration seconds(JsonNode json, String name) {
        return json.has(name) ? Duration.ofSeconds(json.path(name).asLong()) : null;
    }

    private static @Nullable Integer number(JsonNode json, String name) {
        return json.has(name) ? Integer.valueOf(json.path(name).asInt()) : null;
    }

    /// One by one.
    public List<DutyRule> each() {
        return DutyWords.of(this);
    }

    /// For a person, one thing each.
    public List<String> words() {
        return each().stream().map(DutyRule::words).toList();
    }
}
