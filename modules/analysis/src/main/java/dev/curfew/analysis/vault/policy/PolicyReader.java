package dev.curfew.analysis.vault.policy;

import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.hcl.HclItem;
import dev.curfew.analysis.hcl.HclParser;
import dev.curfew.analysis.hcl.HclValue;
import dev.curfew.analysis.hcl.decode.HclFields;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads a policy's text into rules, refusing what the server refuses.
final class PolicyReader {
    private static final String FILTER = "list_scan_response_keys_filter_path";
    private static final Set<String> KEYS = Set.of(
            "comment",
            "policy",
            "capabilities",
            "allowed_parameters",
            "denied_parameters",
            "required_parameters",
            "min_wrapping_ttl",
            "max_wrapping_ttl",
            "mfa_methods",
            "pagination_limit",
            "expiration",
            FILTER,
            "control_group");

    /// The filter has to differ from key to key. Which keys it shows decides no access.
    private static final Pattern USES_KEY = Pattern.compile("\\{\\{[^}]*\\.key\\b[^}]*}}");

    private final HclFields fields;
    private final String path;
    private final Instant now;

    private PolicyReader(HclFields fields, String path, Instant now) {
        this.fields = fields;
        this.path = path;
        this.now = now;
    }

    /// @param now rules that have expired by then are left out, whatever else they say
    static List<PathRule> rules(String text, Instant now) throws PolicySyntaxException {
        HclValue.Body body = HclParser.parse(text);
        HclFields top = new HclFields(body, "policy");
        top.allowOnly(Set.of("name", "path"));
        top.text("name");
        List<PathRule> rules = new ArrayList<>();
        int position = 0;
        for (HclItem block : top.all("path")) {
            // a path without a label is the path "path"
            String path = block.keys().size() > 1 ? block.keys().get(1) : "path";
            String where = "line " + block.line() + ", path \"" + path + "\"";
            if (!(block.value() instanceof HclValue.Body inside)) {
                throw new PolicySyntaxException(where + ": a block is expected");
            }
            new PolicyReader(new HclFields(inside, where), path, now)
                    .rule(position++)
                    .ifPresent(rules::add);
        }
        return rules;
    }

    private Optional<PathRule> rule(int position) throws PolicySyntaxException {
        Templates.check(path);
        fields.allowOnly(KEYS);
        ControlGroups.check(fields);
        String shorthand = fields.text("policy");
        List<String> names = fields.texts("capabilities");
        ParameterRules parameters = new ParameterRules(
                parameters("allowed_parameters"),
                parameters("denied_parameters"),
                lower(fields.texts("required_parameters")));
        Optional<HclValue> wrappingMin = fields.any("min_wrapping_ttl");
        Optional<HclValue> wrappingMax = fields.any("max_wrapping_ttl");
        boolean mfa = !fields.all("mfa_methods").isEmpty();
        fields.texts("mfa_methods");
        long paginationMax = fields.whole("pagination_limit");
        String filter = fields.text(FILTER);
        String expires = fields.text("expiration");
        Instant expiration = expires.isEmpty() ? null : Times.instant(expires);
        if (expiration != null && now.isAfter(expiration)) {
            return Optional.empty();
        }
        PathPattern.of(path);
        Set<Capability> capabilities = capabilities(shorthand, names);
        boolean denies = capabilities.contains(Capability.DENY);
        Duration min = denies ? Duration.ZERO : duration(wrappingMin);
        Duration max = denies ? Duration.ZERO : duration(wrappingMax);
        if (!min.isZero() && !max.isZero() && max.compareTo(min) < 0) {
            throw fields.problem("max_wrapping_ttl is less than min_wrapping_ttl");
        }
        if (!denies && !filter.isEmpty()) {
            checkFilter(filter, capabilities);
        }
        return Optional.of(new PathRule(
                position,
                path,
                capabilities,
                denies ? ParameterRules.NONE : parameters,
                min,
                max,
                denies ? 0 : Math.clamp(paginationMax, 0, Integer.MAX_VALUE),
                expiration,
                !denies && !filter.isEmpty(),
                needs(mfa)));
    }

    private void checkFilter(String filter, Set<Capability> capabilities) throws PolicySyntaxException {
        if (!capabilities.contains(Capability.LIST)) {
            throw fields.problem(FILTER + " needs the list capability");
        }
        if (!USES_KEY.matcher(filter).find()) {
            throw fields.problem(FILTER + " is the same for every key");
        }
    }

    private Set<Capability> capabilities(String shorthand, List<String> names) throws PolicySyntaxException {
        Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
        if (!shorthand.isEmpty()) {
            capabilities.addAll(PathRule.shorthand(shorthand));
            if (capabilities.isEmpty()) {
                throw fields.problem("unknown policy \"" + shorthand + "\"");
            }
        }
        for (String name : names) {
            // a deny ends the reading: what follows it is not looked at
            if (capabilities.contains(Capability.DENY)) {
                break;
            }
            capabilities.add(
                    Capability.of(name).orElseThrow(() -> fields.problem("unknown capability \"" + name + "\"")));
        }
        return capabilities;
    }

    private List<String> needs(boolean mfa) {
        List<String> needs = new ArrayList<>();
        if (!fields.all("control_group").isEmpty()) {
            needs.add("control_group");
        }
        if (mfa) {
            needs.add("mfa_methods");
        }
        return needs;
    }

    private Duration duration(Optional<HclValue> value) throws PolicySyntaxException {
        return value.isPresent() ? Times.duration(value.get()) : Duration.ZERO;
    }

    private Map<String, List<HclValue>> parameters(String key) throws PolicySyntaxException {
        Map<String, List<HclValue>> parameters = new HashMap<>();
        fields.lists(key).forEach((name, values) -> parameters.put(ParameterRules.lower(name), values));
        return parameters;
    }

    private static Set<String> lower(List<String> names) {
        Set<String> lower = new LinkedHashSet<>();
        names.forEach(name -> lower.add(ParameterRules.lower(name)));
        return lower;
    }
}
