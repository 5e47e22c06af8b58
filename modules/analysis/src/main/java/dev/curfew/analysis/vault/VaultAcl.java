package dev.curfew.analysis.vault;

import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.vault.policy.Capability;
import dev.curfew.analysis.vault.policy.PathPattern;
import dev.curfew.analysis.vault.policy.PathRule;
import dev.curfew.analysis.vault.policy.Templates;
import dev.curfew.analysis.vault.policy.VaultEntity;
import dev.curfew.analysis.vault.policy.VaultPolicy;
import dev.curfew.model.evaluation.DecidingStatement;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.evaluation.PolicyLayer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a holder of some policies may do. Only the rule of the best pattern that matches a path applies.
public final class VaultAcl {
    private final boolean root;
    private final String rootName;
    private final Map<String, MergedRule> exact = new HashMap<>();
    private final Map<String, MergedRule> prefixes = new HashMap<>();
    private final Map<String, MergedRule> segments = new HashMap<>();
    private final Set<String> undecided = new LinkedHashSet<>();

    /// @param entity whom templated paths are filled in for; null: nobody, so that rules with templates do not count
    /// @param now when rules with an expiration are looked at
    public VaultAcl(Collection<VaultPolicy> policies, @Nullable VaultEntity entity, Instant now) {
        root = policies.stream().anyMatch(VaultPolicy::root);
        rootName = policies.stream()
                .filter(VaultPolicy::root)
                .map(VaultPolicy::name)
                .findFirst()
                .orElse("");
        Templates templates = new Templates(entity, now);
        policies.stream()
                .distinct()
                .forEach(policy -> policy.rules().stream()
                        .filter(rule -> rule.expiration() == null || !now.isAfter(rule.expiration()))
                        .forEach(rule -> add(policy, rule, templates)));
    }

    private void add(VaultPolicy policy, PathRule rule, Templates templates) {
        if (!rule.templated()) {
            merge(policy, rule, rule.path());
        } else if (templates.undecided(rule.path())) {
            undecided.add(policy.name() + ": " + rule.path());
        } else {
            templates.fill(rule.path()).ifPresent(path -> merge(policy, rule, path));
        }
    }

    private void merge(VaultPolicy policy, PathRule rule, String path) {
        PathPattern pattern;
        try {
            pattern = PathPattern.of(path);
        } catch (PolicySyntaxException e) {
            undecided.add(policy.name() + ": " + rule.path());
            return;
        }
        rulesOf(pattern.kind())
                .computeIfAbsent(pattern.body() + (pattern.endsOpen() ? "*" : ""), _ -> new MergedRule(pattern))
                .add(policy, rule);
    }

    private Map<String, MergedRule> rulesOf(PathPattern.Kind kind) {
        return switch (kind) {
            case EXACT -> exact;
            case PREFIX -> prefixes;
            case SEGMENTS -> segments;
        };
    }

    public boolean isRoot() {
        return root;
    }

    /// What `sys/capabilities` answers for the path: sorted, `deny` where nothing is granted, `root` for root.
    public List<String> capabilities(String path) {
        if (root) {
            return List.of("root");
        }
        Set<Capability> granted = rule(path, true).map(MergedRule::capabilities).orElse(Set.of());
        return granted.isEmpty()
                ? List.of(Capability.DENY.text())
                : granted.stream().map(Capability::text).sorted().toList();
    }

    /// Decides one request. `Unknown` where a rule with a template that cannot be filled in could apply.
    public Evaluation evaluate(VaultRequest request) {
        if (root) {
            return new Evaluation.Allowed(List.of(new DecidingStatement(rootName, 0, "root")));
        }
        if (!undecided.isEmpty()) {
            return new Evaluation.Unknown(List.copyOf(undecided));
        }
        boolean listing = request.operation() == Capability.LIST || request.operation() == Capability.SCAN;
        return rule(request.path(), listing)
                .map(rule -> decide(rule, request))
                .orElseGet(() -> new Evaluation.ImplicitlyDenied(Set.of(PolicyLayer.IDENTITY)));
    }

    /// Whether some request of this operation on the path is allowed; what it has to bring makes it `Conditional`.
    /// Rules with a template that cannot be filled in are left out: see `undecided`.
    public Evaluation reachable(String path, Capability operation) {
        if (root) {
            return new Evaluation.Allowed(List.of(new DecidingStatement(rootName, 0, "root")));
        }
        MergedRule rule = rule(path, operation == Capability.LIST || operation == Capability.SCAN)
                .orElse(null);
        if (rule == null || !rule.grants(operation)) {
            return rule != null && rule.denies()
                    ? new Evaluation.ExplicitlyDenied(rule.granting(Capability.DENY), Set.of(PolicyLayer.IDENTITY))
                    : new Evaluation.ImplicitlyDenied(Set.of(PolicyLayer.IDENTITY));
        }
        Set<String> constraints = rule.constraints();
        List<DecidingStatement> granting = rule.granting(operation);
        return constraints.isEmpty()
                ? new Evaluation.Allowed(granting)
                : new Evaluation.Conditional(granting, constraints);
    }

    private static Evaluation decide(MergedRule rule, VaultRequest request) {
        if (rule.denies()) {
            return new Evaluation.ExplicitlyDenied(rule.granting(Capability.DENY), Set.of(PolicyLayer.IDENTITY));
        }
        if (!rule.grants(request.operation()) || !rule.allows(request)) {
            return new Evaluation.ImplicitlyDenied(Set.of(PolicyLayer.IDENTITY));
        }
        List<DecidingStatement> granting = rule.granting(request.operation());
        return rule.needs().isEmpty()
                ? new Evaluation.Allowed(granting)
                : new Evaluation.Conditional(granting, rule.needs());
    }

    /// The rule that applies to a path, if any.
    Optional<MergedRule> rule(String path, boolean listing) {
        String plain = path.replaceFirst("^/+", "");
        MergedRule found = exact.get(plain);
        String withoutSlash = plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
        if (found == null && listing) {
            found = exact.get(withoutSlash);
        }
        if (found == null) {
            found = best(plain);
        }
        // a list of `a/` may be granted on `a`, after all that names it with its slash
        if (found == null && listing && !withoutSlash.equals(plain)) {
            found = best(withoutSlash);
        }
        return Optional.ofNullable(found);
    }

    private @Nullable MergedRule best(String path) {
        MergedRule prefix = longestPrefix(path);
        Stream<MergedRule> matching =
                segments.values().stream().filter(it -> it.pattern().matches(path));
        return Stream.concat(Stream.ofNullable(prefix), matching)
                .max(Comparator.comparing(MergedRule::pattern, PathPattern.PRIORITY))
                .orElse(null);
    }

    private @Nullable MergedRule longestPrefix(String path) {
        MergedRule longest = null;
        for (MergedRule rule : prefixes.values()) {
            String body = rule.pattern().body();
            boolean longer =
                    longest == null || body.length() > longest.pattern().body().length();
            if (longer && path.startsWith(body)) {
                longest = rule;
            }
        }
        return longest;
    }

    /// All rules, by pattern.
    public List<MergedRule> rules() {
        List<MergedRule> all = new ArrayList<>();
        all.addAll(exact.values());
        all.addAll(prefixes.values());
        all.addAll(segments.values());
        all.sort(Comparator.comparing(rule -> rule.pattern().text()));
        return all;
    }

    /// Rules that could not be decided, for a person.
    public Set<String> undecided() {
        return new TreeSet<>(undecided);
    }
}
