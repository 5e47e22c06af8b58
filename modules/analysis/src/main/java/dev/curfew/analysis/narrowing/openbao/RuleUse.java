package dev.curfew.analysis.narrowing.openbao;

import dev.curfew.analysis.vault.MergedRule;
import dev.curfew.analysis.vault.VaultAcl;
import dev.curfew.analysis.vault.VaultOperation;
import dev.curfew.analysis.vault.policy.Capability;
import dev.curfew.analysis.vault.policy.PathPattern;
import dev.curfew.analysis.vault.policy.PathRule;
import dev.curfew.model.narrowing.Use;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What each rule of a policy was used for. Where it is not certain which rule let a request in, all that may have are
/// taken for used.
final class RuleUse {
    private static final NavigableMap<String, Set<Capability>> NONE = Collections.emptyNavigableMap();

    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{([^}]*)}}");

    /// An id is one that the server made up; all else is as somebody named it, and may hold a slash if the policy says
    /// so.
    private static final Pattern ID = Pattern.compile("identity\\.(?:entity|groups\\.ids\\.[^.]+)\\.id");

    private static final String UUID = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private final Company company;
    private final Map<Integer, NavigableMap<String, Set<Capability>>> byRule = new HashMap<>();

    /// Of its own rules without a template, by their position; of those with one, what they may mean.
    private final Map<Integer, PathPattern> plain = new HashMap<>();
    private final Map<Integer, Pattern> templated = new HashMap<>();

    private RuleUse(Company company) {
        this.company = company;
        for (PathRule rule : company.own().rules()) {
            if (rule.templated()) {
                templated.put(rule.position(), pattern(rule.path()));
            } else {
                PathPattern.find(rule.path()).ifPresent(it -> plain.put(rule.position(), it));
            }
        }
    }

    static RuleUse of(Company company, Collection<Use> uses) {
        RuleUse found = new RuleUse(company);
        Map<Set<String>, VaultAcl> acls = new HashMap<>();
        for (Use use : uses) {
            Optional<VaultOperation> operation = operation(use);
            if (operation.isPresent() && company.decides(use.with())) {
                VaultAcl acl = acls.computeIfAbsent(
                        company.whole(use.with()), holding -> company.acl(holding, company.own(), null));
                found.add(acl, use.target(), operation.get());
            }
        }
        return found;
    }

    /// Empty for what anybody may, and for what is no request of the server's API.
    static Optional<VaultOperation> operation(Use use) {
        return VaultOperation.of(use.operation()).filter(it -> !it.free());
    }

    private void add(VaultAcl acl, String path, VaultOperation operation) {
        Optional<PathPattern> deciding =
                acl.rule(path, operation.lists()).filter(rule -> !rule.denies()).map(MergedRule::pattern);
        for (PathRule rule : company.own().rules()) {
            if (lets(rule, path, deciding) && rule.capabilities().contains(operation.needs())) {
                byRule.computeIfAbsent(rule.position(), _ -> new TreeMap<>())
                        .computeIfAbsent(path, _ -> EnumSet.noneOf(Capability.class))
                        .add(operation.needs());
            }
        }
    }

    private boolean lets(PathRule rule, String path, Optional<PathPattern> deciding) {
        Pattern template = templated.get(rule.position());
        return template == null
                ? deciding.filter(it -> it.equals(plain.get(rule.position()))).isPresent()
                : matches(template, path);
    }

    /// Whether a rule with a template in it may be about the path, or about the list of what is below.
    static boolean mayMean(PathRule rule, String path) {
        return matches(pattern(rule.path()), path);
    }

    private static boolean matches(Pattern pattern, String path) {
        String plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return pattern.matcher(plain).matches() || pattern.matcher(plain + "/").matches();
    }

    private static Pattern pattern(String path) {
        String text = path.startsWith("/") ? path.substring(1) : path;
        StringBuilder regex = new StringBuilder();
        int at = 0;
        Matcher templates = TEMPLATE.matcher(text);
        while (templates.find()) {
            boolean id = ID.matcher(templates.group(1).strip()).matches();
            regex.append(plain(text.substring(at, templates.start()))).append(id ? UUID : ".*");
            at = templates.end();
        }
        return Pattern.compile(regex.append(plain(text.substring(at))).toString(), Pattern.DOTALL);
    }

    /// `+` for a segment, `*` at the end for the rest.
    private static String plain(String text) {
        boolean open = text.endsWith("*");
        String body = open ? text.substring(0, text.length() - 1) : text;
        StringBuilder regex = new StringBuilder();
        for (String part : body.split("\\+", -1)) {
            regex.append(regex.isEmpty() ? "" : "[^/]*").append(Pattern.quote(part));
        }
        return regex.append(open ? ".*" : "").toString();
    }

    /// What was asked of each path that this rule let in.
    NavigableMap<String, Set<Capability>> of(PathRule rule) {
        return byRule.getOrDefault(rule.position(), NONE);
    }
}
