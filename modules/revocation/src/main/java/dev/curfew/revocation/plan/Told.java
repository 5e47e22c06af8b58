package dev.curfew.revocation.plan;

import dev.curfew.analysis.reach.Reach;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.revocation.RevocationPlan;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a plan's preview tells of one credential.
public record Told(Map<?, ?> fields) {

    /// In the order of the preview.
    public static List<Told> of(RevocationPlan plan) {
        return of(plan.preview());
    }

    /// As [#of(RevocationPlan)], of a preview without a plan.
    public static List<Told> of(Map<String, Object> preview) {
        return preview.get("credentials") instanceof List<?> all
                ? all.stream()
                        .filter(Map.class::isInstance)
                        .map(one -> new Told((Map<?, ?>) one))
                        .toList()
                : List.of();
    }

    /// What could not be read of the sources concerned.
    public static List<String> unread(Map<String, Object> preview) {
        return texts(preview.get("unread"));
    }

    /// How far somebody gets.
    ///
    /// @param high how much of it is sensitive
    public record Counts(long reached, long high, boolean administrator) {
        public static Counts of(Reach reach) {
            long high = reach.reached().stream()
                    .filter(it -> it.sensitivity() == Sensitivity.HIGH)
                    .count();
            return new Counts(reach.reached().size(), high, reach.administrator());
        }
    }

    /// Empty if it is not told.
    ///
    /// @param name `reachBefore` or `reachAfter`
    public Optional<Counts> reach(String name) {
        return fields.get(name) instanceof Map<?, ?> reach
                ? Optional.of(new Counts(
                        number(reach.get("reached")),
                        number(reach.get("high")),
                        Boolean.TRUE.equals(reach.get("administrator"))))
                : Optional.empty();
    }

    public String credential() {
        return text("credential");
    }

    /// Whom it proves; itself, where it stands for nobody.
    public String identity() {
        return text("holder").isEmpty() ? credential() : text("holder");
    }

    /// Whom a preview is about, each once, by exactly the ids that it tells: nothing is looked for by them, which could
    /// find another.
    public static List<EntityId> identities(List<Told> all) {
        return all.stream().map(Told::who).distinct().toList();
    }

    /// [#identity] as the id that it is.
    private EntityId who() {
        String id = identity();
        int colon = id.indexOf(':');
        SourceName source = new SourceName(id.substring(0, colon));
        String nativeId = id.substring(colon + 1);
        return text("holder").isEmpty() ? new CredentialId(source, nativeId) : new IdentityId(source, nativeId);
    }

    /// Empty if it is not told.
    public String text(String name) {
        return Objects.toString(fields.get(name), "");
    }

    /// 0 if it is not told.
    public long number(String name) {
        return number(fields.get(name));
    }

    /// Of things that are told by name; of many only the first are.
    public long count(String name) {
        return number(name + "Count");
    }

    public List<String> names(String name) {
        return texts(fields.get(name));
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    private static List<String> texts(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
