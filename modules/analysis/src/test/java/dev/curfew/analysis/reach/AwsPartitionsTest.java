package dev.curfew.analysis.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.Estate;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /// Services have names of their own in China: <https://github.com/kubernetes/kops/issues/27>.
    @ParameterizedTest
    @CsvSource({
        "aws, lambda.amazonaws.com, true",
        "aws, lambda.amazonaws.com.cn, false",
        "aws-cn, lambda.amazonaws.com, true",
        "aws-cn, lambda.amazonaws.com.cn, true",
        "aws-cn, ec2.amazonaws.com.cn, false"
    })
    void aRoleIsHandedToTheServiceThatItTrusts(String partition, String service, boolean open) {
        String iam = "arn:" + partition + ":iam::111122223333:";
        IdentityId role = estate.identity("aws.role", iam + "role/runs");
        estate.trust(
                role, "{'Effect':'Allow','Principal':{'Service':'%s'},'Action':'sts:AssumeRole'}".formatted(service));
        IdentityId dev = estate.identity("aws.user", iam + "user/dev");
        estate.grant(
                dev,
                estate.aws(
                        iam + "policy/own",
                        "{'Effect':'Allow','Action':'lambda:UpdateFunction*','Resource':'*'}",
                        "{'Effect':'Allow','Action':'iam:PassRole','Resource':'*','Condition':{'StringEquals':"
                                + "{'iam:PassedToService':'%s'}}}".formatted(service)));

        // nobody says whether there is a function to change
        assertThat(Paths.to(reach(dev), role))
                .isEqualTo(open ? "CONDITIONAL: PASSES_ROLE " + iam + "role/runs" : "none");
    }

    /// Nothing else of the source may have been read, or nobody there may be an identity of AWS.
    @ParameterizedTest
    @CsvSource({"'', none", "111122223333, 'CERTAIN: WRITES arn:aws:sqs:eu-west-1:111122223333:jobs'"})
    void aPolicyOfAmazonsInASourceWithoutIdentitiesLeadsToWhatIsKnownOfItsAccount(String account, String path) {
        PolicyId policy = estate.aws(
                "arn:aws:iam::aws:policy/Queues", "{'Effect':'Allow','Action':'sqs:SendMessage','Resource':'*'}");
        ResourceId queue = estate.resource("aws.sqs", "arn:aws:sqs:eu-west-1:" + account + ":jobs", Sensitivity.HIGH);

        assertThat(Paths.to(reach(policy), queue)).isEqualTo(path);
    }

    private Reach reach(EntityId from) {
        return new BlastRadius(estate.index()).of(from);
    }
}
