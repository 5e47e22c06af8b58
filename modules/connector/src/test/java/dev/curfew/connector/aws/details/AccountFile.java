package dev.curfew.connector.aws.details;

/// A small account, as the command line prints it, to change one thing of.
public final class AccountFile {
    public static final String TRUST = """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}]}\
        """;

    /// Line 3 opens the only user, line 11 the only role, line 19 the only policy.
    public static final String GOOD = """
        {
          "UserDetailList": [
            {
              "Arn": "arn:aws:iam::111122223333:user/ops/ci",
              "UserName": "ci",
              "GroupList": []
            }
          ],
          "GroupDetailList": [],
          "RoleDetailList": [
            {
              "Arn": "arn:aws:iam::111122223333:role/deploy",
              "RoleName": "deploy",
              "CreateDate": "2024-01-02T03:04:05+00:00",
              "AssumeRolePolicyDocument": %s
            }
          ],
          "Policies": [
            {
              "Arn": "arn:aws:iam::111122223333:policy/read",
              "PolicyName": "read",
              "DefaultVersionId": "v2",
              "PolicyVersionList": [
                {"VersionId": "v2", "IsDefaultVersion": true, "Document": {"Statement": []}},
                {"VersionId": "v1", "IsDefaultVersion": false, "Document": {"Statement": [1]}}
              ]
            }
          ]
        }
        """.formatted(TRUST);

    private AccountFile() {}

    /// @param part must be there
    public static String with(String part, String instead) {
        if (!GOOD.contains(part)) {
            throw new IllegalArgumentException(part);
        }
        return GOOD.replace(part, instead);
    }
}
