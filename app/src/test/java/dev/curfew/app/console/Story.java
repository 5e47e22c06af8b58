package dev.curfew.app.console;

/// Who is who in the sample estate.
final class Story {

    /// Any repository of the organisation becomes it, and it hands an administrator to Lambda.
    static final String CI_ROLE = "sample-aws:arn:aws:iam::111122223333:role/ci-deployer";

    static final String CI_ROLE_NAME = "ci-deployer";

    private Story() {}
}
