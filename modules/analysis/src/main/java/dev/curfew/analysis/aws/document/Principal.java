package dev.curfew.analysis.aws.document;

/// Who asks.
public sealed interface Principal {

    /// A request without a signature.
    record Anonymous() implements Principal {}

    /// An AWS service, for example `ec2.amazonaws.com`.
    record Service(String name) implements Principal {}

    /// Someone with a token of an identity provider, who becomes a session by it.
    ///
    /// @param provider the provider's ARN or name
    record Federated(String provider) implements Principal {}

    /// A user, a role (any session of it), a session, a federated user, or an account's root user.
    ///
    /// @param arn of IAM or STS
    record InAccount(String arn) implements Principal {
        private static final int PARTS = 6;

        public InAccount {
            if (arn.split(":", PARTS).length != PARTS) {
                throw new IllegalArgumentException("not an ARN");
            }
        }

        public String account() {
            return part(4);
        }

        String accountArn() {
            return "arn:" + part(1) + ":iam::" + account() + ":root";
        }

        private String part(int index) {
            return arn.split(":", PARTS)[index];
        }

        public boolean isRole() {
            return part(5).startsWith("role/");
        }

        public boolean isSession() {
            return part(5).startsWith("assumed-role/");
        }

        public boolean isUser() {
            return part(5).startsWith("user/");
        }

        /// Roles that AWS services own; no service control policy binds them.
        public boolean isServiceLinked() {
            return arn.contains(":role/aws-service-role/")
                    || (isSession() && part(5).startsWith("assumed-role/AWSServiceRoleFor"));
        }

        /// A session's ARN has its role's name without the path; names are unique in an account.
        boolean isSessionOf(String roleArn) {
            String[] parts = roleArn.split(":", PARTS);
            String[] session = part(5).split("/", 3);
            return parts.length == PARTS
                    && parts[4].equals(account())
                    && parts[5].startsWith("role/")
                    && session.length > 1
                    && parts[5].substring(parts[5].lastIndexOf('/') + 1).equals(session[1]);
        }
    }

    default boolean isAccountItself() {
        return this instanceof InAccount it && it.arn().equals(it.accountArn());
    }

    /// @param arn an ARN of IAM or STS, a service's name, or a provider's ARN
    /// @throws IllegalArgumentException for something else
    static Principal of(String arn) {
        if (!arn.startsWith("arn:")) {
            if (arn.contains(".")) {
                return new Service(arn);
            }
            throw new IllegalArgumentException("neither an ARN nor a service");
        }
        boolean provider = arn.contains(":oidc-provider/") || arn.contains(":saml-provider/");
        return provider ? new Federated(arn) : new InAccount(arn);
    }
}
