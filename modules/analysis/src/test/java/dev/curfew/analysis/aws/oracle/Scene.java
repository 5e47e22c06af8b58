package dev.curfew.analysis.aws.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// One request: who does what to what, and in which context.
///
/// @param principal an ARN or a service; empty for nobody
/// @param context values by key
record Scene(
        String principal,
        String action,
        String resource,
        String owner,
        boolean wildcardOnly,
        Map<String, List<String>> context) {
    static final String HOME = "111122223333";
    static final String AWAY = "444455556666";

    private static final String PRINCIPAL_ARN = "aws:PrincipalArn";

    /// Keys that can have several values.
    static final List<String> SEVERAL = List.of("aws:TagKeys", "aws:PrincipalOrgPaths", "my:Several");

    private static final List<String> PRINCIPALS = List.of(
            "arn:aws:iam::111122223333:role/ci",
            "arn:aws:iam::111122223333:role/team/a/deploy",
            "arn:aws:sts::111122223333:assumed-role/ci/build-7",
            "arn:aws:sts::111122223333:assumed-role/deploy/x@y.example",
            "arn:aws:iam::111122223333:user/ann",
            "arn:aws:iam::111122223333:user/division/bob",
            "arn:aws:sts::111122223333:federated-user/ann",
            "arn:aws:sts::444455556666:assumed-role/partner/s",
            "arn:aws:iam::444455556666:user/eve");

    /// Seldom, as AWS's documentation and iam-simulate differ on them.
    private static final List<String> SELDOM =
            List.of("arn:aws:iam::111122223333:root", "arn:aws:sts::111122223333:assumed-role/AWSServiceRoleForEcs/s");

    private static final String PROVIDER = "arn:aws:iam::111122223333:oidc-provider/token.example";

    private static final List<String> SERVICES = List.of("logging.s3.amazonaws.com", "ec2.amazonaws.com");

    private static final List<List<String>> ACTS = List.of(
            List.of("s3:GetObject", "arn:aws:s3:::logs/ann/2026-11.txt"),
            List.of("s3:PutObject", "arn:aws:s3:::logs/a+b (1)/ä.txt"),
            List.of("s3:ListBucket", "arn:aws:s3:::logs"),
            List.of("dynamodb:GetItem", "arn:aws:dynamodb:eu-west-1:111122223333:table/users"),
            List.of("dynamodb:Query", "arn:aws:dynamodb:eu-west-1:111122223333:table/users/index/by-name"),
            List.of("sqs:SendMessage", "arn:aws:sqs:eu-west-1:111122223333:jobs"),
            List.of("sns:Publish", "arn:aws:sns:us-east-1:444455556666:alarms"),
            List.of("lambda:InvokeFunction", "arn:aws:lambda:eu-west-1:111122223333:function:resize:live"),
            List.of("secretsmanager:GetSecretValue", "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-x7"),
            List.of("kms:Decrypt", "arn:aws:kms:eu-west-1:111122223333:key/1b9c"),
            List.of("kms:Encrypt", "arn:aws:kms:eu-west-1:444455556666:key/77aa"),
            List.of("kms:CreateAlias", "arn:aws:kms:eu-west-1:111122223333:alias/team"),
            List.of("kms:UpdateAlias", "arn:aws:kms:eu-west-1:111122223333:alias/aws/s3"),
            List.of("sts:AssumeRole", "arn:aws:iam::111122223333:role/admin"),
            List.of("sts:AssumeRole", "arn:aws:iam::444455556666:role/path/audit"),
            List.of("sts:TagSession", "arn:aws:iam::111122223333:role/admin"),
            List.of("sts:AssumeRoleWithWebIdentity", "arn:aws:iam::111122223333:role/admin"),
            List.of("iam:PassRole", "arn:aws:iam::111122223333:role/ecs"),
            List.of("iam:CreatePolicyVersion", "arn:aws:iam::111122223333:policy/p"),
            List.of("iam:CreatePolicyVersion", "arn:aws:iam::aws:policy/AdministratorAccess"),
            List.of("iam:PutRolePolicy", "arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/R"),
            List.of("ec2:StopInstances", "arn:aws:ec2:eu-west-1:111122223333:instance/i-0a"),
            List.of("ec2:DescribeInstances", "*"),
            List.of("s3:ListAllMyBuckets", "*"),
            List.of("sts:GetCallerIdentity", "*"));

    static Scene draw(Dice dice) {
        List<String> act = dice.of(ACTS);
        String principal = act.getFirst().endsWith("WithWebIdentity") ? PROVIDER : principal(dice);
        String resource = act.get(1);
        String account = resource.equals("*") ? home(principal) : resource.split(":", 6)[4];
        String owner = account.matches("\\d+") ? account : dice.percent(75) ? home(principal) : dice.of(HOME, AWAY);
        return new Scene(
                principal,
                oddCase(dice, act.getFirst()),
                resource,
                owner,
                resource.equals("*"),
                context(dice, principal));
    }

    /// Whether who asks has policies of their own.
    boolean isInAccount() {
        return principal.startsWith("arn:") && !principal.equals(PROVIDER);
    }

    private static String principal(Dice dice) {
        int kind = dice.below(100);
        if (kind < 4) {
            return "";
        }
        return dice.of(kind < 9 ? SERVICES : kind < 12 ? SELDOM : PRINCIPALS);
    }

    private static String home(String principal) {
        return principal.startsWith("arn:") ? principal.split(":", 6)[4] : HOME;
    }

    /// Actions and keys ignore case.
    static String oddCase(Dice dice, String text) {
        return dice.percent(90)
                ? text
                : dice.percent(50) ? text.toUpperCase(Locale.ROOT) : text.toLowerCase(Locale.ROOT);
    }

    private static Map<String, List<String>> context(Dice dice, String principal) {
        Map<String, List<String>> context = new TreeMap<>();
        for (String key : Values.KEYS) {
            if (dice.percent(60) && !key.equals(PRINCIPAL_ARN)) {
                context.put(
                        oddCase(dice, key),
                        SEVERAL.contains(key) ? several(dice, key) : List.of(Values.given(dice, key)));
            }
        }
        if (principal.startsWith("arn:")) {
            context.put(PRINCIPAL_ARN, List.of(principal));
        }
        return context;
    }

    private static List<String> several(Dice dice, String key) {
        if (dice.percent(4)) {
            return dice.percent(50) ? List.of() : List.of("");
        }
        List<String> values = new ArrayList<>();
        int count = 1 + dice.below(3);
        for (int i = 0; i < count; i++) {
            values.add(Values.given(dice, key));
        }
        return values;
    }

    /// The values of a key, whatever the case it was given in.
    List<String> values(String key) {
        return context.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(key))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(List.of());
    }
}
