package dev.curfew.analysis.vault;

import dev.curfew.analysis.vault.policy.PathPattern;
import dev.curfew.analysis.vault.policy.PathRule;
import dev.curfew.analysis.vault.policy.VaultPolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Rules by pattern: an exact one beats all others, and of the others the one of the highest priority applies.
final class RuleIndex {
    private final Map<String, MergedRule> exact = new HashMap<>();
    private final TreeMap<String, Prefix> prefixes = new TreeMap<>();
    private final Map<String, MergedRule> segments = new HashMap<>();

    /// Those of `segments`, the highest priority first.
    private final List<MergedRule> ranked = new ArrayList<>();

    void add(VaultPolicy policy, PathRule rule, PathPattern pattern) {
        MergedRule merged = switch (pattern.kind()) {
            case EXACT -> exact.computeIfAbsent(pattern.text(), _ -> new MergedRule(pattern));
            case PREFIX -> prefixes.computeIfAbsent(pattern.body(), _ -> new Prefix(new MergedRule(pattern))).rule;
            case SEGMENTS -> segments.computeIfAbsent(pattern.text(), _ -> new MergedRule(pattern));
        };
        merged.add(policy, rule);
    }

    /// Once all rules are in.
    void seal() {
        Prefix before = null;
        for (Map.Entry<String, Prefix> each : prefixes.entrySet()) {
            Prefix shorter = before;
            while (shorter != null && !each.getKey().startsWith(shorter.text())) {
                shorter = shorter.shorter;
            }
            each.getValue().shorter = shorter;
            before = each.getValue();
        }
        ranked.addAll(segments.values());
        ranked.sort(
                Comparator.comparing(MergedRule::pattern, PathPattern.PRIORITY).reversed());
        exact.values().forEach(MergedRule::seal);
        prefixes.values().forEach(prefix -> prefix.rule.seal());
        ranked.forEach(MergedRule::seal);
    }

    @Nullable
    MergedRule find(String path, boolean listing) {
        String plain = withoutLeadingSlashes(path);
        MergedRule found = exact.get(plain);
        boolean slash = plain.endsWith("/");
        if (found == null && listing && slash) {
            found = exact.get(plain.substring(0, plain.length() - 1));
        }
        if (found == null) {
            found = best(plain);
        }
        // a list of `a/` may be granted on `a`, after all that names it with its slash
        if (found == null && listing && slash) {
            found = best(plain.substring(0, plain.length() - 1));
        }
        return found;
    }

    private static String withoutLeadingSlashes(String path) {
        int start = 0;
        while (start < path.length() && path.charAt(start) == '/') {
            start++;
        }
        return path.substring(start);
    }

    private @Nullable MergedRule best(String path) {
        MergedRule prefix = longestPrefix(path);
        for (MergedRule rule : ranked) {
            if (rule.pattern().matches(path)) {
                return prefix != null && PathPattern.PRIORITY.compare(prefix.pattern(), rule.pattern()) > 0
                        ? prefix
                        : rule;
            }
        }
        return prefix;
    }

    /// The greatest prefix not after the path begins with the longest one that the path begins with.
    private @Nullable MergedRule longestPrefix(String path) {
        Map.Entry<String, Prefix> floor = prefixes.floorEntry(path);
        Prefix prefix = floor == null ? null : floor.getValue();
        while (prefix != null && !path.startsWith(prefix.text())) {
            prefix = prefix.shorter;
        }
        return prefix == null ? null : prefix.rule;
    }

    /// All rules, by pattern.
    List<MergedRule> all() {
        List<MergedRule> all = new ArrayList<>();
        all.addAll(exact.values());
        prefixes.values().forEach(prefix -> all.add(prefix.rule));
        all.addAll(segments.values());
        all.sort(Comparator.comparing(rule -> rule.pattern().text()));
        return all;
    }

    private static final class Prefix {
        private final MergedRule rule;

        /// The longest other prefix that this one begins with.
        private @Nullable Prefix shorter;

        Prefix(MergedRule rule) {
            this.rule = rule;
        }

        String text() {
            return rule.pattern().body();
        }
    }
}
