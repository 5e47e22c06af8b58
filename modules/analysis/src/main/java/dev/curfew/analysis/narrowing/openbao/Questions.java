package dev.curfew.analysis.narrowing.openbao;

import dev.curfew.analysis.hcl.HclValue;
import dev.curfew.analysis.vault.policy.ParameterRules;
import dev.curfew.analysis.vault.policy.PathPattern;
import dev.curfew.analysis.vault.policy.PathRule;
import dev.curfew.analysis.vault.policy.Templates;
import dev.curfew.analysis.vault.policy.VaultEntity;
import dev.curfew.analysis.vault.policy.VaultPolicy;
import dev.curfew.model.narrowing.Use;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Paths at which two versions of a policy could differ: what their patterns match, what two of them match both, what
/// was used, and what lies beside and below it.
final class Questions {
    /// Two rules of several hundred each share far fewer paths than these.
    private static final int PATHS_MAX = 4_000;

    private static final int PARAMETERS_MAX = 50;

    private final Set<String> paths = new LinkedHashSet<>();
    private final Set<String> withParameters = new LinkedHashSet<>();
    private boolean cut;
    private final Set<Map<String, HclValue>> parameters = new LinkedHashSet<>(Set.of(Map.of()));

    Questions(Company company, VaultPolicy narrower, VaultEntity somebody, Collection<Use> uses) {
        Templates templates = new Templates(somebody, company.now());
        List<PathRule> own = Stream.concat(company.own().rules().stream(), narrower.rules().stream())
                .toList();
        List<PathPattern> patterns = patterns(own, templates);
        patterns.forEach(this::add);
        uses.forEach(use -> around(use.target()));
        company.known().values().stream()
                .filter(policy -> !policy.name().equals(company.name()))
                .flatMap(policy -> patterns(policy.rules(), templates).stream())
                .forEach(other -> {
                    add(other);
                    patterns.forEach(each -> each.common(other).ifPresent(this::around));
                });
        for (PathPattern one : patterns) {
            patterns.forEach(each -> each.common(one).ifPresent(this::around));
        }
        for (PathRule rule : own) {
            if (!rule.parameters().equals(ParameterRules.NONE)) {
                patterns(List.of(rule), templates).forEach(it -> withParameters.add(it.example()));
                parameters(rule.parameters());
            }
        }
    }

    private static List<PathPattern> patterns(List<PathRule> rules, Templates templates) {
        List<PathPattern> patterns = new ArrayList<>();
        for (PathRule rule : rules) {
            Optional<String> path = rule.templated() ? templates.fill(rule.path()) : Optional.of(rule.path());
            // Filled in so that the server would refuse it, it is one that nothing is asked of.
            path.flatMap(PathPattern::find).ifPresent(patterns::add);
        }
        return patterns;
    }

    private void add(PathPattern pattern) {
        around(pattern.example());
        around(pattern.body());
    }

    private void around(String path) {
        String plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        List<String> around = List.of(plain, plain + "/", plain + "/~below~", plain + "~beside~");
        if (paths.size() < PATHS_MAX) {
            paths.addAll(around);
        } else {
            cut |= !paths.containsAll(around);
        }
    }

    private void parameters(ParameterRules rules) {
        Map<String, HclValue> required = new HashMap<>();
        rules.required().forEach(name -> required.put(name, new HclValue.Text("~any~")));
        ask(required);
        Stream.of(rules.allowed(), rules.denied())
                .forEach(listed -> listed.forEach((name, values) -> {
                    Stream.concat(values.stream(), Stream.of(new HclValue.Text("~any~")))
                            .forEach(value -> {
                                ask(Map.of(name, value));
                                Map<String, HclValue> both = new HashMap<>(required);
                                both.put(name, value);
                                ask(both);
                            });
                }));
    }

    private void ask(Map<String, HclValue> one) {
        if (parameters.size() < PARAMETERS_MAX) {
            parameters.add(Map.copyOf(one));
        } else {
            cut |= !parameters.contains(one);
        }
    }

    /// Whether there are more than are asked.
    boolean areCut() {
        return cut;
    }

    Set<String> paths() {
        return paths;
    }

    Set<String> pathsWithParameters() {
        return withParameters;
    }

    Set<Map<String, HclValue>> parameters() {
        return parameters;
    }
}
