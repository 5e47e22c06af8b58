package dev.curfew.connector.sample;

import dev.curfew.connector.sample.SampleWorld.BatchJob;
import dev.curfew.connector.sample.SampleWorld.Service;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import java.util.Map;

/// The crowd in the sample's AWS account: a role and a secret a service, and batch users with keys.
final class AwsServices {
    private final FactSheet sheet;
    private final SampleWorld world;

    AwsServices(FactSheet sheet, SampleWorld world) {
        this.sheet = sheet;
        this.world = world;
    }

    void tell() {
        world.services().forEach(this::service);
        for (int i = 0; i < world.batchJobs().size(); i++) {
            batchJob(world.batchJobs().get(i), i);
        }
    }

    private void service(Service service) {
        String name = "svc-" + service.name();
        String secret = AwsNames.secret(service.environment() + "/" + service.name());
        Ownership owner = service.hasOwner() ? FactSheet.owned(service.team()) : new Ownership.Unowned();
        IdentityId role = sheet.identity(
                "aws.role",
                AwsNames.role(name),
                name,
                owner,
                service.ageDays(),
                sheet.seen(service.idleDays(), "secretsmanager"),
                Map.of("team", service.team(), "environment", service.environment()));
        PolicyId trust = sheet.policy(
                "aws.trust-policy",
                AwsNames.role(name) + "#trust",
                name + " trust",
                AwsNames.trustServiceAccount(service.team(), service.name()));
        sheet.trust(role, "aws.assume-role", trust);
        sheet.resource(
                "aws.secretsmanager",
                secret,
                service.environment() + "/" + service.name(),
                service.environment().equals("production") ? Sensitivity.ELEVATED : Sensitivity.LOW,
                Map.of("environment", service.environment()));
        sheet.grant(
                role,
                sheet.policy(
                        "aws.policy",
                        AwsNames.role(name) + "#inline/own-secret",
                        name + " own secret",
                        AwsNames.allow("OwnSecret|secretsmanager:GetSecretValue|" + secret)));
    }

    private void batchJob(BatchJob job, int number) {
        IdentityId user = sheet.identity(
                "aws.user",
                AwsNames.user(job.name()),
                job.name(),
                FactSheet.owned(job.team()),
                job.keyAgeDays(),
                sheet.seen(job.idleDays(), "s3"),
                Map.of("team", job.team(), "environment", "production"));
        sheet.grant(
                user,
                sheet.policy(
                        "aws.policy",
                        AwsNames.user(job.name()) + "#inline/batch",
                        job.name() + " batch",
                        AwsNames.allow("Own|s3:GetObject,s3:PutObject|"
                                + AwsNames.bucket("harbourlight-batch/" + job.name() + "/*"))));
        String keyId = "AKIASAMPLEBATCH%06d".formatted(number);
        sheet.credential(
                "aws.access-key",
                keyId,
                keyId,
                user,
                job.keyAgeDays(),
                new Expiry.Never(),
                sheet.seen(job.idleDays(), "s3 eu-central-1"),
                Map.of());
    }
}
