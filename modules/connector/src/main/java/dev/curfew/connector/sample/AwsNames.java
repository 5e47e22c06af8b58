package dev.curfew.connector.sample;

/// ARNs and policy texts of the sample's one account.
final class AwsNames {
    static final String ACCOUNT = "111122223333";
    private static final String IAM = "arn:aws:iam::" + ACCOUNT + ":";
    private static final String OIDC = "oidc.eks.eu-central-1.amazonaws.com/id/HARBOURLIGHT";

    private AwsNames() {}

    static String role(String name) {
        return IAM + "role/" + name;
    }

    static String user(String name) {
        return IAM + "user/" + name;
    }

    static String managedPolicy(String name) {
        return IAM + "policy/" + name;
    }

    static String secret(String name) {
        return "arn:aws:secretsmanager:eu-central-1:" + ACCOUNT + ":secret:" + name;
    }

    static String bucket(String name) {
        return "arn:aws:s3:::" + name;
    }

    /// A trust policy for one Kubernetes service account (IRSA).
    static String trustServiceAccount(String namespace, String name) {
        return """
            {"Version":"2012-10-17","Statement":[{"Sid":"ServiceAccount","Effect":"Allow",
            "Principal":{"Federated":"%soidc-provider/%s"},"Action":"sts:AssumeRoleWithWebIdentity",
            "Condition":{"StringEquals":{"%s:sub":"system:serviceaccount:%s:%s","%s:aud":"sts.amazonaws.com"}}}]}\
            """.formatted(IAM, OIDC, OIDC, namespace, name, OIDC);
    }

    static String trustService(String service) {
        return """
            {"Version":"2012-10-17","Statement":[{"Sid":"Service","Effect":"Allow",
            "Principal":{"Service":"%s.amazonaws.com"},"Action":"sts:AssumeRole"}]}\
            """.formatted(service);
    }

    static String trustRole(String roleName) {
        return """
            {"Version":"2012-10-17","Statement":[{"Sid":"Role","Effect":"Allow",
            "Principal":{"AWS":"%s"},"Action":"sts:AssumeRole"}]}\
            """.formatted(role(roleName));
    }

    /// Any repository of the organisation, any branch: the mistake that the story is about.
    static String trustAnyRepository(String organisation) {
        return """
            {"Version":"2012-10-17","Statement":[{"Sid":"GitHubActions","Effect":"Allow",
            "Principal":{"Federated":"%soidc-provider/token.actions.githubusercontent.com"},
            "Action":"sts:AssumeRoleWithWebIdentity",
            "Condition":{"StringLike":{"token.actions.githubusercontent.com:sub":"repo:%s/*"}}}]}\
            """.formatted(IAM, organisation);
    }

    /// A policy of one statement for each `sid|actions|resources`, lists separated by commas, with a condition in JSON
    /// behind that or none.
    static String allow(String... statements) {
        StringBuilder text = new StringBuilder("{\"Version\":\"2012-10-17\",\"Statement\":[");
        for (String statement : statements) {
            String[] parts = statement.split("\\|", -1);
            text.append(text.charAt(text.length() - 1) == '[' ? "" : ",")
                    .append("{\"Sid\":\"")
                    .append(parts[0])
                    .append("\",\"Effect\":\"Allow\",\"Action\":")
                    .append(list(parts[1]))
                    .append(",\"Resource\":")
                    .append(list(parts[2]))
                    .append(parts.length > 3 ? ",\"Condition\":" + parts[3] : "")
                    .append('}');
        }
        return text.append("]}").toString();
    }

    private static String list(String commaSeparated) {
        return "[\"" + commaSeparated.replace(",", "\",\"") + "\"]";
    }
}
