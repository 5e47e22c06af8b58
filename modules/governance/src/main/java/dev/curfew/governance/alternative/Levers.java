package dev.curfew.governance.alternative;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.curfew.governance.outcome.Spans;
import dev.curfew.governance.policy.Requirement;
import dev.curfew.governance.policy.question.Circumstances;
import dev.curfew.governance.policy.question.Question;
import dev.curfew.model.text.Messages;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// Everything about a question that could be otherwise, where somebody could bring that about.
final class Levers {
    private static final Messages MESSAGES = Messages.of(Levers.class);
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final List<Long> DURATIONS =
            List.of(604_800L, 86_400L, 28_800L, 14_400L, 7_200L, 3_600L, 1_800L, 900L, 300L, 60L);
    private static final List<Long> AGES = List.of(604_800L, 86_400L, 3_600L, 600L, 0L);
    private static final List<Long> DAYS = List.of(365L, 180L, 90L, 60L, 30L, 14L, 7L, 1L, 0L);

    /// A drill that never was counts as one of more than a year ago.
    private static final long NEVER = 366;

    private static final List<Long> PARTS = List.of(90L, 75L, 50L, 25L, 10L, 5L, 0L);
    private static final List<Long> COUNTS = List.of(1_000L, 100L, 50L, 20L, 10L, 5L, 2L, 1L, 0L);
    private static final List<String> QUIET = List.of("staging", "development", "test");
    private static final List<String> CLAIMS = List.of("ticket", "repository", "workload", "destination");

    /// A value that stands for any: a policy that asks for a certain one does not take it.
    private static final String ANY = "any-1";

    /// More values than these no text of policies asks one claim for.
    private static final int VALUES_MAX = 20;

    private final Circumstances now;
    private final String policies;
    private final String requester;
    private final List<Lever> levers = new ArrayList<>();

    private Levers(Question question, String policies) {
        now = question.context();
        requester = question.principal().name();
        this.policies = policies;
    }

    /// @param policies their text: what they ask a claim for is tried
    static List<Lever> of(Question question, String policies) {
        Levers all = new Levers(question, policies);
        all.own();
        all.claimed();
        all.reached();
        all.elsewhere();
        return List.copyOf(all.levers);
    }

    /// What whoever asks can see to.
    private void own() {
        lower("durationSeconds", now.durationSeconds(), DURATIONS, Levers::span);
        if (now.purpose().isBlank()) {
            one("purpose", Map.of("purpose", text(ANY)));
        }
        if (now.approval().officers().contains(requester)) {
            one("own-signature", Map.of("approval.officers", others(), "approval.devices", number(othersCount())));
        }
    }

    private JsonNode others() {
        var array = JSON.arrayNode();
        now.approval().officers().stream().filter(one -> !one.equals(requester)).forEach(array::add);
        return array;
    }

    private long othersCount() {
        return Math.min(now.approval().devices(), now.approval().officers().size() - 1L);
    }

    private void claimed() {
        Map<String, @Nullable String> claims = new HashMap<>();
        claims.put("ticket", now.ticket());
        claims.put("repository", now.repository());
        claims.put("workload", now.workload());
        claims.put("destination", now.destination());
        for (String claim : CLAIMS) {
            List<Change> options = new ArrayList<>();
            if (claims.get(claim) == null) {
                options.add(new Change(MESSAGES.text(claim), Map.of(claim, text(ANY))));
            }
            for (String asked : asked(claim)) {
                if (!asked.equals(claims.get(claim))) {
                    options.add(new Change(MESSAGES.text(claim + ".such", asked), Map.of(claim, text(asked))));
                }
            }
            options(options, (found, _) -> found.getFirst().words(), false);
        }
    }

    /// What the policies compare a claim with; a `*` of a pattern stands for anything.
    private Set<String> asked(String claim) {
        Set<String> values = new LinkedHashSet<>();
        Matcher matcher = Pattern.compile("context\\." + claim + "\\s*(?:==|like)\\s*\"([^\"\\\\]*)\"")
                .matcher(policies);
        while (matcher.find() && values.size() < VALUES_MAX) {
            values.add(matcher.group(1).replace("*", "1"));
        }
        return values;
    }

    /// What another access, or the same made smaller, would have otherwise.
    private void reached() {
        Circumstances.Added reach = now.reach();
        if (reach.administrator()) {
            one("administrator", Map.of("reach.administrator", JSON.booleanNode(false)));
        }
        if (reach.mints()) {
            one("mints", Map.of("reach.mints", JSON.booleanNode(false)));
        }
        if (reach.sensitive() > 0 || !reach.sensitivity().equals("low")) {
            one("sensitive", Map.of("reach.sensitive", number(0), "reach.sensitivity", text("low")));
        }
        lower("reach.identities", reach.identities(), COUNTS, Long::toString);
        lower("reach.resources", reach.resources(), COUNTS, Long::toString);
        if (!reach.known()) {
            one("known", Map.of("reach.known", JSON.booleanNode(true)));
        }
        if (!now.coverageWhole()) {
            one("coverage", Map.of("coverageWhole", JSON.booleanNode(true)));
        }
    }

    /// What time, place and what was before would have to be.
    private void elsewhere() {
        lower("snapshotAgeSeconds", now.snapshotAgeSeconds(), AGES, Levers::span);
        lower("renewals", now.renewals(), COUNTS, Long::toString);
        lower("activePercent90Days", now.activePercent90Days(), PARTS, Long::toString);
        risk();
        drill();
        options(
                QUIET.stream()
                        .filter(one -> !one.equals(now.environment()))
                        .map(one -> new Change(one, Map.of("environment", text(one))))
                        .toList(),
                this::environments,
                false);
        if (!now.nature().equals("break-glass")) {
            options(
                    List.of(new Change(MESSAGES.text("break-glass"), Map.of("nature", text("break-glass")))),
                    (found, _) -> found.getFirst().words(),
                    true);
        }
        if (now.nature().equals("standing")) {
            one("time-box", Map.of("nature", text("time-box")));
        }
        options(
                LongStream.range(0, 24)
                        .filter(hour -> hour != now.time().hour())
                        .mapToObj(hour -> new Change(Long.toString(hour), Map.of("time.hour", number(hour))))
                        .toList(),
                (found, _) -> MESSAGES.text("hours", joined(found)),
                true);
        options(
                Arrays.stream(DayOfWeek.values())
                        .map(day -> day.name().toLowerCase(Locale.ROOT))
                        .filter(day -> !day.equals(now.time().weekday()))
                        .map(day -> new Change(day, Map.of("time.weekday", text(day))))
                        .toList(),
                (found, _) -> MESSAGES.text("weekdays", joined(found)),
                true);
    }

    /// Only a break-glass path is drilled.
    private void drill() {
        if (now.nature().equals("break-glass")) {
            lower(
                    "lastDrillDays",
                    now.lastDrillDays() == null ? Long.valueOf(NEVER) : now.lastDrillDays(),
                    DAYS,
                    Long::toString);
        }
    }

    /// Of whom it is about, all at once: who is asked for may be who asks.
    private void risk() {
        Map<String, Long> risks = new TreeMap<>();
        put(risks, "risk", now.risk());
        put(
                risks,
                "requester.risk",
                now.requester() == null ? null : now.requester().risk());
        put(risks, "holder.risk", now.holder() == null ? null : now.holder().risk());
        risks.values().stream()
                .max(Comparator.naturalOrder())
                .ifPresent(highest -> lower(
                        highest,
                        PARTS,
                        to -> new Change(
                                MESSAGES.text("most.risk", to),
                                risks.entrySet().stream()
                                        .collect(Collectors.toMap(
                                                Map.Entry::getKey, risk -> number(Math.min(risk.getValue(), to)))))));
    }

    private static void put(Map<String, Long> risks, String path, @Nullable Long risk) {
        if (risk != null) {
            risks.put(path, risk);
        }
    }

    private String environments(List<Change> found, int of) {
        return now.environment().equals(Requirement.PRODUCTION) && found.size() == of
                ? MESSAGES.text("outside-production")
                : MESSAGES.text("environment", joined(found));
    }

    private static String joined(List<Change> found) {
        return String.join(", ", found.stream().map(Change::words).toList());
    }

    private void one(String key, Map<String, JsonNode> values) {
        options(
                List.of(new Change(MESSAGES.text(key), values)),
                (found, _) -> found.getFirst().words(),
                false);
    }

    private void options(List<Change> options, Lever.OneOf.Naming together, boolean alone) {
        if (!options.isEmpty()) {
            levers.add(new Lever.OneOf(options, together, alone));
        }
    }

    /// @param value null: it is absent, and lower would not be otherwise
    private void lower(String path, @Nullable Long value, List<Long> ladder, LongFunction<String> words) {
        if (value != null) {
            lower(
                    value,
                    ladder,
                    to -> new Change(MESSAGES.text("most." + path, words.apply(to)), Map.of(path, number(to))));
        }
    }

    private void lower(long value, List<Long> ladder, LongFunction<Change> change) {
        List<Long> rungs = ladder.stream().filter(rung -> rung < value).toList();
        if (!rungs.isEmpty()) {
            levers.add(new Lever.Lower(value, rungs, change));
        }
    }

    private static String span(long seconds) {
        return Spans.words(Duration.ofSeconds(seconds));
    }

    private static JsonNode number(long value) {
        return JSON.numberNode(value);
    }

    private static JsonNode text(String value) {
        return JSON.textNode(value);
    }
}
