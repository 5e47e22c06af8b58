package dev.curfew.analysis.aws;

import dev.curfew.analysis.aws.document.PolicyDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The policies that a request meets.
///
/// @param identity the principal's, its groups' among them
/// @param boundaries permissions boundaries; none: no limit
/// @param session null: none
/// @param resource the resource's own policy, for `sts:AssumeRole` the role's trust policy; null: none
/// @param serviceControl SCPs by level, root first; no levels: no organization; an empty level denies
/// @param resourceControl RCPs by level; `RCPFullAWSAccess` is implied at each
/// @param vpcEndpoint none: not through an endpoint
/// @param settings what the resource's service keeps beside policies
public record AwsPolicies(
        List<PolicyDocument> identity,
        List<PolicyDocument> boundaries,
        @Nullable PolicyDocument session,
        @Nullable PolicyDocument resource,
        List<List<PolicyDocument>> serviceControl,
        List<List<PolicyDocument>> resourceControl,
        List<PolicyDocument> vpcEndpoint,
        ResourceSettings settings) {

    public AwsPolicies {
        identity = List.copyOf(identity);
        boundaries = List.copyOf(boundaries);
        serviceControl = List.copyOf(serviceControl);
        resourceControl = List.copyOf(resourceControl);
        vpcEndpoint = List.copyOf(vpcEndpoint);
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

    public AwsPolicies withResource(@Nullable PolicyDocument policy) {
        return new AwsPolicies(
                identity, boundaries, session, policy, serviceControl, resourceControl, vpcEndpoint, settings);
    }
}
