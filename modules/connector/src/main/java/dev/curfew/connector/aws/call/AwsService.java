package dev.curfew.connector.aws.call;

/// The services that are called, each in its one version, and the form of its questions: a form, JSON or a path.
public enum AwsService {
    IAM("iam", "2010-05-08", ""),
    STS("sts", "2011-06-15", ""),
    CLOUDTRAIL("cloudtrail", "2013-11-01", "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101"),
    ORGANIZATIONS("organizations", "2016-11-28", "AWSOrganizationsV20161128"),
    S3("s3", "2006-03-01", ""),
    SECRETS_MANAGER("secretsmanager", "2017-10-17", "secretsmanager"),
    KMS("kms", "2014-11-01", "TrentService"),
    LAMBDA("lambda", "2015-03-31", ""),
    EC2("ec2", "2016-11-15", ""),
    ECS("ecs", "2014-11-13", "AmazonEC2ContainerServiceV20141113"),
    EKS("eks", "2017-11-01", ""),
    SQS("sqs", "2012-11-05", "AmazonSQS"),
    SNS("sns", "2010-03-31", ""),
    /// The access portal of IAM Identity Center, which takes no signatures.
    SSO("portal.sso", "2019-06-10", ""),
    /// What hands out the portal's tokens, and takes no signatures either.
    SSO_OIDC("oidc", "2019-06-10", ""),
    /// IAM Identity Center's permission sets and their assignments.
    SSO_ADMIN("sso", "2020-07-20", "SWBExternalService"),
    /// IAM Identity Center's directory.
    IDENTITY_STORE("identitystore", "2020-06-15", "AWSIdentityStore"),
    ACM("acm", "2015-12-08", "CertificateManager");

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

    /// "Amazon SQS uses AWS JSON protocol 1.0" (SQS API Reference); the others speak 1.1.
    String jsonVersion() {
        return this == SQS ? "1.0" : "1.1";
    }
}
