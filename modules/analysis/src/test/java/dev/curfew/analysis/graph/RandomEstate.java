package dev.curfew.analysis.graph;

import dev.curfew.analysis.Estate;
import dev.curfew.analysis.reach.federation.FederationTags;
import dev.curfew.analysis.reach.inside.AwsEngines;
import dev.curfew.analysis.reach.inside.Contents;
import dev.curfew.analysis.reach.inside.RunsAs;
import dev.curfew.analysis.reach.plain.RandomPlainEstate;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// A small estate over several sources, made up from a seed: users, roles, groups, keys, tokens, service accounts,
/// secrets, stated rights, with grants that are sure, conditional, denied, limited by boundaries, or not readable.
public final class RandomEstate {
    private static final String ACCOUNT = "arn:aws:iam::111122223333:";

    private final Random random;
    private final Estate aws = Estate.of("aws");
    private final Estate bao = aws.and("bao");
    private final Estate cluster = aws.and("k8s");
    private final List<IdentityId> roles = new ArrayList<>();

    private RandomEstate(long seed) {
        random = new Random(seed);
    }

    public static Estate of(long seed) {
        RandomEstate estate = new RandomEstate(seed);
        estate.aws();
        estate.bao();
        estate.cluster();
        estate.secrets();
        estate.federation();
        RandomPlainEstate.addTo(estate.aws.and("db"), estate.random);
        if (estate.random.nextInt(3) > 0) {
            estate.identityCenter();
        }
        if (estate.random.nextBoolean()) {
            RandomOrganization.addTo(estate.aws, estate.random, estate::statement);
        }
        return estate.aws;
    }

    private void aws() {
        for (int i = 0; i < 3; i++) {
            Sensitivity sensitivity = List.of(Sensitivity.LOW, Sensitivity.HIGH).get(random.nextInt(2));
            ResourceId bucket = aws.resource("aws.s3", "arn:aws:s3:::bucket" + i, sensitivity);
            if (random.nextBoolean()) {
                String open = "{'Effect':'Allow','Principal':{'AWS':'" + ACCOUNT + "user/u" + random.nextInt(3)
                        + "'},'Action':'s3:PutObject','Resource':'" + bucket.nativeId() + "/*'}";
                String text = "{'Version':'2012-10-17','Statement':[" + open + "]}";
                PolicyId policy = aws.policy("aws.resource-policy", bucket.nativeId() + "#policy", text);
                aws.grant(bucket, policy, GrantRole.RESOURCE, "");
            }
        }
        List<IdentityId> principals = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            IdentityId role = aws.identity("aws.role", ACCOUNT + "role/r" + i);
            roles.add(role);
            principals.add(role);
        }
        IdentityId group = aws.identity("aws.group", ACCOUNT + "group/g");
        for (int i = 0; i < 3; i++) {
            IdentityId user = aws.identity("aws.user", ACCOUNT + "user/u" + i);
            principals.add(user);
            aws.credential("aws.access-key", "AKIA" + i, user, new Expiry.Never(), random.nextInt(4) != 0);
            if (random.nextBoolean()) {
                aws.member(user, group);
            }
        }
        principals.add(group);
        for (IdentityId principal : principals) {
            int policies = random.nextInt(3);
            for (int i = 0; i < policies; i++) {
                aws.grant(principal, aws.aws(principal.nativeId() + "#inline/" + i, statement(), statement()));
            }
            if (random.nextInt(4) == 0) {
                PolicyId boundary = aws.aws(principal.nativeId() + "-boundary", statement(), statement());
                aws.grant(principal, boundary, GrantRole.BOUNDARY, "");
            }
        }
        roles.forEach(role -> aws.trust(role, trust(), trust()));
    }

    private String statement() {
        String role = ACCOUNT + "role/r" + random.nextInt(4);
        String user = ACCOUNT + "user/u" + random.nextInt(3);
        String bucket = "arn:aws:s3:::bucket" + random.nextInt(3);
        return switch (random.nextInt(17)) {
            case 0 -> allow("sts:AssumeRole", role, "");
            case 1 -> allow("sts:AssumeRole", "*", ",'Condition':{'IpAddress':{'aws:SourceIp':'10.0.0.0/8'}}");
            case 2 -> allow("s3:GetObject", bucket + "/*", "");
            case 3 -> allow("s3:PutObject", bucket + "/*", ",'Condition':{'Bool':{'aws:SecureTransport':'true'}}");
            case 4 -> allow("s3:*", "*", "");
            case 5 -> allow("iam:CreateAccessKey", user, "");
            case 6 -> allow("iam:UpdateAssumeRolePolicy", role, "");
            case 7 -> allow("iam:PassRole", role, "");
            case 8 -> "{'Effect':'Allow','Action':['lambda:CreateFunction','lambda:InvokeFunction'],'Resource':'*'}";
            case 9 -> "{'Effect':'Deny','Action':'s3:*','Resource':'" + bucket + "*'}";
            case 10 -> "{'Effect':'Deny','Action':'sts:AssumeRole','Resource':'" + role + "'}";
            case 11 -> allow("iam:PutUserPolicy", user, "");
            case 13 -> allow("secretsmanager:GetSecretValue", "*", "");
            case 14 -> allow("secretsmanager:PutSecretValue", "*", "");
            case 15 -> allow("lambda:UpdateFunctionCode", "*", "");
            case 12 ->
                allow(
                        "s3:*",
                        bucket + "*",
                        ",'Condition':{'DateLessThan':{'aws:CurrentTime':'" + Estate.NOW.plus(Duration.ofMinutes(45))
                                + "'}}");
            default -> random.nextInt(3) == 0 ? allow("*", "*", "") : allow("iam:AddUserToGroup", "*", "");
        };
    }

    private static String allow(String action, String resource, String condition) {
        return "{'Effect':'Allow','Action':'" + action + "','Resource':'" + resource + "'" + condition + "}";
    }

    private String trust() {
        return switch (random.nextInt(5)) {
            case 0 -> "{'Effect':'Allow','Principal':{'AWS':'" + ACCOUNT + "root'},'Action':'sts:AssumeRole'}";
            case 4 ->
                "{'Effect':'Allow','Principal':{'Service':'pods.eks.amazonaws.com'},'Action':'sts:*'"
                        + List.of(
                                        "",
                                        ",'Condition':{'StringEquals':{'aws:RequestTag/kubernetes-service-account':'s1'}}")
                                .get(random.nextInt(2))
                        + "}";
            case 1 ->
                "{'Effect':'Allow','Principal':{'AWS':'" + ACCOUNT + "role/r" + random.nextInt(4)
                        + "'},'Action':'sts:AssumeRole'}";
            case 2 -> "{'Effect':'Allow','Principal':{'Service':'lambda.amazonaws.com'},'Action':'sts:AssumeRole'}";
            default ->
                "{'Effect':'Allow','Principal':{'Federated':'" + ACCOUNT + "oidc-provider/oidc.example'},"
                        + "'Action':'sts:AssumeRoleWithWebIdentity'" + federated() + "}";
        };
    }

    private String federated() {
        String subject = List.of("system:serviceaccount:ns:s1", "system:serviceaccount:ns:*", "job:a", "job:*")
                .get(random.nextInt(4));
        return random.nextInt(4) == 0 ? "" : ",'Condition':{'StringLike':{'oidc.example:sub':'" + subject + "'}}";
    }

    /// A person is assigned a permission set that was described or not, by a group or not, whose role was read or not.
    private void identityCenter() {
        Estate org = aws.and("org");
        PolicyId set = PolicyId.of("org", "arn:aws:sso:::permissionSet/i/Set");
        IdentityId group = org.identity("identity-center.group", "arn:aws:identitystore:::group/g");
        IdentityId person = org.identity(
                "identity-center.user",
                "arn:aws:identitystore:::user/p",
                new Ownership.Unowned(),
                Estate.NOT_OBSERVED,
                Map.of("enabled", String.valueOf(random.nextInt(3) > 0)));
        if (random.nextBoolean()) {
            org.member(person, group);
        }
        org.grant(List.of(person, group).get(random.nextInt(2)), set, GrantRole.IDENTITY, "111122223333");
        int read = random.nextInt(9);
        if (read > 2) {
            org.policy("identity-center.permission-set", set.nativeId(), "{}");
        }
        if (read % 3 > 0) {
            IdentityId role = aws.identity(
                    "aws.role", ACCOUNT + "role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Set_0123456789abcdef");
            String provider = List.of("AWSSSO_1", "adfs").get(random.nextInt(2));
            aws.trust(
                    role,
                    "{'Effect':'Allow','Principal':{'Federated':'" + ACCOUNT + "saml-provider/" + provider
                            + "'},'Action':'sts:AssumeRoleWithSAML'}");
            aws.grant(role, aws.aws(role.nativeId() + "#inline/a", statement(), statement()));
        }
    }

    /// Whoever reads them has what is in them.
    private void secrets() {
        aws.resource(
                "aws.secretsmanager",
                "arn:aws:secretsmanager:eu-west-1:111122223333:secret:s",
                Sensitivity.HIGH,
                Map.of(Contents.NAMED, "aws:AKIA" + random.nextInt(4)));
        aws.resource(
                "aws.lambda",
                "arn:aws:lambda:eu-west-1:111122223333:function:f",
                Sensitivity.LOW,
                Map.of(RunsAs.NAMED, ACCOUNT + "role/r" + random.nextInt(4)));
        bao.resource(
                "openbao.path",
                "path/aws/creds/r",
                Sensitivity.HIGH,
                Map.of(
                        AwsEngines.ROLES,
                        ACCOUNT + "role/r" + random.nextInt(4),
                        AwsEngines.KEY,
                        List.of("", "AKIA0", "AKIA1").get(random.nextInt(3))));
    }

    /// Tokens of the cluster and of jobs let somebody in.
    private void federation() {
        cluster.resource(
                "kubernetes.cluster",
                "cluster",
                Sensitivity.HIGH,
                random.nextBoolean() ? Map.of("oidc-issuer", "https://oidc.example") : Map.of());
        aws.and("ci")
                .identity(
                        "ci.job",
                        "job/a",
                        new Ownership.Unowned(),
                        Estate.NOT_OBSERVED,
                        Map.of(FederationTags.ISSUER, "https://oidc.example", FederationTags.SUBJECT, "job:a"));
        for (int i = 0; i < 2; i++) {
            IdentityId login = bao.identity("openbao.login-role", "login-role/kubernetes/l" + i);
            bao.grant(login, PolicyId.of("bao", "policy/p" + random.nextInt(5)));
            bao.trust(
                    login,
                    "openbao.login",
                    "{'type':'kubernetes','bound_service_account_names':['"
                            + List.of("s0", "s1", "*").get(random.nextInt(3))
                            + "'],'bound_service_account_namespaces':['ns'],'audience':'"
                            + List.of("", "bao").get(random.nextInt(2)) + "'}");
        }
    }

    private void bao() {
        for (String path : List.of("path/secret/data/a", "path/secret/data/b", "path/database/creds/x")) {
            bao.resource("openbao.path", path, Sensitivity.ELEVATED);
        }
        List<PolicyId> policies = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            policies.add(bao.acl("p" + i, rules()));
        }
        policies.add(bao.acl("broken", "path \"x\" {"));
        IdentityId group = bao.identity("openbao.group", "group/g" + random.nextInt(2));
        for (int i = 0; i < 2; i++) {
            IdentityId entity = bao.identity("openbao.entity", "entity/e" + i);
            bao.grant(entity, policies.get(random.nextInt(policies.size())));
            if (random.nextBoolean()) {
                bao.member(entity, group);
            }
        }
        if (random.nextBoolean()) {
            bao.resource("openbao.path", "path/aws/*", Sensitivity.HIGH, Map.of("engine", "aws"));
        }
        int roles = 2 + random.nextInt(2);
        for (int i = 0; i < roles; i++) {
            IdentityId role = bao.identity("openbao.approle", "approle/approle/a" + i);
            bao.grant(role, policies.get(random.nextInt(policies.size())));
            Expiry ends = new Expiry.At(Estate.NOW.plus(Duration.ofHours(random.nextInt(4) - 1L)));
            var token = bao.credential("openbao.token", "token" + i, role, ends);
            if (random.nextBoolean()) {
                bao.grant(token, policies.get(random.nextInt(policies.size())));
            }
        }
    }

    private String rules() {
        return switch (random.nextInt(12)) {
            case 10 ->
                "path \"auth/approle/role/a" + random.nextInt(4) + "\" { capabilities = [\""
                        + List.of("create", "update").get(random.nextInt(2)) + "\"] }";
            case 11 -> """
                    path "database/roles/+" { capabilities = ["update"] }
                    path "database/creds/+" { capabilities = ["read"] }
                    """;
            case 7 -> "path \"identity/group/id/+\" { capabilities = [\"update\"] }";
            case 8 -> "path \"aws/*\" { capabilities = [\"update\", \"read\"] }";
            case 9 -> """
                    path "auth/other/role/n" { capabilities = ["update"] }
                    path "auth/other/role/n/+" { capabilities = ["update", "read"] }
                    path "identity/entity-alias" { capabilities = ["update"] }
                    """;
            case 0 -> "path \"secret/data/*\" { capabilities = [\"read\", \"list\"] }";
            case 1 ->
                "path \"secret/data/a\" { capabilities = [\"deny\"] }\n"
                        + "path \"secret/+/b\" { capabilities = [\"update\"] }";
            case 2 -> "path \"auth/token/create\" { capabilities = [\"update\", \"sudo\"] }";
            case 3 -> "path \"auth/approle/role/+/secret-id\" { capabilities = [\"update\"] }";
            case 4 -> "path \"aws/creds/*\" { capabilities = [\"read\"] }";
            case 5 -> "path \"sys/policies/acl/*\" { capabilities = [\"update\"] }";
            default -> "path \"secret/data/{{identity.entity.name}}\" { capabilities = [\"read\"] }";
        };
    }

    private void cluster() {
        String printed = "print" + random.nextInt(2);
        cluster.resource("kubernetes.secret", "secrets/ns/k", Sensitivity.HIGH, Map.of("fingerprint:k", printed));
        IdentityId owner = IdentityId.of("aws", ACCOUNT + "user/u" + random.nextInt(3));
        aws.credential("aws.access-key", "AKIAK", owner, Map.of(Contents.FINGERPRINT, "print" + random.nextInt(2)));
        String level = List.of("privileged", "baseline").get(random.nextInt(2));
        cluster.resource(
                "kubernetes.namespace",
                "namespace/ns",
                Sensitivity.UNKNOWN,
                Map.of("pod-security.kubernetes.io/enforce", level));
        IdentityId ann = cluster.identity("kubernetes.user", "user/ann");
        cluster.grant(ann, cluster.policy("kubernetes.role", "role/ns/ann", role()), GrantRole.IDENTITY, "");
        cluster.identity("kubernetes.group", "group/ops");
        for (int i = 0; i < 3; i++) {
            IdentityId account = cluster.identity("kubernetes.service-account", "serviceaccount/ns/s" + i);
            cluster.resource("kubernetes.secret", "secrets/ns/t" + i, Sensitivity.LOW);
            cluster.credential("kubernetes.token-secret", "secret/ns/t" + i, account, new Expiry.Never());
            cluster.credential(
                    "kubernetes.bound-token",
                    "pod/ns/p" + i,
                    account,
                    Map.of(
                            "audiences",
                            List.of("bao", "sts.amazonaws.com", "pods.eks.amazonaws.com")
                                    .get(random.nextInt(3))));
            cluster.resource(
                    "kubernetes.pod",
                    "pods/ns/p" + i,
                    Sensitivity.LOW,
                    Map.of(
                            "service-account",
                            "ns/s" + random.nextInt(3),
                            "secrets",
                            "k,t" + random.nextInt(3),
                            "node",
                            "n" + random.nextInt(2),
                            "node-access",
                            List.of("", "hostPath").get(random.nextInt(2))));
            PolicyId role = cluster.policy("kubernetes.role", "role/ns/x" + i, role());
            cluster.grant(account, role, GrantRole.IDENTITY, random.nextInt(5) == 0 ? "" : "ns");
        }
    }

    private String role() {
        String rule = switch (random.nextInt(8)) {
            case 0 -> "'resources':['secrets'],'verbs':['get']";
            case 1 -> "'resources':['secrets'],'resourceNames':['t0'],'verbs':['get']";
            case 2 -> "'resources':['pods'],'verbs':['create']";
            case 3 -> "'resources':['serviceaccounts'],'resourceNames':['s1'],'verbs':['impersonate']";
            case 4 -> "'resources':['pods/exec'],'verbs':['create']";
            case 5 -> "'resources':['pods'],'verbs':['patch']";
            case 6 -> "'resources':['users','groups'],'verbs':['impersonate']";
            default -> "'resources':['*'],'verbs':['*']";
        };
        return "{'kind':'Role','namespace':'ns','name':'x','rules':[{'apiGroups':[''," + "'*']," + rule + "}]}";
    }
}
