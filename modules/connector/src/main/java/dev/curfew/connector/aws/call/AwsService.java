package dev.curfew.connector.aws.call;

/// The services that are called, each in its one version, and the form of its questions: a form or JSON.
public enum AwsService {
    IAM("iam", "2010-05-08", ""),
    STS("sts", "2011-06-15", ""),
    CLOUDTRAIL("cloudtrail", "2013-11-01", "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101"),
    ORGANIZATIONS("organizations", "2016-11-28", "AWSOrganizationsV20161128");

    private final String signingName;
    private final String version;
    private final String targetPrefix;

    AwsService(String signingName, String version, String targetPrefix) {
        this.signingName = signingName;
        this.version = version;
        this.targetPrefix = targetPrefix;
    }

    /// Before the action in the header `X-Amz-Target`; empty where the body names it.
    String targetPrefix() {
        return targetPrefix;
    }

    /// Where Amazon has it, it is also the first part of the host's name.
    String signingName() {
        return signingName;
    }

    String version() {
        return version;
    }
}
