package dev.curfew.analysis.vault;

import dev.curfew.analysis.hcl.decode.Numbers;
import dev.curfew.analysis.vault.policy.Capability;
import dev.curfew.analysis.vault.policy.ParameterRules;
import dev.curfew.analysis.vault.policy.PathPattern;
import dev.curfew.analysis.vault.policy.PathRule;
import dev.curfew.analysis.vault.policy.VaultPolicy;
import dev.curfew.model.evaluation.DecidingStatement;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All rules of one pattern over all policies of a holder. A deny in any of them is all that counts.
public final class MergedRule {
    private final PathPattern pattern;
    private final Map<Capability, Set<DecidingStatement>> granting = new EnumMap<>(Capability.class);
    private final Set<DecidingStatement> all = new LinkedHashSet<>();
    private final Set<String> needs = new LinkedHashSet<>();
    private ParameterRules parameters = ParameterRules.NONE;
    private Duration wrappingMin = Duration.ZERO;
    private Duration wrappingMax = Duration.ZERO;
    private int paginationMax;
    private List<String> texts = List.of();

    MergedRule(PathPattern pattern) {
        this.pattern = pattern;
    }

    void add(VaultPolicy policy, PathRule rule) {
        DecidingStatement statement = new DecidingStatement(policy.name(), rule.position(), pattern.text());
        all.add(statement);
        for (Capability capability : rule.capabilities()) {
            granting.computeIfAbsent(capability, _ -> new LinkedHashSet<>()).add(statement);
        }
        parameters = all.size() == 1 ? rule.parameters() : parameters.and(rule.parameters());
        wrappingMin = all.size() == 1 ? rule.wrappingMin() : lesser(wrappingMin, rule.wrappingMin());
        wrappingMax = all.size() == 1 ? rule.wrappingMax() : lesser(wrappingMax, rule.wrappingMax());
        if (rule.paginationMax() > 0 && (paginationMax <= 0 || rule.paginationMax() < paginationMax)) {
            paginationMax = rule.paginationMax();
        }
        needs.addAll(rule.needs());
        if (pattern.text().contains("{{")) {
            needs.add(pattern.text());
        }
    }

    /// Of two that are set the lesser one; one that is not above zero does not replace the other.
    private static Duration lesser(Duration one, Duration other) {
        return other.isPositive() && (one.isZero() || other.compareTo(one) < 0) ? other : one;
    }

    public PathPattern pattern() {
        return pattern;
    }

    public boolean denies() {
        return granting.containsKey(Capability.DENY);
    }

    /// What it grants; only `DENY` where any of its rules denies.
    public Set<Capability> capabilities() {
        return denies() ? Set.of(Capability.DENY) : Set.copyOf(granting.keySet());
    }

    /// Once all rules are in.
    void seal() {
        texts = granting.isEmpty()
                ? List.of(Capability.DENY.text())
                : capabilities().stream().map(Capability::text).sorted().toList();
    }

    /// As the server names them, sorted; `deny` where there is none.
    List<String> texts() {
        return texts;
    }

    boolean grants(Capability capability) {
        return !denies() && granting.containsKey(capability);
    }

    List<DecidingStatement> granting(Capability capability) {
        return List.copyOf(granting.getOrDefault(capability, Set.of()));
    }

    /// All its statements: where nothing is granted, they are why.
    public List<DecidingStatement> statements() {
        return List.copyOf(all);
    }

    Set<String> needs() {
        return needs;
    }

    /// What a request has to bring that is allowed at all.
    Set<String> constraints() {
        Set<String> constraints = new LinkedHashSet<>(needs);
        if (!parameters.equals(ParameterRules.NONE)) {
            constraints.add("parameters");
        }
        if (!wrappingMin.isZero() || !wrappingMax.isZero()) {
            constraints.add("wrapping");
        }
        return constraints;
    }

    boolean allows(VaultRequest request) {
        // whether a privileged path may be used at all is asked before what the request brings
        if (request.operation() == Capability.SUDO) {
            return true;
        }
        return wrapped(request.wrapTtl())
                && switch (request.operation()) {
                    case READ, UPDATE, CREATE, PATCH -> parameters.allows(request.parameters());
                    case LIST, SCAN -> pages(request);
                    case DELETE, SUDO, DENY -> true;
                };
    }

    private boolean wrapped(@Nullable Duration ttl) {
        boolean shortEnough = !wrappingMax.isPositive() || (ttl != null && ttl.compareTo(wrappingMax) <= 0);
        boolean longEnough = !wrappingMin.isPositive() || (ttl != null && ttl.compareTo(wrappingMin) >= 0);
        boolean possible = wrappingMin.isZero() || wrappingMax.isZero() || wrappingMax.compareTo(wrappingMin) >= 0;
        return shortEnough && longEnough && possible;
    }

    private boolean pages(VaultRequest request) {
        if (paginationMax <= 0) {
            return true;
        }
        if (!request.parameters().containsKey("limit")) {
            return !parameters.required().contains("limit");
        }
        String limit = request.parameter("limit");
        OptionalLong asked = limit.isEmpty() ? OptionalLong.of(0) : Numbers.decimal(limit);
        return asked.isPresent() ? asked.getAsLong() >= 0 && asked.getAsLong() <= paginationMax : limit.equals("max");
    }
}
