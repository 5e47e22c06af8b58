package dev.curfew.app.cli.escalations;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.curfew.analysis.escalation.catalogue.AwsCatalogue;
import dev.curfew.analysis.escalation.catalogue.Method;
import dev.curfew.analysis.escalation.catalogue.Way;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// An account's file with more ways to become an administrator than a real one has: of a statement in seven the actions
/// are a method's, half of all statements are on everything, a role in fifty is an administrator. The same seed, the
/// same bytes.
///
/// `DenseAccount FILE ROLES SEED`
final class DenseAccount {
    private static final String ACCOUNT = "111122223333";
    private static final String ARN = "arn:aws:iam::" + ACCOUNT + ":";
    private static final String ADMINISTRATOR = "AdministratorAccess";
    private static final String ADMINISTRATOR_ARN = "arn:aws:iam::aws:policy/" + ADMINISTRATOR;
    private static final List<String> SERVICES =
            List.of("ec2", "lambda", "ecs-tasks", "cloudformation", "codebuild", "glue", "sagemaker", "batch");
    private static final List<String> HARMLESS =
            List.of("s3:GetObject", "sqs:SendMessage", "dynamodb:Query", "kms:Decrypt", "logs:PutLogEvents");
    private static final int ROLES_PER_USER = 10;
    private static final int ROLES_PER_POLICY = 8;
    private static final int ROLES_PER_GROUP = 100;

    private final List<Method<Way>> methods = AwsCatalogue.packaged();
    private final JsonGenerator json;
    private final int roles;
    private final SplittableRandom random;

    private DenseAccount(JsonGenerator json, int roles, long seed) {
        this.json = json;
        this.roles = roles;
        this.random = new SplittableRandom(seed);
    }

    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]));
    }

    static Path write(Path file, int roles, long seed) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                JsonGenerator json = new JsonFactory().createGenerator(out)) {
            new DenseAccount(json, roles, seed).write();
        }
        return file;
    }

    private int users() {
        return roles / ROLES_PER_USER;
    }

    private int groups() {
        return Math.max(1, roles / ROLES_PER_GROUP);
    }

    private int policies() {
        return Math.max(1, roles / ROLES_PER_POLICY);
    }

    private boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    private void write() throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("UserDetailList");
        for (int i = 0; i < users(); i++) {
            holder("User", "user", i);
            json.writeArrayFieldStart("GroupList");
            if (oneIn(2)) {
                json.writeString("group-" + random.nextInt(groups()));
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("GroupDetailList");
        for (int i = 0; i < groups(); i++) {
            holder("Group", "group", i);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("RoleDetailList");
        for (int i = 0; i < roles; i++) {
            holder("Role", "role", i);
            role(i);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("Policies");
        for (int i = 0; i < policies(); i++) {
            policy(i);
        }
        administrator();
        json.writeEndArray();
        json.writeEndObject();
    }

    /// Opens the object, which the caller closes.
    private void holder(String type, String kind, int number) throws IOException {
        json.writeStartObject();
        json.writeStringField("Path", "/");
        json.writeStringField(type + "Name", kind + "-" + number);
        json.writeStringField(type + "Id", "AIDA" + kind.toUpperCase(Locale.ROOT) + number);
        json.writeStringField("Arn", ARN + kind + "/" + kind + "-" + number);
        json.writeStringField("CreateDate", "2024-01-01T00:00:00Z");
        json.writeArrayFieldStart(type + "PolicyList");
        for (int i = random.nextInt(3); i > 0; i--) {
            json.writeStartObject();
            json.writeStringField("PolicyName", "inline-" + i);
            document("PolicyDocument");
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("AttachedManagedPolicies");
        if (kind.equals("role") && oneIn(50)) {
            attached(ADMINISTRATOR, ADMINISTRATOR_ARN);
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            String name = "policy-" + random.nextInt(policies());
            attached(name, ARN + "policy/" + name);
        }
        json.writeEndArray();
        if (!kind.equals("group") && oneIn(20)) {
            json.writeObjectFieldStart("PermissionsBoundary");
            json.writeStringField("PermissionsBoundaryType", "Policy");
            json.writeStringField("PermissionsBoundaryArn", ARN + "policy/policy-" + random.nextInt(policies()));
            json.writeEndObject();
        }
    }

    private void attached(String name, String arn) throws IOException {
        json.writeStartObject();
        json.writeStringField("PolicyName", name);
        json.writeStringField("PolicyArn", arn);
        json.writeEndObject();
    }

    private void role(int number) throws IOException {
        json.writeObjectFieldStart("AssumeRolePolicyDocument");
        json.writeStringField("Version", "2012-10-17");
        json.writeArrayFieldStart("Statement");
        json.writeStartObject();
        json.writeStringField("Effect", "Allow");
        json.writeObjectFieldStart("Principal");
        switch (random.nextInt(3)) {
            case 0 -> json.writeStringField("AWS", ARN + "root");
            case 1 -> json.writeStringField("AWS", ARN + "role/role-" + random.nextInt(roles));
            default ->
                json.writeStringField("Service", SERVICES.get(random.nextInt(SERVICES.size())) + ".amazonaws.com");
        }
        json.writeEndObject();
        json.writeStringField("Action", "sts:AssumeRole");
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeArrayFieldStart("InstanceProfileList");
        if (oneIn(4)) {
            json.writeStartObject();
            json.writeStringField("InstanceProfileName", "profile-" + number);
            json.writeStringField("Arn", ARN + "instance-profile/profile-" + number);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void policy(int number) throws IOException {
        json.writeStartObject();
        json.writeStringField("PolicyName", "policy-" + number);
        json.writeStringField("Arn", ARN + "policy/policy-" + number);
        json.writeStringField("DefaultVersionId", "v1");
        json.writeArrayFieldStart("PolicyVersionList");
        for (int version = 1 + random.nextInt(3); version > 0; version--) {
            json.writeStartObject();
            document("Document");
            json.writeStringField("VersionId", "v" + version);
            json.writeBooleanField("IsDefaultVersion", version == 1);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /// AWS's own, of which an account's file has those that are attached.
    private void administrator() throws IOException {
        json.writeStartObject();
        json.writeStringField("PolicyName", ADMINISTRATOR);
        json.writeStringField("Arn", ADMINISTRATOR_ARN);
        json.writeStringField("DefaultVersionId", "v1");
        json.writeArrayFieldStart("PolicyVersionList");
        json.writeStartObject();
        json.writeFieldName("Document");
        json.writeRawValue("""
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}\
                """);
        json.writeStringField("VersionId", "v1");
        json.writeBooleanField("IsDefaultVersion", true);
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void document(String field) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("Version", "2012-10-17");
        json.writeArrayFieldStart("Statement");
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            json.writeStartObject();
            json.writeStringField("Effect", oneIn(60) ? "Deny" : "Allow");
            json.writeArrayFieldStart("Action");
            for (String action : actions()) {
                json.writeString(action);
            }
            json.writeEndArray();
            json.writeStringField("Resource", resource());
            if (oneIn(15)) {
                condition();
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private List<String> actions() {
        if (!oneIn(7)) {
            return List.of(HARMLESS.get(random.nextInt(HARMLESS.size())));
        }
        List<String> permissions = methods.get(random.nextInt(methods.size())).permissions();
        return oneIn(2)
                ? permissions
                : permissions.stream().map(DenseAccount::all).toList();
    }

    /// Everything of the action's service; of IAM only the passing of roles, or whoever holds it had every method.
    private static String all(String action) {
        String service = action.substring(0, action.indexOf(':'));
        return service.equals("iam") ? action : service + ":*";
    }

    private String resource() {
        return switch (random.nextInt(8)) {
            case 0 -> ARN + "role/role-" + random.nextInt(10) + "*";
            case 1 -> ARN + "role/role-" + random.nextInt(roles);
            case 2 -> ARN + "user/user-" + random.nextInt(10) + "*";
            default -> "*";
        };
    }

    private void condition() throws IOException {
        json.writeObjectFieldStart("Condition");
        if (oneIn(2)) {
            json.writeObjectFieldStart("Bool");
            json.writeStringField("aws:MultiFactorAuthPresent", "true");
        } else {
            json.writeObjectFieldStart("StringEquals");
            json.writeStringField(
                    "iam:PassedToService", SERVICES.get(random.nextInt(SERVICES.size())) + ".amazonaws.com");
        }
        json.writeEndObject();
        json.writeEndObject();
    }
}
