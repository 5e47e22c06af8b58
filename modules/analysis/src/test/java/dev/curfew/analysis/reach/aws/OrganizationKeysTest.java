package dev.curfew.analysis.reach.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.Estate;
import dev.curfew.analysis.escalation.Certainty;
import dev.curfew.analysis.escalation.Environment;
import dev.curfew.analysis.escalation.Escalation;
import dev.curfew.analysis.escalation.Escalations;
import dev.curfew.analysis.graph.Edge;
import dev.curfew.analysis.graph.estate.EstateGraph;
import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Keys of a request that hang on the organization of an account. They are told where it was read, and nowhere else.
///
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalorgid>
class OrganizationKeysTest {
    private static final String HERE = "arn:aws:iam::111122223333:";
    private static final String THERE = "arn:aws:iam::444455556666:";
    private static final String ASSUME = "{'Effect':'Allow','Action':'sts:AssumeRole','Resource':'*'}";
    private static final String EVERYTHING = "{'Effect':'Allow','Action':'*','Resource':'*'}";

    private final Estate estate = Estate.of("aws");
    private final IdentityId role = estate.identity("aws.role", HERE + "role/first");
    private final IdentityId other = estate.identity("aws.role", THERE + "role/second");

    private void member(String account, String organization, String path) {
        estate.and("management")
                .resource(
                        "aws.account",
                        account + "root",
                        Sensitivity.UNKNOWN,
                        Map.of("curfew:organization", organization, "curfew:organization-path", path));
    }

    private String from(EntityId from, EntityId to) {
        return from(estate.index(), from, to);
    }

    private static String from(SnapshotIndex index, EntityId from, EntityId to) {
        return new BlastRadius(index)
                .of(from).reached().stream()
                        .filter(it -> it.target().equals(to))
                        .map(it -> it.certainty().name())
                        .findFirst()
                        .orElse("none");
    }

    @ParameterizedTest
    @CsvSource({
        "StringEquals, aws:PrincipalOrgID, o-1, CERTAIN",
        "StringEquals, aws:PrincipalOrgID, o-2, none",
        "StringNotEquals, aws:PrincipalOrgID, o-1, none",
        "ForAnyValue:StringLike, aws:PrincipalOrgPaths, o-1/r-1/ou-1/*, CERTAIN",
        "ForAnyValue:StringEquals, aws:PrincipalOrgPaths, o-1/r-1/ou-1/ou-2/, CERTAIN",
        "ForAnyValue:StringLike, aws:PrincipalOrgPaths, o-1/r-1/ou-3/*, none",
        "StringEquals, aws:ResourceOrgID, o-9, CERTAIN",
        "StringEquals, aws:ResourceOrgID, o-1, none",
        "StringEquals, aws:ResourceOrgID, ${aws:PrincipalOrgID}, none",
        "ForAnyValue:StringLike, aws:ResourceOrgPaths, o-9/r-9/*, CERTAIN"
    })
    void aTrustThatAsksForTheOrganizationIsDecidedWhereThatWasRead(
            String operator, String key, String value, String expected) {
        estate.grant(role, estate.aws(HERE + "policy/assume", ASSUME));
        estate.trust(
                other,
                "{'Effect':'Allow','Principal':'*','Action':'sts:AssumeRole','Condition':{'%s':{'%s':'%s'}}}"
                        .formatted(operator, key, value));
        assertThat(from(role, other)).isEqualTo("CONDITIONAL");

        member(HERE, "o-1", "o-1/r-1/ou-1/ou-2/");
        member(THERE, "o-9", "o-9/r-9/");

        assertThat(from(role, other)).isEqualTo(expected);
    }

    @Test
    void whereTwoTellDifferentOrganizationsItIsNotKnown() {
        estate.grant(role, estate.aws(HERE + "policy/assume", ASSUME));
        estate.trust(
                other,
                "{'Effect':'Allow','Principal':'*','Action':'sts:AssumeRole','Condition':{'StringEquals':{'aws:PrincipalOrgID':'o-1'}}}");
        member(HERE, "o-1", "o-1/r-1/");
        assertThat(from(role, other)).isEqualTo("CERTAIN");

        estate.and("former")
                .resource(
                        "aws.account",
                        HERE + "root",
                        Sensitivity.UNKNOWN,
                        Map.of("curfew:organization", "o-7", "curfew:organization-path", "o-7/r-7/"));

        assertThat(from(role, other)).isEqualTo("CONDITIONAL");
    }

    @Test
    void aBucketThatIsOpenToTheOrganizationLetsInItsMembersAlone() {
        ResourceId bucket = estate.resource("aws.s3", "arn:aws:s3:::logs", Sensitivity.HIGH);
        estate.grant(
                bucket,
                estate.policy(
                        "aws.resource-policy",
                        "arn:aws:s3:::logs#policy",
                        "{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':'arn:aws:s3:::logs/*','Condition':{'StringEquals':{'aws:PrincipalOrgID':'o-1'}}}]}"),
                GrantRole.RESOURCE,
                "");
        member(HERE, "o-1", "o-1/r-1/");
        member(THERE, "o-9", "o-9/r-9/");

        assertThat(from(role, bucket)).isEqualTo("CERTAIN");
        assertThat(from(other, bucket)).isEqualTo("none");
    }

    /// The usual perimeter: nobody of the organization uses what is not the organization's.
    @Test
    void anAdministratorInAPerimeterIsCertainlyOneWhereTheOrganizationWasRead() {
        estate.grant(role, estate.aws(HERE + "policy/all", EVERYTHING));
        perimeter();
        ResourceId account = ResourceId.of("aws", HERE + "root");
        assertThat(from(role, account)).isEqualTo("CONDITIONAL");

        member(HERE, "o-1", "o-1/r-1/");

        assertThat(from(role, account)).isEqualTo("CERTAIN");
    }

    @Test
    void escalationsInAPerimeterAreCertainWhereTheOrganizationWasRead() {
        IdentityId dev = estate.identity("aws.user", HERE + "user/dev");
        estate.grant(dev, estate.aws(HERE + "policy/dev", ASSUME));
        estate.grant(role, estate.aws(HERE + "policy/all", EVERYTHING));
        estate.trust(
                role,
                "{'Effect':'Allow','Principal':'*','Action':'sts:AssumeRole','Condition':{'StringEquals':{'aws:PrincipalOrgID':'o-1'}}}");
        perimeter();
        assertThat(escalations(dev.nativeId())).containsOnly(Certainty.POSSIBLE);

        member(HERE, "o-1", "o-1/r-1/");

        assertThat(escalations(dev.nativeId())).containsOnly(Certainty.CERTAIN);
    }

    /// A role of an account that is in another organization cannot be had from within the perimeter, one of the same
    /// can.
    @ParameterizedTest
    @CsvSource({"o-1, CERTAIN", "o-9, none"})
    void aRoleOfAnotherAccountIsWhereItsAccountIs(String organization, String expected) {
        IdentityId dev = estate.identity("aws.user", HERE + "user/dev");
        estate.grant(dev, estate.aws(HERE + "policy/dev", ASSUME));
        estate.grant(other, estate.aws(THERE + "policy/all", EVERYTHING));
        estate.trust(
                other,
                "{'Effect':'Allow','Principal':{'AWS':'%s'},'Action':'sts:AssumeRole'}".formatted(dev.nativeId()));
        perimeter();
        member(HERE, "o-1", "o-1/r-1/");
        member(THERE, organization, organization + "/r-1/");

        assertThat(from(dev, other)).isEqualTo(expected);
        assertThat(escalations(dev.nativeId()).stream().map(Certainty::name).toList())
                .isEqualTo(expected.equals("none") ? List.of() : List.of(expected));
    }

    @Test
    void whenAnAccountMovesTheGraphIsWhatItWouldBeAnew() {
        estate.grant(role, estate.aws(HERE + "policy/assume", ASSUME));
        estate.trust(
                other,
                "{'Effect':'Allow','Principal':'*','Action':'sts:AssumeRole','Condition':{'StringEquals':{'aws:PrincipalOrgID':'o-1'}}}");
        EstateGraph before = graph(estate.index());

        member(HERE, "o-1", "o-1/r-1/");
        SnapshotIndex after = estate.index();

        assertThat(edges(before.next(after))).isEqualTo(edges(graph(after))).isNotEqualTo(edges(before));
    }

    private void perimeter() {
        estate.grant(
                ResourceId.of("aws", HERE + "root"),
                estate.aws(
                        HERE + "policy/scp",
                        EVERYTHING,
                        "{'Effect':'Deny','Action':'*','Resource':'*','Condition':{'StringNotEqualsIfExists':{'aws:ResourceOrgID':'${aws:PrincipalOrgID}'}}}"),
                GrantRole.SERVICE_CONTROL,
                "r-1");
    }

    private List<Certainty> escalations(String arn) {
        return Escalations.of(estate.index(), Environment.UNKNOWN).stream()
                .filter(it -> it.identity().nativeId().equals(arn))
                .map(Escalation::certainty)
                .toList();
    }

    private static EstateGraph graph(SnapshotIndex index) {
        return EstateGraph.of(index, new BlastRadius(index));
    }

    private static List<Edge> edges(EstateGraph estate) {
        List<Edge> edges = new ArrayList<>();
        for (int arc = 0; arc < estate.graph().edges(); arc++) {
            edges.add(estate.graph().edge(arc));
        }
        return edges;
    }
}
