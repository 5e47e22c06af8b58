package dev.curfew.connector.aws.call;

/// The services that are called, each in its one version of the Query protocol.
public enum AwsService {
    IAM("iam", "2010-05-08"),
    STS("sts", "2011-06-15");

    private final String signingName;
    private final String version;

    AwsService(String signingName, String version) {
        this.signingName = signingName;
        this.version = version;
    }

    String signingName() {
        return signingName;
    }

    String version() {
        return version;
    }
}
