package dev.curfew.connector.rate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.model.connection.Secret;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.install.Cache;
import dev.curfew.testbed.install.Requirements;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// An account of many roles, each with an inline and an attached policy, and of a hundredth as many users, each with a
/// key; and boto3, which reads all that Curfew reads there.
final class AwsPlace implements Place {
    private static final String DRIVER = "account.py";
    private static final int ROLES_PER_USER = 100;
    private static final int ROLES_PER_POLICY = 20;

    private final Moto moto = Moto.start();
    private final Moto.AccessKey key = moto.administrator("reader");
    private final Path folder;

    private AwsPlace(Path folder) {
        this.folder = folder;
    }

    static AwsPlace of(int roles, Path folder) {
        AwsPlace place = new AwsPlace(folder);
        int policies = Math.max(1, roles / ROLES_PER_POLICY);
        Making.of(policies, place::policy);
        Making.of(roles, number -> place.role(number, policies));
        Making.of(roles / ROLES_PER_USER, place::user);
        return place;
    }

    private void policy(int number) {
        call("CreatePolicy", Map.of("PolicyName", "policy-" + number, "PolicyDocument", document(number)));
    }

    private void role(int number, int policies) {
        String name = "role-" + number;
        call("CreateRole", Map.of("RoleName", name, "AssumeRolePolicyDocument", """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},\
                "Action":"sts:AssumeRole"}]}"""));
        call("PutRolePolicy", Map.of("RoleName", name, "PolicyName", "inline", "PolicyDocument", document(number)));
        call(
                "AttachRolePolicy",
                Map.of(
                        "RoleName",
                        name,
                        "PolicyArn",
                        "arn:aws:iam::" + Moto.ACCOUNT + ":policy/policy-" + number % policies));
    }

    private void user(int number) {
        call("CreateUser", Map.of("UserName", "user-" + number));
        call("CreateAccessKey", Map.of("UserName", "user-" + number));
    }

    private static String document(int number) {
        return """
                {"Version":"2012-10-17","Statement":[{"Sid":"Read","Effect":"Allow","Action":["s3:GetObject",\
                "s3:ListBucket"],"Resource":["arn:aws:s3:::bucket-%d","arn:aws:s3:::bucket-%d/*"]},{"Sid":"Keys",\
                "Effect":"Allow","Action":"kms:Decrypt","Resource":"*"}]}""".formatted(number, number);
    }

    private void call(String action, Map<String, String> parameters) {
        moto.iam(action, parameters).ok();
    }

    @Override
    public Target target() {
        try (Secret secret = key.secret().copy()) {
            return new Target("aws", moto.endpoint(), key.id() + " " + secret.reveal(), Map.of("region", "eu-west-1"));
        }
    }

    @Override
    public List<Rival> rivals() {
        try (Secret secret = key.secret().copy()) {
            return List.of(new Rival(
                    "boto3",
                    List.of(
                            Cache.ofUser()
                                    .environment(Requirements.MOTO)
                                    .resolve("bin/python")
                                    .toString(),
                            driver().toString(),
                            moto.endpoint().toString()),
                    Map.of("AWS_ACCESS_KEY_ID", key.id(), "AWS_SECRET_ACCESS_KEY", secret.reveal()),
                    AwsPlace::listed));
        }
    }

    private Path driver() {
        try (InputStream in = Objects.requireNonNull(AwsPlace.class.getResourceAsStream(DRIVER))) {
            return Files.write(folder.resolve(DRIVER), in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Listed listed(String output) {
        JsonNode told = Json.tree(output);
        return new Listed(
                Json.counts(told.path("listed")), told.path("requests").asLong());
    }

    @Override
    public void close() {
        moto.close();
    }
}
