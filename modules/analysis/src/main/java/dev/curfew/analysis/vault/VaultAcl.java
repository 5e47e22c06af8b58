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
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a holder of some policies may do. Only the rule of the best pattern that matches a path applies. Requests are
/// made in one namespace, and their paths are relative to it.
///
/// <https://openbao.org/docs/concepts/namespaces/>
public final class VaultAcl {
    private static final List<String> NOTHING = List.of(Capability.DENY.text());

    private final String namespace;
    private final boolean root;
    private final String rootName;
    private final RuleIndex index = new RuleIndex();
    private final Set<String> undecided = new LinkedHashSet<>();

    /// @param entity whom templated paths are filled in for; null: nobody, so that rules with templates do not count
    /// @param now when rules with an expiration are looked at
    public VaultAcl(Collection<VaultPolicy> policies, @Nullable VaultEntity entity, Instant now) {
        this(policies, entity, now, "");
    }

    /// @param entity whom templated paths are filled in for; null: nobody, so that rules with templates do not count
    /// @param now when rules with an expiration are looked at
    /// @param namespace where requests are made; empty for the root one, else ending in a slash
    public VaultAcl(Collection<VaultPolicy> policies, @Nullable VaultEntity entity, Instant now, String namespace) {
        this.namespace = namespace;
        List<VaultPolicy> roots = policies.stream()
                .filter(policy -> policy.root() && namespace.startsWith(policy.namespace()))
                .toList();
        root = !roots.isEmpty();
        rootName = roots.stream().map(VaultPolicy::name).findFirst().orElse("");
        Templates templates = new Templates(entity, now);
        for (VaultPolicy policy : policies) {
            for (PathRule rule : policy.rules()) {
                if (rule.expiration() == null || !now.isAfter(rule.expiration())) {
                    add(policy, rule, templates);
                }
            }
        }
        index.seal();
    }

    private void add(VaultPolicy policy, PathRule rule, Templates templates) {
        if (!rule.templated()) {
            merge(policy, rule, policy.full(rule.path()));
        } else if (templates.undecided(rule.path())) {
            undecided.add(policy.name() + ": " + rule.path());
        } else {
            templates.fill(rule.path()).ifPresent(path -> merge(policy, rule, policy.full(path)));
        }
    }

    private void merge(VaultPolicy policy, PathRule rule, String path) {
        try {
            index.add(policy, rule, PathPattern.of(path));
        } catch (PolicySyntaxException e) {
            undecided.add(policy.name() + ": " + rule.path());
        }
    }

    public boolean isRoot() {
        return root;
    }

    /// What `sys/capabilities` answers for the path: sorted, `deny` where nothing is granted, `root` for root.
    public List<String> capabilities(String path) {
        if (root) {
            return List.of("root");
        }
        return rule(path, true).map(MergedRule::texts).orElse(NOTHING);
    }

    /// Decides one request. `Unknown` where a rule with a template that cannot be filled in could apply.
    public Evaluation evaluate(VaultRequest request) {
        if (root) {
            return new Evaluation.Allowed(List.of(DecidingStatement.given(rootName, "root")));
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
            return new Evaluation.Allowed(List.of(DecidingStatement.given(rootName, "root")));
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

    /// The rule that applies to a path, if any: no other counts.
    ///
    /// @param listing for lists and scans, which `a/` may be granted by a rule on `a`
    public Optional<MergedRule> rule(String path, boolean listing) {
        return Optional.ofNullable(index.find(namespace + path, listing));
    }

    /// All rules, by pattern.
    public List<MergedRule> rules() {
        return index.all();
    }

    /// Rules that could not be decided, for a person.
    public Set<String> undecided() {
        return new TreeSet<>(undecided);
    }
}
