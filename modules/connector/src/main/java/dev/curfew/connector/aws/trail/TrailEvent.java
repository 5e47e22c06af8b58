package dev.curfew.connector.aws.trail;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.sheet.Json;
import dev.curfew.model.timeline.DeedKind;
import dev.curfew.model.timeline.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// A record of CloudTrail. Of what was asked and answered only names are taken: values may be secret.
record TrailEvent(JsonNode event) {
    private static final Set<String> SECRETS =
            Set.of("GetSecretValue", "BatchGetSecretValue", "GetPasswordData", "GetAuthorizationToken");
    private static final Pattern PARAMETERS = Pattern.compile("GetParameter(?:s|sByPath|History)?");
    private static final Pattern BECOMES =
            Pattern.compile("AssumeRole.*|AssumeRoot|GetFederationToken|GetSessionToken|ConsoleLogin|SwitchRole");
    private static final Pattern MAKES =
            Pattern.compile("(?:Create|Run|Attach|Add|Register|Import|Upload|Issue|Request|Allocate).*|Put.*Policy");
    private static final Pattern DELETES = Pattern.compile(
            "(?:Delete|Remove|Detach|Terminate|Deregister|Revoke|Cancel|BatchDelete).*|Schedule.*Deletion");
    private static final Pattern READS = Pattern.compile("(?:Get|List|Describe|Head|Lookup|Batch(?:Get|Check)).*");

    /// Parameters that name what something is done to, the nearest first.
    private static final List<String> NAMES = List.of(
            "secretId",
            "userName",
            "roleArn",
            "roleName",
            "groupName",
            "policyArn",
            "policyName",
            "functionName",
            "bucketName",
            "instanceId",
            "keyId",
            "name",
            "path");

    String id() {
        return event.path("eventID").asText();
    }

    Instant at() {
        return Json.instant(event.path("eventTime")).orElse(Instant.EPOCH);
    }

    /// Who it was: a user, root, or the session of a role.
    String arn() {
        return event.path("userIdentity").path("arn").asText();
    }

    /// The role that the session is of; empty for others.
    String role() {
        return event.path("userIdentity")
                .path("sessionContext")
                .path("sessionIssuer")
                .path("arn")
                .asText();
    }

    /// The key that it was signed with; empty where none was.
    String key() {
        return event.path("userIdentity").path("accessKeyId").asText();
    }

    /// The id of a key that was made, lasting or of a session; empty where none was.
    String made() {
        JsonNode answer = event.path("responseElements");
        String session = answer.path("credentials").path("accessKeyId").asText();
        return session.isEmpty() ? answer.path("accessKey").path("accessKeyId").asText() : session;
    }

    boolean failed() {
        return !event.path("errorCode").asText().isEmpty()
                || event.path("responseElements").path("ConsoleLogin").asText().equals("Failure");
    }

    Origin from() {
        return new Origin(
                event.path("sourceIPAddress").asText(), event.path("userAgent").asText(), key());
    }

    private String name() {
        return event.path("eventName").asText();
    }

    /// `iam`, of `iam.amazonaws.com`.
    String service() {
        return event.path("eventSource").asText().replaceFirst("\\.amazonaws\\.com(?:\\.cn)?$", "");
    }

    /// `iam:CreateUser eve`.
    String target() {
        String object = object();
        return service() + ":" + name() + (object.isEmpty() ? "" : " " + object);
    }

    private String object() {
        JsonNode asked = event.path("requestParameters");
        for (String each : NAMES) {
            if (asked.path(each).isTextual()) {
                String key = asked.path("key").asText();
                return asked.path(each).asText() + (each.equals("bucketName") && !key.isEmpty() ? "/" + key : "");
            }
        }
        return event.path("resources").path(0).path("ARN").asText();
    }

    DeedKind kind() {
        if (BECOMES.matcher(name()).matches()) {
            return DeedKind.BECAME;
        }
        if (SECRETS.contains(name()) || isDecrypted()) {
            return DeedKind.READ_SECRET;
        }
        if (event.path("readOnly").asBoolean() || READS.matcher(name()).matches()) {
            return DeedKind.READ;
        }
        if (MAKES.matcher(name()).matches()) {
            return DeedKind.CREATED;
        }
        return DELETES.matcher(name()).matches() ? DeedKind.DELETED : DeedKind.CHANGED;
    }

    private boolean isDecrypted() {
        return PARAMETERS.matcher(name()).matches()
                && event.path("requestParameters").path("withDecryption").asBoolean();
    }
}
