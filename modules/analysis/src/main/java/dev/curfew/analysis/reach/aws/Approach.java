package dev.curfew.analysis.reach.aws;

import dev.curfew.analysis.aws.document.Arn;
import dev.curfew.analysis.aws.document.PolicyDocument;
import dev.curfew.analysis.aws.document.PolicyText;
import dev.curfew.analysis.aws.document.Principals;
import dev.curfew.analysis.aws.document.Statement;
import dev.curfew.analysis.escalation.aws.AwsSteps;
import dev.curfew.analysis.escalation.aws.policy.Compiled;
import dev.curfew.analysis.reach.route.Whole;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who can have a way to some targets: by whom the targets' policies name, and by what one's own are about. Never too
/// few, and no request is decided for it. Safe for use by many threads.
final class Approach implements Predicate<EntityId> {
    private static final String ARN = "arn:";

    /// What makes somebody another, by what the other is.
    private static final Map<String, Set<String>> TAKING = Map.of(
            "aws.user", AwsSteps.takingUsers(),
            "aws.group", Set.of(AwsAdministration.JOIN),
            "aws.role", AwsSteps.takingRoles());

    /// What makes an administrator: everything, or a method.
    private static final Set<String> ADMINISTERING = Stream.concat(
                    Stream.of(AwsPrincipal.ANYTHING + ":" + AwsPrincipal.ANYTHING),
                    AwsSteps.makingAdministrators().stream())
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> REACHING_SERVICE_ROLES = AwsSteps.reachingServiceRoles();
    private static final Set<String> HANDING_TO_STACK_SETS = AwsSteps.handingToStackSets();

    private final AwsEstate estate;
    private final AwsThings things;

    /// ARNs that the targets' policies let in.
    private final Set<String> named = new HashSet<>();

    /// Policies that are targets: one that cannot be read is a step of who holds it.
    private final Set<PolicyId> policies = new HashSet<>();

    /// Actions of which one is needed, in lower case, and in which accounts.
    private final Set<String> needed = new HashSet<>();

    private final Set<String> needing = new HashSet<>();

    /// Who holds a policy that is about a target, or that allows a needed action; groups for their members.
    private final Set<EntityId> about = ConcurrentHashMap.newKeySet();

    private final Set<EntityId> acting = ConcurrentHashMap.newKeySet();

    private boolean everybody;

    Approach(AwsEstate estate, Set<EntityId> targets) {
        this.estate = estate;
        List<Resource> resources = new ArrayList<>();
        for (EntityId target : targets) {
            switch (target) {
                case IdentityId id -> estate.identity(id).ifPresent(this::toBecome);
                case ResourceId id
                when Whole.isWhole(id) -> ADMINISTERING.forEach(action -> need(Arn.account(id.nativeId()), action));
                case ResourceId id -> estate.resource(id).ifPresent(resources::add);
                case PolicyId id -> policies.add(id);
                case CredentialId _ -> {}
            }
        }
        resources.forEach(this::toTouch);
        things = new AwsThings(resources);
        if (!everybody) {
            estate.holders().entrySet().parallelStream().forEach(each -> look(each.getKey(), each.getValue()));
        }
    }

    private void look(PolicyId policy, List<EntityId> holders) {
        if (policies.contains(policy)) {
            about.addAll(holders);
        } else if (!things.all().isEmpty()
                || estate.text(policy).filter(this::mayAct).isPresent()) {
            read(policy, holders);
        }
    }

    /// Most are about other actions, and that shows by their texts.
    private boolean mayAct(String text) {
        return PolicyText.mayAllow(text, needed);
    }

    private void read(PolicyId policy, List<EntityId> holders) {
        Compiled.Document document = estate.document(policy);
        if (!things.candidates(document).isEmpty()) {
            about.addAll(holders);
        } else if (needed.stream().anyMatch(document::allowsSome)) {
            acting.addAll(holders);
        }
    }

    private void toBecome(Identity target) {
        String account = Arn.account(target.id().nativeId());
        TAKING.getOrDefault(target.kind(), Set.of()).forEach(action -> need(account, action));
        Compiled.Document trust = estate.trust(target.id());
        if (trust == null) {
            return;
        }
        for (Principals principals : lettingIn(trust.orUnknown())) {
            for (String name : principals.aws()) {
                if (isAccount(name)) {
                    need(accountOf(name), AwsRoles.ASSUME);
                }
                // whoever hands stack sets the role that is let in gets here in the same step
                HANDING_TO_STACK_SETS.forEach(action -> need(accountOf(name), action));
            }
            if (!principals.services().isEmpty()) {
                REACHING_SERVICE_ROLES.forEach(action -> need(account, action));
            }
        }
    }

    private void toTouch(Resource target) {
        estate.guards().read(target.id()).forEach(this::lettingIn);
    }

    /// Notes whom a policy names, and tells it. Who is named as one of an account needs policies of his own.
    private List<Principals> lettingIn(PolicyDocument document) {
        List<Principals> all = new ArrayList<>();
        for (Statement statement : document.statements()) {
            Principals principals = statement.principals();
            if (statement.allows() && principals != null) {
                everybody |= principals.everyone() || principals.mightNameAny() || statement.notPrincipals();
                named.addAll(principals.aws());
                all.add(principals);
            }
        }
        return all;
    }

    private void need(String account, String action) {
        needing.add(account);
        needed.add(action.toLowerCase(Locale.ROOT));
    }

    private static boolean isAccount(String name) {
        return !name.startsWith(ARN) || name.endsWith(":root");
    }

    private static String accountOf(String name) {
        return name.startsWith(ARN) ? Arn.account(name) : name;
    }

    @Override
    public boolean test(EntityId from) {
        return switch (from) {
            case IdentityId id -> estate.identity(id).filter(this::mayHaveOne).isPresent();
            case PolicyId _ -> true;
            case ResourceId id -> Whole.isWhole(id);
            case CredentialId _ -> false;
        };
    }

    private boolean mayHaveOne(Identity identity) {
        String arn = identity.id().nativeId();
        String account = Arn.account(arn);
        if (everybody || named.contains(arn)) {
            return true;
        }
        boolean acts = needing.contains(account);
        return holds(identity.id(), acts)
                || estate.groupsOf(identity.id()).stream().anyMatch(group -> holds(group, acts));
    }

    private boolean holds(IdentityId id, boolean acts) {
        return about.contains(id) || (acts && acting.contains(id));
    }
}
