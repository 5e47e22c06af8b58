package dev.curfew.analysis.aws;

import dev.curfew.analysis.aws.condition.Match;
import dev.curfew.analysis.aws.condition.RequestContext;
import dev.curfew.analysis.aws.document.Principal;
import dev.curfew.analysis.aws.program.LayerBit;
import dev.curfew.analysis.aws.program.Numbers;
import dev.curfew.analysis.aws.program.PatternCode;
import dev.curfew.model.evaluation.PolicyLayer;
import java.util.Locale;

/// One request to decide. What follows from it alone is found out once, when it is made.
public final class AwsRequest {
    private static final int ACCOUNT_COLONS = 4;
    private static final int ACCOUNT_DIGITS = 12;

    private final Principal principal;
    private final String action;
    private final String resource;
    private final String resourceAccount;
    private final RequestContext context;
    private final int actionLength;
    private final int resourceLength;
    private final int resourceAt;
    private final int[] letters;
    private final boolean sameAccount;
    private final boolean resourcePolicyDecides;
    private final int layers;
    private final FixedAnswer fixed;

    /// @param action `service:Action`; case is ignored
    /// @param resource the ARN, or `*` for an action that has no resource types
    /// @param resourceAccount the account that owns the resource; empty: the ARN's, or the principal's where the ARN
    ///     has
    /// none
    public AwsRequest(
            Principal principal, String action, String resource, String resourceAccount, RequestContext context) {
        this.principal = principal;
        this.action = action.toLowerCase(Locale.ROOT);
        this.resource = resource;
        this.resourceAccount = resourceAccount;
        this.context = context;
        this.actionLength = this.action.length();
        this.resourceLength = resource.length();
        Numbers letters = new Numbers(PatternCode.words(actionLength) + PatternCode.words(resourceLength));
        PatternCode.append(this.action, letters);
        this.resourceAt = letters.size();
        PatternCode.append(resource, letters);
        this.letters = letters.toArray();
        String owner = resourceAccount.isEmpty() ? account(resource) : resourceAccount;
        this.sameAccount =
                principal instanceof Principal.InAccount it && (owner.isEmpty() || owner.equals(it.account()));
        this.resourcePolicyDecides = decides(this.action, resource);
        this.layers = layers();
        this.fixed = FixedAnswer.of(this);
    }

    /// The account of an ARN; empty where it has none, or is AWS's own.
    private static String account(String arn) {
        int start = -1;
        for (int i = 0; i < ACCOUNT_COLONS; i++) {
            start = arn.indexOf(':', start + 1);
            if (start < 0) {
                return "";
            }
        }
        int end = arn.indexOf(':', start + 1);
        return end - start - 1 == ACCOUNT_DIGITS && isNumber(arn, start + 1, end) ? arn.substring(start + 1, end) : "";
    }

    private static boolean isNumber(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /// <https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html>,
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_terms-and-concepts.html> (trust policy)
    private static boolean decides(String action, String resource) {
        return action.startsWith("sts:assumerole")
                || (action.startsWith("sts:") && resource.contains(":role/"))
                || (action.startsWith("kms:") && resource.contains(":key/"));
    }

    /// SCPs bind the users and roles of accounts, but not the roles that AWS services own.
    private int layers() {
        int met = LayerBit.of(PolicyLayer.VPC_ENDPOINT);
        met |= FixedAnswer.ignoresResourcePolicy(this) ? 0 : LayerBit.of(PolicyLayer.RESOURCE);
        met |= ResourceControl.covers(this) ? LayerBit.of(PolicyLayer.RCP) : 0;
        if (!(principal instanceof Principal.InAccount it)) {
            return met;
        }
        met |= LayerBit.of(PolicyLayer.BOUNDARY) | LayerBit.of(PolicyLayer.SESSION) | LayerBit.of(PolicyLayer.IDENTITY);
        return it.isServiceLinked() ? met : met | LayerBit.of(PolicyLayer.SCP);
    }

    public Principal principal() {
        return principal;
    }

    /// In lower case.
    public String action() {
        return action;
    }

    public String resource() {
        return resource;
    }

    public String resourceAccount() {
        return resourceAccount;
    }

    public RequestContext context() {
        return context;
    }

    /// Whether a pattern matches the action; maybe, if it has to be asked.
    ///
    /// @param at where the pattern is
    public Match action(int[] code, int at) {
        return PatternCode.match(code, at, letters, 0, actionLength);
    }

    /// Whether a pattern matches the resource; maybe, if it has to be asked.
    ///
    /// @param at where the pattern is
    public Match resource(int[] code, int at) {
        return PatternCode.match(code, at, letters, resourceAt, resourceLength);
    }

    /// In lower case; empty for an action without one.
    public String service() {
        return action.substring(0, Math.max(0, action.indexOf(':')));
    }

    /// Whether principal and resource belong to one account; services and strangers belong to none.
    public boolean sameAccount() {
        return sameAccount;
    }

    /// The part of the resource's ARN that names it in its account; the whole text of what is no ARN.
    String resourceName() {
        String[] parts = resource.split(":", ACCOUNT_COLONS + 2);
        return parts[parts.length - 1];
    }

    /// Whether the resource's own policy decides alone: without its word no identity policy counts.
    public boolean resourcePolicyDecides() {
        return resourcePolicyDecides;
    }

    /// Whether a layer's policies count for it.
    ///
    /// @param bit the layer's
    public boolean meets(int bit) {
        return (layers & bit) != 0;
    }

    public FixedAnswer fixed() {
        return fixed;
    }
}
