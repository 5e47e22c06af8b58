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
    final class InAccount implements Principal {
        private static final int PARTS = 6;

        private final String arn;
        private final String account;
        private final String resource;
        private final String entity;

        /// @throws IllegalArgumentException for something that is no ARN of an account
        public InAccount(String arn) {
            String[] parts = arn.split(":", PARTS);
            if (parts.length != PARTS || parts[4].isEmpty()) {
                throw new IllegalArgumentException("not an ARN of an account");
            }
            this.arn = arn;
            this.account = parts[4];
            this.resource = parts[5];
            this.entity = entity(account, resource);
        }

        public String arn() {
            return arn;
        }

        public String account() {
            return account;
        }

        public boolean isRole() {
            return resource.startsWith("role/");
        }

        public boolean isSession() {
            return resource.startsWith("assumed-role/");
        }

        public boolean isFederatedUser() {
            return resource.startsWith("federated-user/");
        }

        public boolean isUser() {
            return resource.startsWith("user/");
        }

        public boolean isRoot() {
            return resource.equals("root");
        }

        /// Roles that AWS services own; no control policy binds them.
        public boolean isServiceLinked() {
            return resource.startsWith("role/aws-service-role/")
                    || resource.startsWith("assumed-role/AWSServiceRoleFor");
        }

        /// What a session stands for, in the form of [Principals]: a role, or for a federated user the user who
        /// federated. Empty for who is no session.
        String entity() {
            return entity;
        }

        /// A session's ARN has its role's name without the path; names are unique in an account.
        private static String entity(String account, String resource) {
            String[] parts = resource.split("/", 3);
            return switch (parts[0]) {
                case "assumed-role" -> parts.length > 1 ? Principals.role(account, parts[1]) : "";
                case "federated-user" ->
                    parts.length > 1 ? Principals.user(account, resource.substring(parts[0].length() + 1)) : "";
                default -> "";
            };
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof InAccount it && it.arn.equals(arn);
        }

        @Override
        public int hashCode() {
            return arn.hashCode();
        }

        @Override
        public String toString() {
            return arn;
        }
    }

    default boolean isAccountItself() {
        return this instanceof InAccount it && it.isRoot();
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
