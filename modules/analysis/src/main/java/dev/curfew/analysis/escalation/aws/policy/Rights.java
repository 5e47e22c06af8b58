package dev.curfew.analysis.escalation.aws.policy;

import dev.curfew.analysis.aws.AwsPolicies;
import dev.curfew.analysis.aws.condition.Match;
import dev.curfew.analysis.aws.condition.RequestContext;
import dev.curfew.analysis.aws.condition.ShortArns;
import dev.curfew.analysis.aws.document.PolicyDocument;
import dev.curfew.analysis.aws.document.Statement;
import dev.curfew.model.evaluation.PolicyLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What decides what somebody may do. A change gives other rights, and leaves these as they are.
public final class Rights {
    private static final ShortArns OWN = ShortArns.of(PolicyLayer.IDENTITY);
    private static final ShortArns CONTROL = ShortArns.of(PolicyLayer.SCP);

    private final List<Held> held;
    private final @Nullable Held boundary;
    private final List<List<IndexedPolicy>> serviceControl;
    private final List<List<IndexedPolicy>> resourceControl;
    private @Nullable AwsPolicies policies;

    /// @param held identity policies, those of groups among them
    /// @param boundary null: none
    /// @param serviceControl SCPs by level; no levels: no organization, or nobody whom they bind
    /// @param resourceControl RCPs of the account by level; they guard what it owns, whoever asks
    public Rights(
            List<Held> held,
            @Nullable Held boundary,
            List<List<IndexedPolicy>> serviceControl,
            List<List<IndexedPolicy>> resourceControl) {
        this.held = List.copyOf(held);
        this.boundary = boundary;
        this.serviceControl = List.copyOf(serviceControl);
        this.resourceControl = List.copyOf(resourceControl);
    }

    /// @param managed null: an inline policy
    public record Held(IndexedPolicy policy, @Nullable ManagedPolicy managed) {}

    public List<Held> held() {
        return held;
    }

    public List<List<IndexedPolicy>> serviceControl() {
        return serviceControl;
    }

    public List<List<IndexedPolicy>> resourceControl() {
        return resourceControl;
    }

    /// For the evaluator, by level.
    public List<List<PolicyDocument>> guards() {
        return resourceControl.stream().map(Rights::documents).toList();
    }

    /// For the evaluator.
    public AwsPolicies policies() {
        AwsPolicies known = policies;
        if (known == null) {
            known = new AwsPolicies(
                    held.stream().map(it -> it.policy().document()).toList(),
                    boundary == null ? List.of() : List.of(boundary.policy().document()),
                    null,
                    null,
                    serviceControl.stream().map(Rights::documents).toList(),
                    guards(),
                    List.of());
            policies = known;
        }
        return known;
    }

    private static List<PolicyDocument> documents(List<IndexedPolicy> level) {
        return level.stream().map(IndexedPolicy::document).toList();
    }

    /// What the evaluator says, without saying by what: for questions of which few are answered with yes.
    ///
    /// @param action as AWS writes it
    public Match says(String action, String resource, RequestContext context) {
        int number = Actions.number(action);
        Match allow = Match.NO;
        for (int i = 0; i < held.size() && !allow.isYes(); i++) {
            allow = allow.or(held.get(i).policy().allows(number, resource, context, OWN));
        }
        if (!allow.isNo() && boundary != null) {
            allow = allow.and(boundary.policy().allows(number, resource, context, OWN));
        }
        for (int level = 0; level < serviceControl.size() && !allow.isNo(); level++) {
            allow = allow.and(controlled(serviceControl.get(level), number, resource, context));
        }
        return allow.isNo()
                ? allow
                : allow.and(denied(number, resource, context).not());
    }

    private static Match controlled(List<IndexedPolicy> level, int action, String resource, RequestContext context) {
        Match allow = Match.NO;
        for (IndexedPolicy policy : level) {
            allow = allow.or(policy.allows(action, resource, context, CONTROL));
        }
        return allow;
    }

    /// Everything that any policy says of the action.
    ///
    /// @param action as AWS writes it
    public List<Statement> about(String action) {
        List<Statement> about = new ArrayList<>();
        Stream.of(held.stream().map(Held::policy), boundary().stream().map(Held::policy), controls())
                .flatMap(it -> it)
                .forEach(policy -> {
                    about.addAll(List.of(policy.allowing(action)));
                    about.addAll(List.of(policy.denying(action)));
                });
        return about;
    }

    private Stream<IndexedPolicy> controls() {
        return serviceControl.stream().flatMap(List::stream);
    }

    private Match denied(int action, String resource, RequestContext context) {
        Match deny = boundary == null ? Match.NO : boundary.policy().denies(action, resource, context, OWN);
        for (int i = 0; i < held.size() && !deny.isYes(); i++) {
            deny = deny.or(held.get(i).policy().denies(action, resource, context, OWN));
        }
        for (List<IndexedPolicy> level : serviceControl) {
            for (IndexedPolicy policy : level) {
                deny = deny.or(policy.denies(action, resource, context, CONTROL));
            }
        }
        return deny;
    }

    /// Whether anything hangs on a request's context besides who asks.
    public boolean isConditional() {
        return held.stream().anyMatch(it -> it.policy().isConditional())
                || (boundary != null && boundary.policy().isConditional())
                || controls().anyMatch(IndexedPolicy::isConditional);
    }

    /// The policy that is the boundary, and what it says; empty: none.
    public Optional<Held> boundary() {
        return Optional.ofNullable(boundary);
    }

    public Rights with(IndexedPolicy policy) {
        return with(List.of(new Held(policy, null)));
    }

    public Rights with(List<Held> more) {
        List<Held> all = new ArrayList<>(held);
        all.addAll(more);
        return new Rights(all, boundary, serviceControl, resourceControl);
    }

    /// The policy says something else, wherever it is used: a boundary may be the same policy.
    public Rights replacing(ManagedPolicy policy, IndexedPolicy document) {
        return new Rights(
                held.stream().map(each -> replaced(each, policy, document)).toList(),
                boundary == null ? null : replaced(boundary, policy, document),
                serviceControl,
                resourceControl);
    }

    private static Held replaced(Held each, ManagedPolicy policy, IndexedPolicy document) {
        ManagedPolicy managed = each.managed();
        return managed != null && managed.arn().equals(policy.arn()) ? new Held(document, managed) : each;
    }

    public Rights unbounded() {
        return new Rights(held, null, serviceControl, resourceControl);
    }

    /// The managed policies of the account's own among those held, each once.
    public List<ManagedPolicy> changeable() {
        List<ManagedPolicy> found = new ArrayList<>();
        for (Held each : held) {
            ManagedPolicy managed = each.managed();
            if (managed != null && managed.isCustomers() && !found.contains(managed)) {
                found.add(managed);
            }
        }
        return found;
    }
}
