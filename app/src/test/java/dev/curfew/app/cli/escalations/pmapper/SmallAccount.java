package dev.curfew.app.cli.escalations.pmapper;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.analysis.escalation.catalogue.AwsCatalogue;
import dev.curfew.analysis.escalation.catalogue.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// A small account in which ways to become an administrator are frequent, as AWS prints its authorization details, and
/// what exists in it. The same seed, the same account.
final class SmallAccount {
    static final String ACCOUNT = "111122223333";
    static final String ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int USERS = 3;
    private static final int ROLES = 5;
    private static final List<List<String>> METHODS =
            AwsCatalogue.packaged().stream().map(Method::permissions).toList();
    private static final List<String> SERVICES =
            List.of("ec2", "lambda", "cloudformation", "codebuild", "sagemaker", "glue", "ecs-tasks", "batch");
    private static final List<String> WIDE = List.of(
            "iam:*",
            "ec2:*",
            "lambda:*",
            "iam:Put*",
            "iam:Attach*",
            "sts:*",
            "cloudformation:*",
            "codebuild:*",
            "sagemaker:*",
            "autoscaling:*");
    private static final List<String> OTHERS = List.of(
            "iam:CreateInstanceProfile",
            "iam:AddRoleToInstanceProfile",
            "lambda:UpdateFunctionConfiguration",
            "codebuild:UpdateProject",
            "iam:DeletePolicyVersion",
            "s3:GetObject");

    private final Random random;
    private final Map<String, Object> account = new LinkedHashMap<>();
    private final Map<String, Object> environment = new LinkedHashMap<>();

    SmallAccount(long seed) {
        random = new Random(seed);
        account.put("UserDetailList", times(USERS, this::user));
        account.put("GroupDetailList", times(2, this::group));
        account.put("RoleDetailList", times(ROLES, this::role));
        List<Object> policies = times(2, i -> policy(arn("policy/p" + i), document(1 + random.nextInt(2))));
        policies.add(
                policy(ADMINISTRATOR, document(List.of(Map.of("Effect", "Allow", "Action", "*", "Resource", "*")))));
        account.put("Policies", policies);
        surround();
    }

    JsonNode account() {
        return JSON.valueToTree(account);
    }

    JsonNode environment() {
        return JSON.valueToTree(environment);
    }

    static String arn(String rest) {
        return "arn:aws:iam::" + ACCOUNT + ":" + rest;
    }

    private interface Part {
        Object make(int number);
    }

    private static List<Object> times(int count, Part part) {
        List<Object> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(part.make(i));
        }
        return parts;
    }

    private boolean percent(int share) {
        return random.nextInt(100) < share;
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /// @param administers how likely it is an administrator, in percent
    private Map<String, Object> holder(String kind, String name, int statements, int administers) {
        Map<String, Object> holder = new LinkedHashMap<>();
        holder.put(kind + "Name", name);
        holder.put(kind + "Id", name.toUpperCase(Locale.ROOT));
        holder.put("Path", "/");
        holder.put("Arn", arn(kind.toLowerCase(Locale.ROOT) + "/" + name));
        holder.put("CreateDate", "2020-01-01T00:00:00Z");
        List<Object> inline = new ArrayList<>();
        if (statements > 0) {
            inline.add(Map.of("PolicyName", "own", "PolicyDocument", document(statements)));
        }
        holder.put(kind + "PolicyList", inline);
        List<Object> attached = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            if (percent(30)) {
                attached.add(attached(arn("policy/p" + i)));
            }
        }
        if (percent(administers)) {
            attached.add(attached(ADMINISTRATOR));
        }
        holder.put("AttachedManagedPolicies", attached);
        return holder;
    }

    private static Map<String, Object> attached(String arn) {
        return Map.of("PolicyName", arn.substring(arn.lastIndexOf('/') + 1), "PolicyArn", arn);
    }

    private Object user(int number) {
        Map<String, Object> user = holder("User", "u" + number, random.nextInt(4), 12);
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            if (percent(25)) {
                groups.add("g" + i);
            }
        }
        user.put("GroupList", groups);
        user.put("Tags", List.of(Map.of("Key", "t", "Value", any(List.of("x", "y")))));
        if (percent(10)) {
            String boundary = arn("policy/p" + random.nextInt(2));
            user.put(
                    "PermissionsBoundary",
                    Map.of("PermissionsBoundaryType", "Policy", "PermissionsBoundaryArn", boundary));
        }
        return user;
    }

    private Object group(int number) {
        Map<String, Object> group = holder("Group", "g" + number, random.nextInt(2), number * 50);
        return group;
    }

    private Object role(int number) {
        Map<String, Object> role = holder("Role", "r" + number, random.nextInt(3), 30);
        role.put("AssumeRolePolicyDocument", document(List.of(trust())));
        role.put(
                "InstanceProfileList",
                percent(60)
                        ? List.of(Map.of("Arn", arn("instance-profile/r" + number), "Roles", List.of()))
                        : List.of());
        return role;
    }

    private Map<String, Object> trust() {
        Map<String, Object> trust = new LinkedHashMap<>(Map.of("Effect", "Allow", "Action", "sts:AssumeRole"));
        if (percent(60)) {
            trust.put("Principal", Map.of("Service", any(SERVICES) + ".amazonaws.com"));
        } else if (percent(75)) {
            trust.put("Principal", Map.of("AWS", any(List.of(arn("root"), anybody(), "*", ACCOUNT))));
        } else {
            trust.put("Principal", Map.of("AWS", arn("root")));
            trust.put("Condition", Map.of("Bool", Map.of("aws:MultiFactorAuthPresent", "true")));
        }
        return trust;
    }

    private String anybody() {
        return random.nextBoolean() ? arn("user/u" + random.nextInt(USERS)) : arn("role/r" + random.nextInt(ROLES));
    }

    private static Map<String, Object> policy(String arn, Object document) {
        Map<String, Object> version = new LinkedHashMap<>();
        version.put("VersionId", "v1");
        version.put("IsDefaultVersion", true);
        version.put("Document", document);
        version.put("CreateDate", "2020-01-01T00:00:00Z");
        Map<String, Object> policy = new LinkedHashMap<>();
        policy.put("PolicyName", arn.substring(arn.lastIndexOf('/') + 1));
        policy.put("Arn", arn);
        policy.put("Path", "/");
        policy.put("DefaultVersionId", "v1");
        policy.put("PolicyVersionList", List.of(version));
        return policy;
    }

    private Object document(int statements) {
        return document(times(statements, _ -> statement()));
    }

    private static Object document(List<?> statements) {
        return Map.of("Version", "2012-10-17", "Statement", statements);
    }

    private Map<String, Object> statement() {
        Map<String, Object> statement = new TreeMap<>();
        boolean denies = percent(10);
        statement.put("Effect", denies ? "Deny" : "Allow");
        statement.put("Action", denies || percent(30) ? some() : percent(85) ? any(METHODS) : List.of(any(WIDE)));
        statement.put("Resource", resource());
        if (!denies && percent(20)) {
            statement.put(
                    "Condition",
                    any(List.of(
                            Map.of("StringEquals", Map.of("iam:PassedToService", any(SERVICES) + ".amazonaws.com")),
                            Map.of("ArnEquals", Map.of("iam:PolicyARN", ADMINISTRATOR)),
                            Map.of("Bool", Map.of("aws:MultiFactorAuthPresent", "true")),
                            Map.of("StringEquals", Map.of("aws:PrincipalTag/t", "x")))));
        }
        return statement;
    }

    private List<String> some() {
        List<String> some = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            some.add(percent(20) ? any(OTHERS) : any(any(METHODS)));
        }
        return some;
    }

    private Object resource() {
        return any(List.of(
                "*",
                "*",
                "*",
                anybody(),
                List.of(anybody(), anybody()),
                arn("role/*"),
                arn("user/*"),
                arn("policy/p" + random.nextInt(2)),
                arn("group/g" + random.nextInt(2)),
                "arn:aws:lambda:*:" + ACCOUNT + ":function:*"));
    }

    /// All that exists, how many keys each user has, and who has a password.
    private void surround() {
        List<Object> things = new ArrayList<>();
        for (String thing : List.of(
                "lambda:%s:function:f0",
                "lambda:%s:function:f1", "cloudformation:%s:stack/s/1", "codebuild:%s:project/p")) {
            if (percent(60)) {
                things.add(Map.of(
                        "arn",
                        "arn:aws:" + thing.formatted("eu-west-1:" + ACCOUNT),
                        "executionRole",
                        arn("role/r" + random.nextInt(ROLES))));
            }
        }
        Map<String, Object> keys = new TreeMap<>();
        Map<String, Object> passwords = new TreeMap<>();
        for (int i = 0; i < USERS; i++) {
            keys.put("u" + i, random.nextInt(3));
            passwords.put("u" + i, random.nextBoolean());
        }
        environment.put("existingResources", things);
        environment.put("ecsClusters", List.of());
        environment.put("accessKeys", keys);
        environment.put("loginProfile", passwords);
    }
}
