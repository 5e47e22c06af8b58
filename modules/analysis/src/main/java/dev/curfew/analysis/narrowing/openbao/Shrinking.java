package dev.curfew.analysis.narrowing.openbao;

import dev.curfew.analysis.vault.MergedRule;
import dev.curfew.analysis.vault.VaultAcl;
import dev.curfew.analysis.vault.policy.Capability;
import dev.curfew.analysis.vault.policy.PathPattern;
import dev.curfew.analysis.vault.policy.PathRule;
import dev.curfew.model.text.Messages;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// How far one rule can be narrowed.
final class Shrinking {
    private static final Messages MESSAGES = Messages.of(Shrinking.class);
    private static final NavigableMap<String, Set<Capability>> NONE = Collections.emptyNavigableMap();

    private final Company company;
    private final int pathsMax;
    private final Set<String> notes;
    private final Map<Set<String>, VaultAcl> acls = new HashMap<>();

    /// @param notes gets what a person has to know
    Shrinking(Company company, int pathsMax, Set<String> notes) {
        this.company = company;
        this.pathsMax = pathsMax;
        this.notes = notes;
    }

    /// What of its capabilities the rule keeps, for what was asked of it.
    Set<Capability> kept(PathRule rule, NavigableMap<String, Set<Capability>> asked) {
        Set<Capability> kept = EnumSet.noneOf(Capability.class);
        asked.values().forEach(each -> kept.addAll(kept(rule, each)));
        if (rule.filtered() && rule.capabilities().contains(Capability.LIST)) {
            // Without it OpenBao refuses the whole policy.
            kept.add(Capability.LIST);
        }
        return kept;
    }

    private Set<Capability> kept(PathRule rule, Set<Capability> asked) {
        Set<Capability> kept = EnumSet.copyOf(asked);
        if (asked.contains(Capability.CREATE) || asked.contains(Capability.UPDATE)) {
            // One and the same write is the one where nothing is there, and the other the next time.
            kept.add(Capability.CREATE);
            kept.add(Capability.UPDATE);
        }
        if (rule.capabilities().contains(Capability.SUDO)) {
            kept.add(Capability.SUDO);
            notes.add(MESSAGES.text("note.sudo"));
        }
        kept.retainAll(rule.capabilities());
        return kept;
    }

    /// The paths that the rule's wildcard gives way to, and what is kept of each; none where it has to stay.
    NavigableMap<String, Set<Capability>> paths(PathRule rule, NavigableMap<String, Set<Capability>> asked) {
        Optional<PathPattern> pattern = PathPattern.find(rule.path());
        boolean wildcard = pattern.isPresent() && pattern.get().kind() != PathPattern.Kind.EXACT;
        if (!wildcard || rule.templated() || rule.denies() || rule.filtered() || asked.isEmpty() || pathsMax == 0) {
            return NONE;
        }
        if (asked.size() > pathsMax) {
            notes.add(MESSAGES.text("note.many", rule.path(), asked.size()));
            return NONE;
        }
        if (!asked.keySet().stream().allMatch(path -> isAlone(pattern.get(), path))) {
            notes.add(MESSAGES.text("note.company", rule.path()));
            return NONE;
        }
        NavigableMap<String, Set<Capability>> paths = new TreeMap<>();
        asked.forEach((path, each) -> paths.put(path, kept(rule, each)));
        return paths;
    }

    /// Whether for every holder no rule of this path, or of the list below it, is another's: a rule on the path alone
    /// would else beat that one, and give more or take more.
    private boolean isAlone(PathPattern pattern, String path) {
        boolean plain = PathPattern.find(path)
                        .filter(it -> it.kind() == PathPattern.Kind.EXACT)
                        .isPresent()
                && !path.contains("{{")
                && !path.startsWith("/");
        return plain && company.holdings().stream().allMatch(holding -> isAlone(holding, pattern, path));
    }

    private boolean isAlone(Set<String> holding, PathPattern pattern, String path) {
        if (!company.isWhole(holding)) {
            return false;
        }
        boolean templated = holding.stream()
                .flatMap(each -> policy(each).stream())
                .filter(PathRule::templated)
                .anyMatch(rule -> RuleUse.mayMean(rule, path));
        VaultAcl acl = acls.computeIfAbsent(holding, it -> company.acl(it, company.own(), null));
        return !templated
                && isOwn(acl.rule(path, false), pattern)
                && isOwn(acl.rule(path, true), pattern)
                && (path.endsWith("/") || isOwn(acl.rule(path + "/", true), pattern));
    }

    private List<PathRule> policy(String name) {
        var policy = company.known().get(name);
        return policy == null ? List.of() : policy.rules();
    }

    /// Of two blocks on one pattern each says something of what the other grants.
    private boolean isOwn(Optional<MergedRule> rule, PathPattern pattern) {
        return rule.filter(it -> it.pattern().equals(pattern)
                        && it.statements().size() == 1
                        && it.statements().getFirst().policy().equals(company.name()))
                .isPresent();
    }
}
