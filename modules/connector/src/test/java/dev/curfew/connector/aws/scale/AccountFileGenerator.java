package dev.curfew.connector.aws.scale;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/// Writes an account of any size as the command line prints one: the same seed, the same bytes.
///
/// `AccountFileGenerator FILE ROLES SEED`
public final class AccountFileGenerator {
    private static final String ACCOUNT = "111122223333";
    private static final Instant BEGAN = Instant.parse("2019-01-01T00:00:00Z");
    private static final long SECONDS_SPREAD = 200_000_000;
    private static final List<String> SERVICES = List.of("s3", "sqs", "dynamodb", "secretsmanager", "kms", "lambda");
    private static final int ROLES_PER_USER = 10;
    private static final int ROLES_PER_POLICY = 8;
    private static final int ROLES_PER_GROUP = 100;

    private final SplittableRandom random;
    private final JsonGenerator json;
    private final int roles;

    private AccountFileGenerator(JsonGenerator json, int roles, long seed) {
        this.json = json;
        this.roles = roles;
        this.random = new SplittableRandom(seed);
    }

    public static void main(String[] arguments) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[0])))) {
            write(out, Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]));
        }
    }

    static void write(OutputStream out, int roles, long seed) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(out).useDefaultPrettyPrinter()) {
            new AccountFileGenerator(json, roles, seed).write();
        }
    }

    static int policies(int roles) {
        return Math.max(1, roles / ROLES_PER_POLICY);
    }

    static int users(int roles) {
        return roles / ROLES_PER_USER;
    }

    static int groups(int roles) {
        return Math.max(1, roles / ROLES_PER_GROUP);
    }

    private void write() throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("UserDetailList");
        for (int i = 0; i < users(roles); i++) {
            user(i);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("GroupDetailList");
        for (int i = 0; i < groups(roles); i++) {
            holder("group", "Group", "group-" + i);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("RoleDetailList");
        for (int i = 0; i < roles; i++) {
            role(i);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("Policies");
        for (int i = 0; i < policies(roles); i++) {
            policy(i);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void user(int number) throws IOException {
        holder("user", "User", "user-" + number);
        json.writeArrayFieldStart("GroupList");
        json.writeString("group-" + random.nextInt(groups(roles)));
        json.writeEndArray();
        tags();
        json.writeEndObject();
    }

    private void role(int number) throws IOException {
        holder("role", "Role", "role-" + number);
        json.writeFieldName("AssumeRolePolicyDocument");
        json.writeStartObject();
        json.writeStringField("Version", "2012-10-17");
        json.writeArrayFieldStart("Statement");
        json.writeStartObject();
        json.writeStringField("Effect", "Allow");
        json.writeObjectFieldStart("Principal");
        json.writeStringField("AWS", "arn:aws:iam::" + ACCOUNT + ":role/role-" + random.nextInt(roles));
        json.writeEndObject();
        json.writeStringField("Action", "sts:AssumeRole");
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        tags();
        json.writeObjectFieldStart("RoleLastUsed");
        if (random.nextInt(3) > 0) {
            json.writeStringField("LastUsedDate", date());
            json.writeStringField("Region", "eu-west-1");
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    /// Opens the object, which the caller closes.
    private void holder(String type, String prefix, String name) throws IOException {
        json.writeStartObject();
        json.writeStringField("Path", "/");
        json.writeStringField(prefix + "Name", name);
        json.writeStringField(prefix + "Id", "AID" + (random.nextLong() >>> 1));
        json.writeStringField("Arn", "arn:aws:iam::" + ACCOUNT + ":" + type + "/" + name);
        json.writeStringField("CreateDate", date());
        json.writeArrayFieldStart(prefix + "PolicyList");
        for (int i = random.nextInt(3); i > 0; i--) {
            json.writeStartObject();
            json.writeStringField("PolicyName", "inline-" + i);
            document("PolicyDocument");
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("AttachedManagedPolicies");
        for (int i = random.nextInt(4); i > 0; i--) {
            int policy = random.nextInt(policies(roles));
            json.writeStartObject();
            json.writeStringField("PolicyName", "policy-" + policy);
            json.writeStringField("PolicyArn", "arn:aws:iam::" + ACCOUNT + ":policy/policy-" + policy);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void policy(int number) throws IOException {
        json.writeStartObject();
        json.writeStringField("PolicyName", "policy-" + number);
        json.writeStringField("Arn", "arn:aws:iam::" + ACCOUNT + ":policy/policy-" + number);
        json.writeStringField("DefaultVersionId", "v2");
        json.writeArrayFieldStart("PolicyVersionList");
        for (int version = 2; version > 0; version--) {
            json.writeStartObject();
            document("Document");
            json.writeStringField("VersionId", "v" + version);
            json.writeBooleanField("IsDefaultVersion", version == 2);
            json.writeStringField("CreateDate", date());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void document(String field) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("Version", "2012-10-17");
        json.writeArrayFieldStart("Statement");
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            String service = SERVICES.get(random.nextInt(SERVICES.size()));
            json.writeStartObject();
            json.writeStringField("Sid", "Statement" + i);
            json.writeStringField("Effect", random.nextInt(8) == 0 ? "Deny" : "Allow");
            json.writeArrayFieldStart("Action");
            for (int action = 1 + random.nextInt(5); action > 0; action--) {
                json.writeString(service + ":Get" + action + "*");
            }
            json.writeEndArray();
            json.writeStringField(
                    "Resource",
                    service.equals("s3")
                            ? "arn:aws:s3:::bucket-" + random.nextInt(500) + "/*"
                            : "arn:aws:" + service + ":eu-west-1:" + ACCOUNT + ":thing-" + random.nextInt(2000));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void tags() throws IOException {
        json.writeArrayFieldStart("Tags");
        if (random.nextInt(4) > 0) {
            tag("owner", "team-" + random.nextInt(40));
        }
        tag("environment", random.nextBoolean() ? "production" : "staging");
        json.writeEndArray();
    }

    private void tag(String key, String value) throws IOException {
        json.writeStartObject();
        json.writeStringField("Key", key);
        json.writeStringField("Value", value);
        json.writeEndObject();
    }

    private String date() {
        return BEGAN.plusSeconds(random.nextLong(SECONDS_SPREAD)).toString();
    }
}
