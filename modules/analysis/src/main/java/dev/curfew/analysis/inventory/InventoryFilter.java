package dev.curfew.analysis.inventory;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// A filter as typed: words apart by blanks, all of which must occur in the row's id, kind, name, owner or tags,
/// whatever their case. A word `key:value` with one of the keys `source`, `kind`, `owner`, `name` looks only there;
/// `tag:key=value` in the tags. A leading `-` turns a word round.
public final class InventoryFilter implements Predicate<InventoryRow> {
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final List<Predicate<InventoryRow>> words;

    private InventoryFilter(List<Predicate<InventoryRow>> words) {
        this.words = words;
    }

    public static InventoryFilter parse(String text) {
        return new InventoryFilter(Arrays.stream(BLANKS.split(lower(text)))
                .filter(word -> !word.isEmpty() && !word.equals("-"))
                .map(InventoryFilter::word)
                .toList());
    }

    @Override
    public boolean test(InventoryRow row) {
        return words.stream().allMatch(word -> word.test(row));
    }

    private static Predicate<InventoryRow> word(String word) {
        if (word.startsWith("-")) {
            return word(word.substring(1)).negate();
        }
        int colon = word.indexOf(':');
        String value = word.substring(colon + 1);
        return switch (colon < 0 ? "" : word.substring(0, colon)) {
            case "source" -> row -> row.id().source().value().equals(value);
            case "kind" -> row -> lower(row.kind()).contains(value);
            case "owner" -> row -> lower(row.owner()).contains(value);
            case "name" -> row -> lower(row.name()).contains(value);
            case "tag" ->
                row -> row.tags().entrySet().stream()
                        .anyMatch(tag ->
                                lower(tag.getKey() + "=" + tag.getValue()).contains(value));
            default -> row -> anywhere(row, word);
        };
    }

    private static boolean anywhere(InventoryRow row, String word) {
        return lower(row.id().text()).contains(word)
                || lower(row.kind()).contains(word)
                || lower(row.name()).contains(word)
                || lower(row.owner()).contains(word)
                || row.tags().entrySet().stream()
                        .anyMatch(tag ->
                                lower(tag.getKey() + "=" + tag.getValue()).contains(word));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
