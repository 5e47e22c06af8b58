package dev.curfew.analysis.reach.aws.federation;

import dev.curfew.analysis.aws.document.Principal;
import dev.curfew.analysis.reach.route.Decisions;
import dev.curfew.model.estate.Trust;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.snapshot.Derived;
import dev.curfew.model.snapshot.Part;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Whether a role lets in whom IAM Identity Center signs in: with an assertion of the provider that it made itself in
/// the account. Told of each role once, however many are assigned it. Safe for many threads.
final class SignIns {
    private static final Pattern PROVIDER = Pattern.compile("arn:[^:\"]*:iam::\\d{12}:saml-provider/AWSSSO_[^\"]+");

    private static final Derived<Map<IdentityId, PolicyId>> TRUSTS = Derived.of(SignIns::trusts, Part.TRUSTS);

    private final SnapshotIndex index;
    private final Outsiders outsiders;
    private final Map<IdentityId, Evaluation> into = new ConcurrentHashMap<>();

    SignIns(SnapshotIndex index, Outsiders outsiders) {
        this.index = index;
        this.outsiders = outsiders;
    }

    private static Map<IdentityId, PolicyId> trusts(SnapshotIndex index) {
        Map<IdentityId, PolicyId> trusts = new HashMap<>();
        for (Trust trust : index.snapshot().trusts()) {
            if (PermissionSetRoles.isOne(trust.target())) {
                trusts.put(trust.target(), trust.document());
            }
        }
        return trusts;
    }

    Evaluation into(IdentityId role) {
        return into.computeIfAbsent(role, this::evaluate);
    }

    private Evaluation evaluate(IdentityId role) {
        Map<String, List<String>> told = Map.of("saml:aud", List.of(audience(role)));
        return Decisions.best(providers(role).stream()
                .map(provider ->
                        outsiders.may(new Principal.Federated(provider), AssignedRoles.ACTION, role, told, Set.of()))
                .toList());
    }

    /// Those that the trust policy names; where it was not read it may name any.
    private Set<String> providers(IdentityId role) {
        return Optional.ofNullable(index.get(TRUSTS).get(role))
                .flatMap(index::policy)
                .<Set<String>>map(policy -> PROVIDER.matcher(policy.text())
                        .results()
                        .map(MatchResult::group)
                        .collect(Collectors.toCollection(LinkedHashSet::new)))
                .orElseGet(() -> Set.of(""));
    }

    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-saml>
    private static String audience(IdentityId role) {
        return switch (role.nativeId().split(":", 3)[1]) {
            case "aws-cn" -> "https://signin.amazonaws.cn/saml";
            case "aws-us-gov" -> "https://signin.amazonaws-us-gov.com/saml";
            default -> "https://signin.aws.amazon.com/saml";
        };
    }
}
