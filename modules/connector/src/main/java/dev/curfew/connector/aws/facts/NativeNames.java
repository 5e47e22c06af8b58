package dev.curfew.connector.aws.facts;

import dev.curfew.connector.aws.details.Holder;
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
        return new PolicyId(source, holder.arn() + "#inline/" + name);
    }

    static PolicyId trust(SourceName source, Holder holder) {
        return new PolicyId(source, holder.arn() + "#trust");
    }
}
