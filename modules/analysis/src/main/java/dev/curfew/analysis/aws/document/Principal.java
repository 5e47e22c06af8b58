package dev.curfew.analysis.aws.document;

import dev.curfew.analysis.aws.document.Principals.Naming;
import java.util.List;
import java.util.stream.Stream;

/// Who asks.
public sealed interface Principal {

    /// A request without a signature.
    record Anonymous() implements Principal {}

    /// An AWS service, for example `ec2.amazonaws.com`.
    record Service(String name) implements Principal {
        private static final String CHINA = "aws-cn";

        /// The names that trust policies of a partition may have for services: in China some end in `.cn`.
        ///
        /// <https://github.com/kubernetes/kops/issues/27>
        public static List<String> local(List<String> names, String partition) {
            return partition.equals(CHINA)
                    ? names.stream()
                            .flatMap(name -> Stream.of(name, name + ".cn"))
                            .toList()
                    : names;
        }
    }

    /// Someone with a token of an identity provider, who becomes a session by it.
    ///
    /// @param provider the provider's ARN or name
    record Federated(String provider) implements Principal {}

    /// A user, a role (any session of it), a session, a federated user, or an account's root user.
    final class InAccount implements Principal {
        private static final int COLONS = 5;
        private static final String ROLE = "role/";
        private static final String SESSION = "assumed-role/";
        private static final String FEDERATED_USER = "federated-user/";
        private static final String USER = "user/";
        private static final String ROOT = "root";

        private final String arn;
        private final String account;
        private final String resource;
        private final String sourceType;
        private final String source;

        /// @throws IllegalArgumentException for something that is no ARN of an account
        public InAccount(String arn) {
            int colon = colon(arn, COLONS);
            int before = arn.lastIndexOf(':', colon - 1);
            if (colon < 0 || colon == before + 1) {
                throw new IllegalArgumentException("not an ARN of an account");
            }
            this.arn = arn;
            this.account = arn.substring(before + 1, colon);
            this.resource = arn.substring(colon + 1);
            this.sourceType = isSession() ? ROLE : USER;
            this.source = source();
        }

        /// Where the colon of this number is; -1 where there are fewer.
        private static int colon(String text, int number) {
            int colon = -1;
            for (int i = 0; i < number; i++) {
                colon = text.indexOf(':', colon + 1);
                if (colon < 0) {
                    return -1;
                }
            }
            return colon;
        }

        /// The name of what a session stands for: a role, or for a federated user the user who federated. Empty for who
        /// is no session.
        private String source() {
            if (isFederatedUser()) {
                return resource.substring(FEDERATED_USER.length());
            }
            if (!isSession()) {
                return "";
            }
            int end = resource.indexOf('/', SESSION.length());
            return resource.substring(SESSION.length(), end < 0 ? resource.length() : end);
        }

        public String arn() {
            return arn;
        }

        public String account() {
            return account;
        }

        public boolean isRole() {
            return resource.startsWith(ROLE);
        }

        public boolean isSession() {
            return resource.startsWith(SESSION);
        }

        public boolean isFederatedUser() {
            return resource.startsWith(FEDERATED_USER);
        }

        public boolean isUser() {
            return resource.startsWith(USER);
        }

        public boolean isRoot() {
            return resource.equals(ROOT);
        }

        /// Roles that AWS services own; no control policy binds them.
        public boolean isServiceLinked() {
            return resource.startsWith("role/aws-service-role/")
                    || resource.startsWith("assumed-role/AWSServiceRoleFor");
        }

        /// How an entry of `AWS` names it. A session's ARN has its role's name without the path; names are unique in an
        /// account.
        Naming namedBy(String named) {
            if (named.equals(arn)) {
                return isRoot() ? Naming.ACCOUNT : isRole() ? Naming.ROLE : Naming.ITSELF;
            }
            if (named.equals(account)) {
                return Naming.ACCOUNT;
            }
            int colon = colon(named, COLONS);
            int accountStart = colon - account.length();
            boolean inAccount =
                    colon > 0 && named.startsWith(account, accountStart) && named.charAt(accountStart - 1) == ':';
            if (!inAccount) {
                return Naming.NOT;
            }
            if (named.startsWith(ROOT, colon + 1) && named.length() == colon + 1 + ROOT.length()) {
                return Naming.ACCOUNT;
            }
            int name = named.length() - source.length();
            boolean isSource = !source.isEmpty()
                    && named.startsWith(sourceType, colon + 1)
                    && named.endsWith(source)
                    && named.charAt(name - 1) == '/';
            return isSource ? Naming.ROLE : Naming.NOT;
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
