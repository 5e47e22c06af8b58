package dev.curfew.app.chain;

import dev.curfew.testbed.Moto;
import java.time.Instant;

/// Log files as CloudTrail writes them. There is no real CloudTrail to ask: records have the contents that
/// <https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html> and
/// its examples give them.
public final class CloudTrailLines {
    private CloudTrailLines() {}

    /// A whole log file.
    public static String file(String... records) {
        return "{\"Records\":[" + String.join(",\n", records) + "]}";
    }

    /// @param identity who did it, as [#user] has it
    /// @param more fields, with commas between; may be empty
    public static String record(Instant at, String identity, String service, String name, String more) {
        return """
                {"eventVersion":"1.09","userIdentity":%s,"eventTime":"%s",
                "eventSource":"%s.amazonaws.com","eventName":"%s","awsRegion":"eu-central-1",
                "sourceIPAddress":"192.0.2.7","userAgent":"aws-cli/2","eventID":"%s-%s","eventType":"AwsApiCall"%s}""".formatted(identity, at, service, name, name, at, more.isEmpty() ? "" : "," + more);
    }

    /// A user of moto's account.
    public static String user(String name, String key) {
        return """
                {"type":"IAMUser","principalId":"AIDACKCEVSQ6C2EXAMPLE","arn":"arn:aws:iam::%s:user/%s","accountId":"%s",
                "accessKeyId":"%s","userName":"%s"}""".formatted(Moto.ACCOUNT, name, Moto.ACCOUNT, key, name);
    }
}
