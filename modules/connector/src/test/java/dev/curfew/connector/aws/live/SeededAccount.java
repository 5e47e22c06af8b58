package dev.curfew.connector.aws.live;

import dev.curfew.testbed.Answer;
import dev.curfew.testbed.Moto;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// A rich account in moto, and what moto itself lists of it: by the testbed's client and by other calls than those
/// under test, read with a regular expression.
final class SeededAccount {
    static final String READ_BUCKET = """
        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":["arn:aws:s3:::logs+archive/2026/*","arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf","*"]}}\
        """;
    static final String TRUST = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:user/ops/ci"},"Action":"sts:AssumeRole"}]}\
        """;
    static final String ALLOW_ALL = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}\
        """;
    static final String OWN_POLICY = "arn:aws:iam::123456789012:policy/deploy/own";
    static final String AWS_POLICY = "arn:aws:iam::aws:policy/ReadOnlyAccess";

    private static final int MORE_USERS = 12;

    private final Moto moto;

    SeededAccount(Moto moto) {
        this.moto = moto;
    }

    /// Users `ci` (two keys, one inactive; password; groups; tags) and `user-0`…`user-11` with a key each; groups with
    /// policies; roles with boundary, tags and without; a managed policy in its second version.
    void seed() {
        call("CreatePolicy", "PolicyName", "own", "Path", "/deploy/", "PolicyDocument", ALLOW_ALL);
        call("CreatePolicyVersion", "PolicyArn", OWN_POLICY, "PolicyDocument", READ_BUCKET, "SetAsDefault", "true");
        call("CreateGroup", "GroupName", "deployers", "Path", "/ops/");
        call("PutGroupPolicy", "GroupName", "deployers", "PolicyName", "all", "PolicyDocument", ALLOW_ALL);
        call("AttachGroupPolicy", "GroupName", "deployers", "PolicyArn", AWS_POLICY);
        call(
                "CreateUser",
                "UserName",
                "ci",
                "Path",
                "/ops/",
                "Tags.member.1.Key",
                "team",
                "Tags.member.1.Value",
                "build");
        call("PutUserPolicy", "UserName", "ci", "PolicyName", "a+b", "PolicyDocument", READ_BUCKET);
        call("AttachUserPolicy", "UserName", "ci", "PolicyArn", OWN_POLICY);
        call("AddUserToGroup", "UserName", "ci", "GroupName", "deployers");
        call("CreateLoginProfile", "UserName", "ci", "Password", "canary-Passw0rd!");
        moto.accessKey("ci");
        Moto.AccessKey second = moto.accessKey("ci");
        call("UpdateAccessKey", "UserName", "ci", "AccessKeyId", second.id(), "Status", "Inactive");
        for (int i = 0; i < MORE_USERS; i++) {
            call("CreateUser", "UserName", "user-" + i);
            moto.accessKey("user-" + i);
        }
        call(
                "CreateRole",
                "RoleName",
                "deploy",
                "AssumeRolePolicyDocument",
                TRUST,
                "PermissionsBoundary",
                OWN_POLICY,
                "Tags.member.1.Key",
                "owner",
                "Tags.member.1.Value",
                "bo");
        call("AttachRolePolicy", "RoleName", "deploy", "PolicyArn", AWS_POLICY);
        call("PutRolePolicy", "RoleName", "deploy", "PolicyName", "inline", "PolicyDocument", ALLOW_ALL);
        call("CreateRole", "RoleName", "bare", "Path", "/svc/", "AssumeRolePolicyDocument", TRUST);
    }

    Answer call(String action, String... parameters) {
        Map<String, String> map = new java.util.TreeMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            map.put(parameters[i], parameters[i + 1]);
        }
        return moto.iam(action, map).ok();
    }

    /// The texts of all elements of a name in moto's answer, in order.
    List<String> listed(String element, String action, String... parameters) {
        return List.copyOf(new TreeSet<>(Pattern.compile("<" + element + ">([^<]*)</" + element + ">")
                .matcher(call(action, parameters).body())
                .results()
                .map(found -> found.group(1))
                .toList()));
    }
}
