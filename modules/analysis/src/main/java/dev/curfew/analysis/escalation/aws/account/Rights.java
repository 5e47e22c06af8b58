package dev.curfew.analysis.escalation.aws.account;

import dev.curfew.analysis.aws.AwsPolicies;
import dev.curfew.analysis.aws.document.PolicyDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What decides what somebody may do. A change gives other rights, and leaves these as they are.
public final class Rights {
    private final List<Held> held;
    private final @Nullable Held boundary;
    private final List<List<PolicyDocument>> serviceControl;
    private final AwsPolicies policies;
    private final boolean conditional;

    /// @param held identity policies, those of groups among them
    /// @param boundary null: none
    /// @param serviceControl SCPs by level; no levels: no organization
    public Rights(List<Held> held, @Nullable Held boundary, List<List<PolicyDocument>> serviceControl) {
        this.held = List.copyOf(held);
        this.boundary = boundary;
        this.serviceControl = List.copyOf(serviceControl);
        this.policies = new AwsPolicies(
                this.held.stream().map(Held::document).toList(),
                boundary == null ? List.of() : List.of(boundary.document()),
                null,
                null,
                this.serviceControl,
                List.of(),
                List.of());
        this.conditional = Stream.of(policies.identity(), policies.boundaries())
                        .flatMap(List::stream)
                        .anyMatch(Rights::isConditional)
                || this.serviceControl.stream().flatMap(List::stream).anyMatch(Rights::isConditional);
    }

    private static boolean isConditional(PolicyDocument document) {
        return document.statements().stream()
                .anyMatch(statement -> !statement.conditions().isEmpty());
    }

    /// @param managed null: an inline policy
    public record Held(PolicyDocument document, @Nullable ManagedPolicy managed) {}

    public List<Held> held() {
        return held;
    }

    public AwsPolicies policies() {
        return policies;
    }

    /// Whether anything hangs on a request's context besides who asks.
    public boolean isConditional() {
        return conditional;
    }

    public boolean isBounded() {
        return boundary != null;
    }

    /// The policy that is the boundary.
    public Optional<ManagedPolicy> boundary() {
        return Optional.ofNullable(boundary).map(Held::managed);
    }

    public Rights with(PolicyDocument document) {
        return with(List.of(new Held(document, null)));
    }

    public Rights with(List<Held> more) {
        List<Held> all = new ArrayList<>(held);
        all.addAll(more);
        return new Rights(all, boundary, serviceControl);
    }

    /// The policy says something else, wherever it is used: a boundary may be the same policy.
    public Rights replacing(ManagedPolicy policy, PolicyDocument document) {
        return new Rights(
                held.stream().map(each -> replaced(each, policy, document)).toList(),
                boundary == null ? null : replaced(boundary, policy, document),
                serviceControl);
    }

    private static Held replaced(Held each, ManagedPolicy policy, PolicyDocument document) {
        ManagedPolicy managed = each.managed();
        return managed != null && managed.arn().equals(policy.arn()) ? new Held(document, managed) : each;
    }

    public Rights unbounded() {
        return new Rights(held, null, serviceControl);
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
