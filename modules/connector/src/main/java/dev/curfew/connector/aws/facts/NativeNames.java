package dev.curfew.connector.aws.facts;

import dev.curfew.connector.aws.details.Holder;
import dev.curfew.connector.aws.details.InlineName;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.SourceName;

/// How things of AWS are named here.
final class NativeNames {
    private NativeNames() {}

    static IdentityId identity(SourceName source, Holder holder) {
        return new IdentityId(source, holder.arn());
    }

    static PolicyId inline(SourceName source, Holder holder, String name) {
        return new PolicyId(source, new InlineName(holder.arn(), name).text());
    }

    /// A version of a managed policy that is not in force; the one that is has the policy's own name.
    static PolicyId version(SourceName source, String policyArn, String version) {
        return new PolicyId(source, policyArn + "#" + version);
    }

    static PolicyId trust(SourceName source, Holder holder) {
        return new PolicyId(source, holder.arn() + "#trust");
    }
}
