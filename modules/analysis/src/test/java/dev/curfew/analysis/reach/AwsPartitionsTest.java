package dev.curfew.analysis.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.Estate;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.ResourceId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// GovCloud and China write their ARNs with a partition of their own (AWS General Reference, "Amazon Resource Names").
class AwsPartitionsTest {
    private final Estate estate = Estate.of("aws");

    @ParameterizedTest
    @ValueSource(strings = {"aws", "aws-us-gov", "aws-cn"})
    void anAdministratorIsFoundAndStoppedByTheAccountsControlPolicy(String partition) {
        String iam = "arn:" + partition + ":iam::111122223333:";
        ResourceId account = ResourceId.of("aws", iam + "root");
        ResourceId bucket = estate.resource("aws.s3", "arn:" + partition + ":s3:::logs", Sensitivity.HIGH);
        IdentityId admin = estate.identity("aws.role", iam + "role/admin");
        String everything = "{'Effect':'Allow','Action':'*','Resource':'arn:%s:*'}".formatted(partition);
        estate.grant(admin, estate.aws(iam + "policy/all", everything));

        assertThat(Paths.to(reach(admin), account)).startsWith("CERTAIN").endsWith("ADMINISTERS " + iam + "root");
        estate.grant(
                account,
                estate.aws(
                        iam + "policy/scp",
                        "{'Effect':'Allow','Action':'*','Resource':'*'}",
                        "{'Effect':'Deny','Action':'s3:*','Resource':'*'}"),
                GrantRole.SERVICE_CONTROL,
                "");
        assertThat(Paths.to(reach(admin), bucket)).isEqualTo("none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws", "aws-us-gov", "aws-cn"})
    void whoeverMayRewriteTheirOwnPolicyOrIsTrustedWithTheAccountGetsFurther(String partition) {
        String iam = "arn:" + partition + ":iam::111122223333:";
        ResourceId account = ResourceId.of("aws", iam + "root");
        IdentityId deployer = estate.identity("aws.role", iam + "role/deployer");
        estate.grant(
                deployer,
                estate.aws(
                        iam + "policy/own",
                        "{'Effect':'Allow','Action':'iam:CreatePolicyVersion','Resource':'%spolicy/own'}"
                                .formatted(iam)));
        IdentityId caller = estate.identity("aws.role", iam + "role/caller");
        estate.grant(
                caller,
                estate.aws(iam + "policy/assume", "{'Effect':'Allow','Action':'sts:AssumeRole','Resource':'*'}"));
        estate.trust(
                deployer, "{'Effect':'Allow','Principal':{'AWS':'%sroot'},'Action':'sts:AssumeRole'}".formatted(iam));

        assertThat(Paths.to(reach(caller), account))
                .contains("ASSUMES " + iam + "role/deployer")
                .endsWith("ESCALATES " + iam + "root");
    }

    private Reach reach(IdentityId from) {
        return new BlastRadius(estate.index()).of(from);
    }
}
