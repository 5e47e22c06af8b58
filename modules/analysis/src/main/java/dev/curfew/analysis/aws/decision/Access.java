package dev.curfew.analysis.aws.decision;

import dev.curfew.analysis.aws.AwsPolicies;
import dev.curfew.analysis.aws.AwsRequest;
import dev.curfew.analysis.aws.FixedAnswer;
import dev.curfew.analysis.aws.PublicBucket;
import dev.curfew.analysis.aws.document.Principal;
import dev.curfew.analysis.aws.program.LayerBit;
import dev.curfew.model.evaluation.PolicyLayer;

/// What the layers give together, each layer's word being one bit: who has to allow, and which ways there are.
///
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html>
final class Access {
    static final int SCP = 1;
    static final int ENDPOINT = 1 << 1;
    static final int BOUNDARY = 1 << 2;
    static final int SESSION = 1 << 3;
    static final int IDENTITY = 1 << 4;

    /// What the resource's policy gives, by how it names the principal.
    static final int ITSELF = 1 << 5;

    static final int EVERYONE = 1 << 6;
    static final int ROLE = 1 << 7;
    static final int ACCOUNT = 1 << 8;

    /// A root user's way, which no statement has to open.
    private static final int ROOT = 1 << 9;

    private static final int RESOURCE = ITSELF | EVERYONE | ROLE | ACCOUNT;
    private static final int OWN_LIMITS = BOUNDARY | SESSION;

    private final boolean inAccount;
    private final boolean root;
    private final boolean sameAccount;
    private final boolean resourceDecides;
    private final boolean closed;
    private final boolean refused;

    Access(AwsRequest request, AwsPolicies policies) {
        this.inAccount = request.principal() instanceof Principal.InAccount;
        this.root = request.principal().isAccountItself();
        this.sameAccount = request.sameAccount();
        this.resourceDecides = request.resourcePolicyDecides();
        this.closed = PublicBucket.isClosedTo(request, policies);
        this.refused = request.fixed() == FixedAnswer.REFUSED;
    }

    boolean allows(int given) {
        return !refused && has(given, SCP | ENDPOINT) && ways(given) != 0;
    }

    /// The bits of the ways that are open, without those of limits; 0 where none is.
    int ways(int given) {
        if (!inAccount) {
            return fromResource(given);
        }
        boolean own = has(given, OWN_LIMITS) && (root || has(given, IDENTITY));
        int identity = (given & IDENTITY) | (root ? ROOT : 0);
        if (!sameAccount) {
            int resource = fromResource(given);
            return own && resource != 0 ? resource | identity : 0;
        }
        int ways = direct(given);
        if (own && (!resourceDecides || has(given, ACCOUNT))) {
            ways |= identity | (resourceDecides ? ACCOUNT : 0);
        }
        return ways;
    }

    /// What the resource's side gives, in whatever way it names the principal.
    private int fromResource(int given) {
        return closed ? 0 : given & RESOURCE;
    }

    /// In one account: who is named by their own ARN is limited by nothing but denies; what everyone may, the boundary
    /// does not limit; what the role behind a session may, boundary and session policy limit.
    private static int direct(int given) {
        int ways = given & ITSELF;
        ways |= has(given, SESSION) ? given & EVERYONE : 0;
        ways |= has(given, OWN_LIMITS) ? given & ROLE : 0;
        return ways;
    }

    private static boolean has(int given, int all) {
        return (given & all) == all;
    }

    /// What is missing for an allow: of the ways the one that lacks least; where ways are equally short, the one that
    /// the resource's policy has begun.
    ///
    /// @return the layers, as [LayerBit] has them
    int missing(int given) {
        int missing = refused ? LayerBit.of(PolicyLayer.RESOURCE) : 0;
        missing |= has(given, SCP) ? 0 : LayerBit.of(PolicyLayer.SCP);
        missing |= has(given, ENDPOINT) ? 0 : LayerBit.of(PolicyLayer.VPC_ENDPOINT);
        return ways(given) != 0 ? missing : missing | shortest(given);
    }

    private int shortest(int given) {
        int shortest = lackingOfOwn(given);
        if (inAccount && sameAccount) {
            if (has(given, ROLE)) {
                shortest = shorter(lacking(given, OWN_LIMITS), shortest);
            }
            if (has(given, EVERYONE)) {
                shortest = shorter(lacking(given, SESSION), shortest);
            }
        }
        return shortest;
    }

    private int lackingOfOwn(int given) {
        int missing = inAccount ? lacking(given, OWN_LIMITS | (root ? 0 : IDENTITY)) : 0;
        boolean resource = sameAccount ? !resourceDecides || has(given, ACCOUNT) : fromResource(given) != 0;
        return resource ? missing : missing | LayerBit.of(PolicyLayer.RESOURCE);
    }

    private static int lacking(int given, int needed) {
        int lacking = needed & ~given;
        int missing = has(lacking, BOUNDARY) ? LayerBit.of(PolicyLayer.BOUNDARY) : 0;
        missing |= has(lacking, SESSION) ? LayerBit.of(PolicyLayer.SESSION) : 0;
        return missing | (has(lacking, IDENTITY) ? LayerBit.of(PolicyLayer.IDENTITY) : 0);
    }

    private static int shorter(int one, int other) {
        return Integer.bitCount(one) <= Integer.bitCount(other) ? one : other;
    }
}
