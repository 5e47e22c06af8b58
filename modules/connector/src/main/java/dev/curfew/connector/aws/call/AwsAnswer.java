package dev.curfew.connector.aws.call;

/// What became of a call.
public sealed interface AwsAnswer {
    /// For a person: status and error code, never a secret.
    String detail();

    /// @param body of the answer, in the service's form
    record Done(String body) implements AwsAnswer {
        @Override
        public String detail() {
            return "200";
        }

        /// Without the body.
        @Override
        public String toString() {
            return "Done[characters=" + body.length() + "]";
        }
    }

    /// AWS's own no.
    ///
    /// @param code as AWS names it, for example `AccessDenied`
    record Failed(int status, String code, String detail, AwsError error) implements AwsAnswer {}

    /// An answer that is not AWS's: a proxy's page, a server's crash.
    record Foreign(int status, String detail) implements AwsAnswer {}

    /// No whole answer; the call may have done what it should.
    ///
    /// @param connected false where it cannot have arrived
    record None(boolean connected, String detail) implements AwsAnswer {}
}
