package dev.curfew.analysis.aws;

import static dev.curfew.analysis.aws.AwsCase.ACCOUNT;
import static dev.curfew.analysis.aws.AwsCase.ALLOW;
import static dev.curfew.analysis.aws.AwsCase.ALLOW_ALL;
import static dev.curfew.analysis.aws.AwsCase.BUILD;
import static dev.curfew.analysis.aws.AwsCase.OTHER;
import static dev.curfew.analysis.aws.AwsCase.ROLE;
import static dev.curfew.analysis.aws.AwsCase.USER;
import static dev.curfew.analysis.aws.AwsCase.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.aws.document.Principal;
import dev.curfew.model.evaluation.DecidingStatement;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.evaluation.PolicyLayer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What AWS decides unlike one would think, each with its page.
class AwsEdgeCasesTest {
    private static final String KEY = "arn:aws:kms:eu-central-1:111122223333:key/k";
    private static final String FOR_ALL = "{'Effect':'Allow','Principal':'*','Action':'*','Resource':'*'}";
    private static final ResourceSettings CLOSED = new ResourceSettings(true, List.of());

    /// <https://docs.aws.amazon.com/kms/latest/developerguide/grants.html>
    @Test
    void aGrantOfAKeyAllowsWhatItNamesToWhomItNames() {
        ResourceSettings grant = granted(ROLE, Map.of(), Map.of());
        assertThat(request().does("kms:Decrypt").on(KEY).settings(grant).decide())
                .isEqualTo(new Evaluation.Allowed(List.of(DecidingStatement.given("g-1", "grant"))));
        assertThat(request()
                        .by(BUILD)
                        .does("kms:Decrypt")
                        .on(KEY)
                        .settings(grant)
                        .isAllowed())
                .isTrue();
        assertThat(request().does("kms:Encrypt").on(KEY).settings(grant).decide())
                .isEqualTo(blocked(PolicyLayer.RESOURCE, PolicyLayer.IDENTITY));
        assertThat(request()
                        .by(USER)
                        .does("kms:Decrypt")
                        .on(KEY)
                        .settings(grant)
                        .isAllowed())
                .isFalse();
        assertThat(request()
                        .does("kms:Decrypt")
                        .on(KEY)
                        .settings(grant)
                        .identity(AwsCase.DENY.replace("s3:*", "kms:*"))
                        .decide())
                .isInstanceOf(Evaluation.ExplicitlyDenied.class);
    }

    /// <https://docs.aws.amazon.com/kms/latest/APIReference/API_GrantConstraints.html>
    @Test
    void aGrantsConstraintsAreOnTheEncryptionContext() {
        ResourceSettings exactly = granted(ROLE, Map.of("app", "pay"), Map.of());
        ResourceSettings atLeast = granted(ROLE, Map.of(), Map.of("app", "pay"));
        AwsCase both = request()
                .does("kms:Decrypt")
                .on(KEY)
                .with("kms:EncryptionContext:app", "pay")
                .with("kms:EncryptionContext:stage", "x");
        assertThat(both.settings(exactly).isAllowed()).isFalse();
        assertThat(both.settings(atLeast).isAllowed()).isTrue();
        assertThat(request()
                        .does("kms:Decrypt")
                        .on(KEY)
                        .partly()
                        .settings(atLeast)
                        .decide())
                .isEqualTo(new Evaluation.Conditional(
                        List.of(DecidingStatement.given("g-1", "grant")), Set.of("kms:EncryptionContext:app")));
    }

    /// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html>
    @Test
    void aPublicBucketThatIsRestrictedGivesStrangersNothing() {
        String fewer = FOR_ALL.replace(
                "'Resource':'*'", "'Resource':'*','Condition':{'StringEquals':{'aws:PrincipalOrgID':'o-1'}}");
        String wide = FOR_ALL.replace(
                "'Resource':'*'", "'Resource':'*','Condition':{'IpAddress':{'aws:SourceIp':'0.0.0.0/1'}}");
        AwsCase stranger = request().ownedBy(OTHER).identity(ALLOW).settings(CLOSED);
        assertThat(stranger.resource(FOR_ALL).decide()).isEqualTo(blocked(PolicyLayer.RESOURCE));
        assertThat(request()
                        .on("arn:aws-us-gov:s3:::logs/a")
                        .ownedBy(OTHER)
                        .settings(CLOSED)
                        .identity(ALLOW.replace("arn:aws:", "arn:aws-us-gov:"))
                        .resource(FOR_ALL)
                        .decide())
                .isEqualTo(blocked(PolicyLayer.RESOURCE));
        assertThat(stranger.with("aws:SourceIp", "9.9.9.9").resource(wide).isAllowed())
                .isFalse();
        assertThat(stranger.with("aws:SourceIp", "10.1.1.1")
                        .resource(wide.replace("0.0.0.0/1", "10.0.0.0/7"))
                        .isAllowed())
                .isFalse();
        assertThat(stranger.resource(wide.replace("0.0.0.0/1", "10.0.0.0/8")).isAllowed())
                .isTrue();
        assertThat(stranger.with("aws:PrincipalOrgID", "o-1").resource(fewer).isAllowed())
                .isTrue();
        assertThat(request()
                        .by(new Principal.Anonymous())
                        .settings(CLOSED)
                        .resource(FOR_ALL)
                        .isAllowed())
                .isFalse();
        assertThat(request().settings(CLOSED).resource(FOR_ALL).isAllowed()).isTrue();
        assertThat(request()
                        .by(new Principal.Service("logging.s3.amazonaws.com"))
                        .settings(CLOSED)
                        .resource(FOR_ALL)
                        .isAllowed())
                .isTrue();
    }

    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html#iam-term-role-chaining>
    @Test
    void aSessionAssumesARoleForOneHourAtMost() {
        String trust = "{'Effect':'Allow','Principal':{'AWS':'" + ROLE + "'},'Action':'sts:AssumeRole'}";
        AwsCase chained = request()
                .by(BUILD)
                .does("sts:AssumeRole")
                .on("arn:aws:iam::111122223333:role/admin")
                .resource(trust);
        assertThat(chained.with("sts:DurationSeconds", "3600").isAllowed()).isTrue();
        assertThat(chained.with("sts:DurationSeconds", "3601").isAllowed()).isFalse();
        assertThat(request()
                        .by(USER)
                        .does("sts:AssumeRole")
                        .on("arn:aws:iam::111122223333:role/admin")
                        .resource(trust.replace(ROLE, USER))
                        .with("sts:DurationSeconds", "43200")
                        .isAllowed())
                .isTrue();
    }

    /// <https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html>,
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html>,
    /// <https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html>
    @ParameterizedTest
    @CsvSource({
        "iam:PutRolePolicy,arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_1",
        "iam:CreatePolicyVersion,arn:aws:iam::aws:policy/AdministratorAccess",
        "kms:UpdateAlias,arn:aws:kms:eu-west-1:111122223333:alias/aws/s3"
    })
    void whatIsAwssOwnNobodyChanges(String action, String arn) {
        AwsCase change = request().does(action).on(arn).identity(ALLOW_ALL);
        assertThat(change.decide()).isEqualTo(blocked(PolicyLayer.RESOURCE));
        assertThat(change.identity(AwsCase.DENY.replace("s3:*", "*")).decide())
                .isInstanceOf(Evaluation.ExplicitlyDenied.class);
    }

    /// <https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html>
    @Test
    void whoOneIsMayBeAskedEvenWhereItIsDenied() {
        String deny = "{'Effect':'Deny','Action':'*','Resource':'*'}";
        assertThat(request()
                        .does("sts:GetCallerIdentity")
                        .on("*")
                        .identity(deny)
                        .isAllowed())
                .isTrue();
    }

    /// <https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html>
    @Test
    void anEndpointsPolicySpeaksToWhomItNames() {
        AwsCase through = request().identity(ALLOW);
        assertThat(through.endpoint(FOR_ALL.replace("'*','Act", "{'AWS':'" + OTHER + "'},'Act"))
                        .decide())
                .isEqualTo(blocked(PolicyLayer.VPC_ENDPOINT));
        assertThat(through.endpoint(FOR_ALL.replace("'*','Act", "{'AWS':'" + ACCOUNT + "'},'Act"))
                        .isAllowed())
                .isTrue();
    }

    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html>,
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html>
    @ParameterizedTest
    @CsvSource({
        "StringEquals,a${*}b,a*b,true",
        "StringNotEquals,a${?}b,a?b,false",
        "StringLike,a${*}b,axb,false",
        "NotIpAddress,10.0.0.1,2001:db8::1,true",
        "IpAddress,2001:db8:0:0::1,2001:DB8::1,true",
        "IpAddress,0.0.0.0/0,203.0.113.7,true",
        "ForAnyValue:StringEqualsIfExists,a,,true",
        "ForAnyValue:StringEquals,a,,false",
        "DateLessThan,2026-11-22T00:00:00Z,1700000000,true",
        "DateEquals,2023-11-14T22:13:20Z,1700000000,true",
        "DateEquals,2026-11,2026-11-01T00:00:00Z,true",
        "ArnLike,arn:aws:s3:::logs*,arn:aws:s3:::logs:x/y,true",
        "ArnLike,arn:aws:sns:*:alarms,arn:aws:sns:eu-west-1:111122223333:alarms,false"
    })
    void conditionsCompareAsTheirPageSays(String operator, String policy, String given, boolean holds) {
        AwsCase asked = given == null ? request() : request().with("my:Key", given);
        assertThat(asked.identity("{'Effect':'Allow','Action':'*','Resource':'*','Condition':{'" + operator
                                + "':{'my:Key':'" + policy + "'}}}")
                        .isAllowed())
                .isEqualTo(holds);
    }

    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html>
    @Test
    void wildcardsAndVariablesStandAnywhereInAResourcesName() {
        assertThat(request()
                        .identity("{'Effect':'Allow','Action':'*','Resource':'arn:aws:s3::*:l?gs/*'}")
                        .isAllowed())
                .isTrue();
        assertThat(request()
                        .does("sqs:SendMessage")
                        .on("arn:aws:sqs:eu-west-1:111122223333:ann-jobs")
                        .with("aws:username", "ann")
                        .identity("{'Effect':'Allow','Action':'*','Resource':'arn:aws:sqs:*:*:${aws:username}-*'}")
                        .isAllowed())
                .isTrue();
    }

    private static ResourceSettings granted(
            String grantee, Map<String, String> contextEquals, Map<String, String> contextSubset) {
        return new ResourceSettings(
                false, List.of(new KmsGrant("g-1", grantee, Set.of("Decrypt"), contextEquals, contextSubset)));
    }

    private static Evaluation blocked(PolicyLayer... layers) {
        return new Evaluation.ImplicitlyDenied(Set.of(layers));
    }
}
