package dev.curfew.app.usecase.breakglass.status;

import dev.curfew.app.usecase.breakglass.status.PathStatus.DrillStatus;
import dev.curfew.app.usecase.breakglass.status.PathStatus.Monitoring;
import dev.curfew.app.usecase.breakglass.status.UseStatus.Activity;
import dev.curfew.app.usecase.breakglass.status.UseStatus.Done;
import dev.curfew.app.usecase.notice.Hearer;
import dev.curfew.governance.breakglass.Due;
import dev.curfew.governance.breakglass.SealState;
import dev.curfew.model.timeline.DeedKind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Statuses as JSON's values, and back.
public final class StatusJson {
    private StatusJson() {}

    public static Map<String, Object> of(PathStatus path) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", path.name());
        json.put("source", path.source());
        json.put("account", path.account());
        json.put("threshold", path.threshold());
        json.put("holders", path.holders());
        json.put("envelope", path.envelope().name());
        json.put("due", path.drill().state().name());
        json.put("dueAt", path.drill().dueAt().toString());
        put(json, "lastDrillAt", path.drill().lastAt());
        json.put("notApart", path.notApart());
        json.put("receiver", path.monitoring().receiver());
        json.put("confirmed", path.monitoring().confirmed());
        json.put("monitoring", path.monitoring().words());
        put(json, "monitoredAt", path.monitoring().at());
        json.put("usesRecent", path.usesRecent());
        json.put("open", path.open().stream().map(StatusJson::of).toList());
        json.put("unreviewed", path.unreviewed());
        json.put("doubts", path.doubts());
        return json;
    }

    private static Map<String, Object> of(UseStatus use) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", use.id());
        json.put("officer", use.officer());
        json.put("openedBy", use.openedBy());
        use.approver().ifPresent(name -> json.put("approver", name));
        json.put("reason", use.reason());
        json.put("openedAt", use.openedAt().toString());
        put(json, "endsBy", use.endsBy());
        json.put("reviewBy", use.reviewBy().toString());
        json.put("receiver", use.receiver());
        json.put("confirmed", use.confirmed());
        json.put(
                "told",
                use.told().stream()
                        .map(told -> Map.of(
                                "officer", told.officer(),
                                "reach", told.reach().name(),
                                "carriers", told.carriers()))
                        .toList());
        json.put("activity", of(use.activity()));
        return json;
    }

    private static Map<String, Object> of(Activity activity) {
        return Map.of(
                "known", activity.known(),
                "words", activity.words(),
                "deeds", activity.deeds().stream().map(StatusJson::of).toList(),
                "more", activity.more(),
                "gaps", activity.gaps());
    }

    private static Map<String, Object> of(Done done) {
        return Map.of(
                "at", done.at().toString(),
                "did", done.kind().name(),
                "target", done.target(),
                "times", done.times(),
                "succeeded", done.succeeded(),
                "from", done.from());
    }

    private static void put(Map<String, Object> json, String name, Optional<Instant> at) {
        at.ifPresent(instant -> json.put(name, instant.toString()));
    }

    /// @throws IllegalArgumentException for what [#of] did not write
    public static PathStatus read(Map<?, ?> json) {
        return new PathStatus(
                text(json, "name"),
                text(json, "source"),
                text(json, "account"),
                (int) number(json, "threshold"),
                texts(json, "holders"),
                SealState.valueOf(text(json, "envelope")),
                new DrillStatus(Due.State.valueOf(text(json, "due")), instant(json, "dueAt"), at(json, "lastDrillAt")),
                texts(json, "notApart"),
                new Monitoring(
                        text(json, "receiver"),
                        is(json, "confirmed"),
                        text(json, "monitoring"),
                        at(json, "monitoredAt")),
                number(json, "usesRecent"),
                objects(json, "open").stream().map(StatusJson::use).toList(),
                texts(json, "unreviewed"),
                texts(json, "doubts"));
    }

    private static UseStatus use(Map<?, ?> json) {
        return new UseStatus(
                text(json, "id"),
                text(json, "officer"),
                texts(json, "openedBy"),
                Optional.of(text(json, "approver")).filter(name -> !name.isEmpty()),
                text(json, "reason"),
                instant(json, "openedAt"),
                at(json, "endsBy"),
                instant(json, "reviewBy"),
                text(json, "receiver"),
                is(json, "confirmed"),
                objects(json, "told").stream()
                        .map(told -> new Hearer(
                                text(told, "officer"),
                                Hearer.Reach.valueOf(text(told, "reach")),
                                texts(told, "carriers")))
                        .toList(),
                json.get("activity") instanceof Map<?, ?> activity
                        ? activity(activity)
                        : new Activity(false, "", List.of(), 0, List.of()));
    }

    private static Activity activity(Map<?, ?> json) {
        return new Activity(
                is(json, "known"),
                text(json, "words"),
                objects(json, "deeds").stream()
                        .map(done -> new Done(
                                instant(done, "at"),
                                DeedKind.valueOf(text(done, "did")),
                                text(done, "target"),
                                number(done, "times"),
                                is(done, "succeeded"),
                                text(done, "from")))
                        .toList(),
                number(json, "more"),
                texts(json, "gaps"));
    }

    private static String text(Map<?, ?> json, String name) {
        return Objects.toString(json.get(name), "");
    }

    private static boolean is(Map<?, ?> json, String name) {
        return Boolean.TRUE.equals(json.get(name));
    }

    private static long number(Map<?, ?> json, String name) {
        return json.get(name) instanceof Number number ? number.longValue() : 0;
    }

    private static Instant instant(Map<?, ?> json, String name) {
        return at(json, name).orElseThrow(() -> new IllegalArgumentException("no " + name));
    }

    private static Optional<Instant> at(Map<?, ?> json, String name) {
        return Optional.of(text(json, name)).filter(text -> !text.isEmpty()).map(Instant::parse);
    }

    private static List<String> texts(Map<?, ?> json, String name) {
        return json.get(name) instanceof List<?> all
                ? all.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static List<Map<?, ?>> objects(Map<?, ?> json, String name) {
        return json.get(name) instanceof List<?> all
                ? all.stream()
                        .<Map<?, ?>>mapMulti((one, found) -> {
                            if (one instanceof Map<?, ?> map) {
                                found.accept(map);
                            }
                        })
                        .toList()
                : List.of();
    }
}
