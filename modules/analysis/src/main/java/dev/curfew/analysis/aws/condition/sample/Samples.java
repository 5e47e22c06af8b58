package dev.curfew.analysis.aws.condition.sample;

import dev.curfew.analysis.aws.condition.value.Comparison;
import dev.curfew.analysis.aws.condition.value.DateText;
import dev.curfew.analysis.aws.condition.value.Glob;
import dev.curfew.analysis.aws.condition.value.IpAddress;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Values that one key could have: what policies compare it with, what is near, and what is like nothing.
public final class Samples {
    /// More would be tried for very long; what they would show is not seen then.
    private static final int VALUES_MAX = 192;

    private static final int MICROS_SCALE = 6;

    private static final String FILLER = "~";

    private final Set<String> values = new LinkedHashSet<>(List.of(FILLER, ""));
    private final Set<String> patterns = new LinkedHashSet<>();
    private final SortedSet<BigDecimal> numbers = new TreeSet<>();
    private final SortedSet<BigDecimal> times = new TreeSet<>();

    public void add(String value) {
        if (values.size() < VALUES_MAX) {
            values.add(value);
        }
    }

    /// @param value of a policy, its variables filled in
    /// @param marked whether only marked wildcards are such
    public void add(Comparison comparison, String value, boolean marked) {
        switch (comparison.kind()) {
            case TEXT, BYTES -> add(value);
            case TEXT_IGNORING_CASE -> {
                add(value);
                add(value.toLowerCase(Locale.ROOT));
                add(value.toUpperCase(Locale.ROOT));
            }
            case PATTERN, ARN -> addPattern(marked ? value : Glob.wildcards(value));
            case NUMBER -> addNumber(value);
            case DATE -> addTime(value);
            case TRUTH -> {
                add("true");
                add("false");
            }
            case ADDRESS -> addRange(value);
        }
    }

    /// @param marked with its wildcards marked
    public void addPattern(String marked) {
        patterns.add(marked);
        add(filled(marked, ""));
        add(filled(marked, FILLER));
    }

    private static String filled(String marked, String filler) {
        return marked.replace(String.valueOf(Glob.STAR), filler).replace(String.valueOf(Glob.ANY), FILLER);
    }

    private void addNumber(String text) {
        try {
            numbers.add(new BigDecimal(text.strip()));
        } catch (NumberFormatException e) {
            add(text);
        }
    }

    private void addTime(String text) {
        long micros = new DateText(text).micros();
        if (micros != DateText.NONE) {
            times.add(BigDecimal.valueOf(micros, MICROS_SCALE));
        }
        add(text);
    }

    private void addRange(String text) {
        int slash = text.indexOf('/');
        IpAddress network = IpAddress.parse(slash < 0 ? text : text.substring(0, slash));
        if (network != null) {
            String prefix = slash < 0 ? "" : text.substring(slash + 1);
            int bits = prefix.matches("\\d{1,3}") ? Math.min(Integer.parseInt(prefix), network.bits()) : network.bits();
            IpAddress first = network.first(bits);
            IpAddress last = network.last(bits);
            List.of(first, last, first.plus(-1), last.plus(1)).forEach(each -> add(each.text()));
        }
    }

    /// All of them.
    public Collection<String> values() {
        between(numbers).forEach(number -> add(number.toPlainString()));
        between(times)
                .forEach(time ->
                        add(time.setScale(MICROS_SCALE, RoundingMode.HALF_UP).toPlainString()));
        if (patterns.size() > 1) {
            new GlobWords(patterns).words().forEach(this::add);
        }
        return List.copyOf(values);
    }

    /// The bounds, and one beyond and between them each.
    private static List<BigDecimal> between(SortedSet<BigDecimal> bounds) {
        List<BigDecimal> all = new ArrayList<>();
        BigDecimal before = null;
        for (BigDecimal bound : bounds) {
            BigDecimal less = before == null
                    ? bound.subtract(BigDecimal.ONE)
                    : before.add(bound).divide(BigDecimal.TWO);
            all.add(less);
            all.add(bound);
            before = bound;
        }
        if (before != null) {
            all.add(before.add(BigDecimal.ONE));
        }
        return all;
    }
}
