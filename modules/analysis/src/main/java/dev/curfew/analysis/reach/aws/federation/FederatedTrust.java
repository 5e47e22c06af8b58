package dev.curfew.analysis.reach.aws.federation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.analysis.reach.federation.Issuers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What a role's trust policy names of tokens: enough to know whom to ask the evaluator about.
///
/// @param provider as the policy names it
/// @param issuer as [Issuers#plain] writes it
/// @param subjects patterns of whom it could let in; `*` where nothing is said
/// @param audiences those that it names
record FederatedTrust(String provider, String issuer, Set<String> subjects, Set<String> audiences) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROVIDER = ":oidc-provider/";
    private static final String ANYBODY = "*";

    /// Operators that hold a key to values, without what may stand around them.
    private static final Pattern HOLDING =
            Pattern.compile("(foranyvalue:|forallvalues:)?(stringequals|stringlike|stringequalsignorecase)(ifexists)?");

    FederatedTrust {
        subjects = Set.copyOf(subjects);
        audiences = Set.copyOf(audiences);
    }

    /// @param text of the trust policy; one that cannot be read names nobody
    static List<FederatedTrust> of(String text) {
        List<FederatedTrust> trusts = new ArrayList<>();
        // most policies name no provider, and that shows without reading them
        if (!text.contains("Federated") && text.indexOf('\\') < 0) {
            return trusts;
        }
        try {
            for (JsonNode statement : each(JSON.readTree(text).path("Statement"))) {
                if (statement.path("Effect").asText().equals("Allow")) {
                    for (JsonNode provider : each(statement.path("Principal").path("Federated"))) {
                        of(provider.asText(), statement.path("Condition"), trusts);
                    }
                }
            }
        } catch (JsonProcessingException _) {
            // nobody is let in by what AWS could not have taken
            return List.of();
        }
        return trusts;
    }

    /// Providers of SAML assertions let in people.
    private static void of(String provider, JsonNode conditions, List<FederatedTrust> trusts) {
        int at = provider.indexOf(PROVIDER);
        if (at < 0 && provider.startsWith("arn:")) {
            return;
        }
        String issuer = Issuers.plain(at < 0 ? provider : provider.substring(at + PROVIDER.length()));
        Set<String> subjects = values(conditions, issuer + ":sub");
        trusts.add(new FederatedTrust(
                provider,
                issuer,
                subjects.isEmpty() ? Set.of(ANYBODY) : subjects,
                values(conditions, issuer + ":aud")));
    }

    private static Set<String> values(JsonNode conditions, String key) {
        Set<String> values = new TreeSet<>();
        for (Map.Entry<String, JsonNode> operator : conditions.properties()) {
            String name = operator.getKey().toLowerCase(Locale.ROOT);
            if (HOLDING.matcher(name).matches()) {
                for (Map.Entry<String, JsonNode> each : operator.getValue().properties()) {
                    if (each.getKey().equalsIgnoreCase(key)) {
                        each(each.getValue()).forEach(value -> values.add(pattern(name, value.asText())));
                    }
                }
            }
        }
        return values;
    }

    /// Where case does not matter, or a variable stands for something, it could be anybody.
    private static String pattern(String operator, String value) {
        return operator.contains("ignorecase") || value.contains("${") ? ANYBODY : value;
    }

    private static Iterable<JsonNode> each(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? List.of() : node.isArray() ? node : List.of(node);
    }
}
