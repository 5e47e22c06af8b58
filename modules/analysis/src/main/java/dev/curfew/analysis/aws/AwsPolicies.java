package dev.curfew.analysis.aws;

import dev.curfew.analysis.aws.document.PolicyDocument;
import dev.curfew.analysis.aws.document.Statement;
import dev.curfew.analysis.aws.program.PolicyProgram;
import dev.curfew.model.evaluation.PolicyLayer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The policies that a request meets, compiled once.
public final class AwsPolicies {
    private final int[] code;
    private final Statement[] statements;
    private final Bounds ofResource;
    private final boolean bounded;
    private final boolean sessionLimited;
    private final boolean throughEndpoint;
    private final ResourceSettings settings;
    private final List<PolicyDocument> identity;
    private final List<PolicyDocument> boundaries;
    private final @Nullable PolicyDocument session;
    private final @Nullable PolicyDocument resource;
    private final List<List<PolicyDocument>> serviceControl;
    private final List<List<PolicyDocument>> resourceControl;
    private final List<PolicyDocument> vpcEndpoint;

    /// @param identity the principal's, its groups' among them
    /// @param boundaries permissions boundaries; none: no limit
    /// @param session null: none
    /// @param resource the resource's own policy, for `sts:AssumeRole` the role's trust policy; null: none
    /// @param serviceControl SCPs by level, root first; no levels: no organization; an empty level denies
    /// @param resourceControl RCPs by level; `RCPFullAWSAccess` is implied at each
    /// @param vpcEndpoint none: not through an endpoint
    /// @param settings what the resource's service keeps beside policies
    public AwsPolicies(
            List<PolicyDocument> identity,
            List<PolicyDocument> boundaries,
            @Nullable PolicyDocument session,
            @Nullable PolicyDocument resource,
            List<List<PolicyDocument>> serviceControl,
            List<List<PolicyDocument>> resourceControl,
            List<PolicyDocument> vpcEndpoint,
            ResourceSettings settings) {
        this.identity = List.copyOf(identity);
        this.boundaries = List.copyOf(boundaries);
        this.session = session;
        this.resource = resource;
        this.serviceControl = List.copyOf(serviceControl);
        this.resourceControl = List.copyOf(resourceControl);
        this.vpcEndpoint = List.copyOf(vpcEndpoint);
        this.settings = settings;
        this.bounded = !boundaries.isEmpty();
        this.sessionLimited = session != null;
        this.throughEndpoint = !vpcEndpoint.isEmpty();
        PolicyProgram program = new PolicyProgram();
        limits(program);
        int codeFrom = program.size();
        int statementsFrom = program.count();
        program.section(PolicyLayer.RESOURCE, ofResource());
        this.ofResource = new Bounds(codeFrom, program.size(), statementsFrom, program.count());
        program.section(PolicyLayer.IDENTITY, identity);
        if (throughEndpoint) {
            program.section(PolicyLayer.VPC_ENDPOINT, vpcEndpoint);
        }
        this.code = program.code();
        this.statements = program.statements();
    }

    /// Where the part is that is about the resource's own policy.
    private record Bounds(int codeFrom, int codeTo, int statementsFrom, int statementsTo) {}

    /// The same with another policy of the resource: only that one is looked at.
    private AwsPolicies(AwsPolicies other, @Nullable PolicyDocument resource) {
        this.identity = other.identity;
        this.boundaries = other.boundaries;
        this.session = other.session;
        this.resource = resource;
        this.serviceControl = other.serviceControl;
        this.resourceControl = other.resourceControl;
        this.vpcEndpoint = other.vpcEndpoint;
        this.settings = other.settings;
        this.bounded = other.bounded;
        this.sessionLimited = other.sessionLimited;
        this.throughEndpoint = other.throughEndpoint;
        PolicyProgram program = new PolicyProgram();
        Bounds bounds = other.ofResource;
        program.addAll(other.code, 0, bounds.codeFrom(), other.statements, 0, bounds.statementsFrom());
        program.section(PolicyLayer.RESOURCE, ofResource());
        this.ofResource = new Bounds(bounds.codeFrom(), program.size(), bounds.statementsFrom(), program.count());
        program.addAll(
                other.code,
                bounds.codeTo(),
                other.code.length,
                other.statements,
                bounds.statementsTo(),
                other.statements.length);
        this.code = program.code();
        this.statements = program.statements();
    }

    /// Without settings.
    public AwsPolicies(
            List<PolicyDocument> identity,
            List<PolicyDocument> boundaries,
            @Nullable PolicyDocument session,
            @Nullable PolicyDocument resource,
            List<List<PolicyDocument>> serviceControl,
            List<List<PolicyDocument>> resourceControl,
            List<PolicyDocument> vpcEndpoint) {
        this(
                identity,
                boundaries,
                session,
                resource,
                serviceControl,
                resourceControl,
                vpcEndpoint,
                ResourceSettings.NONE);
    }

    public static AwsPolicies ofIdentity(List<PolicyDocument> identity) {
        return new AwsPolicies(identity, List.of(), null, null, List.of(), List.of(), List.of());
    }

    /// The same where the resource has this policy of its own.
    ///
    /// @param policy null: none
    public AwsPolicies withResource(@Nullable PolicyDocument policy) {
        return policy == null && resource == null ? this : new AwsPolicies(this, policy);
    }

    /// The same under these resource control policies, which are those of the resource's account.
    public AwsPolicies under(List<List<PolicyDocument>> levels) {
        return levels.equals(resourceControl) ? this : about(levels, settings);
    }

    /// The same with what the resource's service keeps beside policies.
    public AwsPolicies with(ResourceSettings kept) {
        return kept.equals(settings) ? this : about(resourceControl, kept);
    }

    private AwsPolicies about(List<List<PolicyDocument>> levels, ResourceSettings kept) {
        return new AwsPolicies(identity, boundaries, session, resource, serviceControl, levels, vpcEndpoint, kept);
    }

    private void limits(PolicyProgram program) {
        for (List<PolicyDocument> level : serviceControl) {
            program.section(PolicyLayer.SCP, level);
        }
        for (List<PolicyDocument> level : resourceControl) {
            program.section(PolicyLayer.RCP, level);
        }
        if (bounded) {
            program.section(PolicyLayer.BOUNDARY, boundaries);
        }
        if (session != null) {
            program.section(PolicyLayer.SESSION, List.of(session));
        }
    }

    private List<PolicyDocument> ofResource() {
        List<KmsGrant> grants = settings.grants();
        if (grants.isEmpty()) {
            return resource == null ? List.of() : List.of(resource);
        }
        List<PolicyDocument> all = new ArrayList<>(grants.size() + 1);
        if (resource != null) {
            all.add(resource);
        }
        grants.forEach(grant -> all.add(grant.policy()));
        return all;
    }

    /// As [PolicyProgram] says.
    public int[] code() {
        return code;
    }

    /// In the order of the code.
    public Statement[] statements() {
        return statements;
    }

    public List<PolicyDocument> identity() {
        return identity;
    }

    public List<PolicyDocument> boundaries() {
        return boundaries;
    }

    @Nullable
    PolicyDocument resource() {
        return resource;
    }

    ResourceSettings settings() {
        return settings;
    }

    /// Whether what any of them says of an action can hang on the keys of a request.
    ///
    /// @param action in lower case
    public boolean isConditional(String action) {
        for (Statement statement : statements) {
            if (statement.matchesAction(action) && statement.isConditional()) {
                return true;
            }
        }
        return false;
    }

    public boolean isBounded() {
        return bounded;
    }

    public boolean isSessionLimited() {
        return sessionLimited;
    }

    public boolean isThroughEndpoint() {
        return throughEndpoint;
    }
}
