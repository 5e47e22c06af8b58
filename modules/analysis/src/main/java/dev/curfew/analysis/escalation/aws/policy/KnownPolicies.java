package dev.curfew.analysis.escalation.aws.policy;

import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.aws.document.PolicyDocumentReader;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// AWS's own policies that decide who is an administrator, for accounts whose file leaves their text out.
///
/// <https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html>
public final class KnownPolicies {
    public static final String ADMINISTRATOR = "AdministratorAccess";
    public static final String IAM_FULL = "IAMFullAccess";

    private static final Map<String, String> TEXTS = Map.of(ADMINISTRATOR, """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""", IAM_FULL, """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["iam:*",
            "organizations:DescribeAccount","organizations:DescribeOrganization",
            "organizations:DescribeOrganizationalUnit","organizations:DescribePolicy","organizations:ListChildren",
            "organizations:ListParents","organizations:ListPoliciesForTarget","organizations:ListRoots",
            "organizations:ListPolicies","organizations:ListTargetsForPolicy"],"Resource":"*"}]}""", "PowerUserAccess", """
            {"Version":"2012-10-17","Statement":[
            {"Effect":"Allow","NotAction":["iam:*","organizations:*","account:*"],"Resource":"*"},
            {"Effect":"Allow","Action":["account:GetAccountInformation","account:GetPrimaryEmail",
            "account:ListRegions","iam:CreateServiceLinkedRole","iam:DeleteServiceLinkedRole","iam:ListRoles",
            "organizations:DescribeEffectivePolicy","organizations:DescribeOrganization"],"Resource":"*"}]}""");

    private static final Map<String, IndexedPolicy> READ = new ConcurrentHashMap<>();

    /// Allows everything: what somebody writes who widens rights.
    public static final IndexedPolicy EVERYTHING = read("everything", Objects.requireNonNull(TEXTS.get(ADMINISTRATOR)));

    /// Lets everybody in: what somebody writes who rewrites a trust policy, or wider than that.
    public static final IndexedPolicy OPEN_TRUST = read("open", """
            {"Version":"2012-10-17","Statement":[
            {"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole"}]}""");

    private KnownPolicies() {}

    public static Optional<IndexedPolicy> find(String arn) {
        String name = arn.substring(arn.lastIndexOf('/') + 1);
        String text = arn.contains(":iam::aws:policy/") ? TEXTS.get(name) : null;
        return Optional.ofNullable(text).map(it -> READ.computeIfAbsent(name, _ -> read(name, it)));
    }

    private static IndexedPolicy read(String name, String text) {
        try {
            return new IndexedPolicy(PolicyDocumentReader.read(name, text), text);
        } catch (PolicySyntaxException e) {
            throw new IllegalStateException("our own text of " + name, e);
        }
    }
}
