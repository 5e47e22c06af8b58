package dev.curfew.analysis.aws;

import dev.curfew.analysis.aws.condition.Match;
import dev.curfew.analysis.aws.condition.RequestContext;
import dev.curfew.analysis.aws.document.Principals;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A grant of a KMS key: it allows, never denies, beside the key's policy.
///
/// <https://docs.aws.amazon.com/kms/latest/developerguide/grants.html>
///
/// @param id what decisions call it
/// @param grantee an ARN, or a service's name
/// @param operations as KMS names them, for example `Decrypt`
/// @param contextEquals the encryption context has to be exactly this; empty: no such constraint
/// @param contextSubset the encryption context has to hold this; empty: no such constraint
public record KmsGrant(
        String id,
        String grantee,
        Set<String> operations,
        Map<String, String> contextEquals,
        Map<String, String> contextSubset) {
    private static final String CONTEXT = "kms:encryptioncontext:";

    public KmsGrant {
        operations = operations.stream()
                .map(operation -> operation.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        contextEquals = Map.copyOf(contextEquals);
        contextSubset = Map.copyOf(contextSubset);
    }

    Principals principals() {
        boolean service = !grantee.startsWith("arn:");
        return new Principals(
                false, service ? Set.of() : Set.of(grantee), service ? Set.of(grantee) : Set.of(), Set.of(), Set.of());
    }

    /// Whether it is about the request, whoever asks.
    ///
    /// @param action in lower case
    Match matches(String action, RequestContext context) {
        if (!action.startsWith("kms:") || !operations.contains(action.substring("kms:".length()))) {
            return Match.NO;
        }
        Match all = Match.YES;
        for (Map<String, String> required : List.of(contextEquals, contextSubset)) {
            for (Map.Entry<String, String> pair : new TreeMap<>(required).entrySet()) {
                all = all.and(holds(pair.getKey(), pair.getValue(), context));
            }
        }
        return all.and(hasNoOther(context));
    }

    private static Match holds(String name, String value, RequestContext context) {
        List<String> given = context.of(CONTEXT + name);
        return given.isEmpty() && context.isPartial()
                ? Match.dependsOn(CONTEXT + name.toLowerCase(Locale.ROOT))
                : Match.of(given.equals(List.of(value)));
    }

    private Match hasNoOther(RequestContext context) {
        if (contextEquals.isEmpty()) {
            return Match.YES;
        }
        Set<String> known = contextEquals.keySet().stream()
                .map(name -> CONTEXT + name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        if (!known.containsAll(context.keysFrom(CONTEXT))) {
            return Match.NO;
        }
        return context.isPartial() ? Match.dependsOn(CONTEXT + "*") : Match.YES;
    }
}
