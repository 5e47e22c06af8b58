package dev.curfew.connector.postgres.facts;

import dev.curfew.connector.postgres.catalog.Right;
import dev.curfew.connector.postgres.catalog.ThingKind;
import dev.curfew.connector.postgres.catalog.Things;
import dev.curfew.model.text.Sha256;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Puts together what is held alike. A schema of a hundred thousand tables on which everybody has the same is one thing
/// to look at; every name is kept.
final class Folds {
    /// As many as a person reads one by one.
    static final int APART_MAX = 50;

    private static final int MARK_DIGITS = 8;
    private static final Comparator<Right> ORDER = Comparator.comparingLong(Right::grantee)
            .thenComparing(Right::privilege)
            .thenComparing(Right::grantable);

    private Folds() {}

    private record Alike(ThingKind kind, String schema, long owner, List<Right> rights, Map<String, String> marks) {}

    /// The server puts together what has one access list, letter by letter; one that other grantors wrote, or in
    /// another order, says the same.
    static List<Things> merged(List<Things> things) {
        Map<Alike, List<String>> names = new LinkedHashMap<>();
        for (Things each : things) {
            List<Right> rights = each.rights().stream().distinct().sorted(ORDER).toList();
            names.computeIfAbsent(
                            new Alike(each.kind(), each.schema(), each.owner(), rights, each.marks()),
                            _ -> new ArrayList<>())
                    .addAll(each.names());
        }
        List<Things> merged = new ArrayList<>();
        names.forEach((alike, all) -> merged.add(
                new Things(alike.kind(), alike.schema(), alike.owner(), all, alike.rights(), alike.marks())));
        return merged;
    }

    static boolean isFolded(Things things) {
        return things.names().size() > APART_MAX;
    }

    /// Tells a fold from others of its kind and schema; the same as long as who holds what is the same.
    static String mark(Things things) {
        StringBuilder text = new StringBuilder().append(things.owner());
        things.rights()
                .forEach(right -> text.append(' ')
                        .append(right.grantee())
                        .append(right.privilege())
                        .append(right.grantable()));
        things.marks().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(mark -> text.append(' ').append(mark));
        return Sha256.hex(text.toString()).substring(0, MARK_DIGITS);
    }
}
