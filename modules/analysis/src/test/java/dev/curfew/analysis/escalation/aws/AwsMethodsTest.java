package dev.curfew.analysis.escalation.aws;

import static dev.curfew.analysis.escalation.aws.AccountSketch.EVERYTHING;
import static dev.curfew.analysis.escalation.aws.AccountSketch.allow;
import static dev.curfew.analysis.escalation.aws.AccountSketch.allowIf;
import static dev.curfew.analysis.escalation.aws.AccountSketch.arn;
import static dev.curfew.analysis.escalation.aws.AccountSketch.deny;
import static dev.curfew.analysis.escalation.aws.AccountSketch.denyIf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.escalation.Certainty;
import dev.curfew.analysis.escalation.Escalation;
import dev.curfew.analysis.escalation.catalogue.Way;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every method of the catalogue, in an account where it works, and in the same account with one prerequisite taken.
class AwsMethodsTest {
    private static final String MFA = "{'Bool':{'aws:MultiFactorAuthPresent':'true'}}";

    static List<MethodCase> all() {
        return MethodCase.all();
    }

    static Stream<MethodCase> passing() {
        return all().stream().filter(MethodCase::passesRole);
    }

    static Stream<MethodCase> existing() {
        return all().stream().filter(MethodCase::usesWhatIsThere);
    }

    static Stream<MethodCase> needingAnAdministrator() {
        return all().stream().filter(MethodCase::needsAnAdministrator);
    }

    static Stream<MethodCase> withProfile() {
        return all().stream().filter(MethodCase::needsProfile);
    }

    static Stream<MethodCase> withKey() {
        return all().stream().filter(MethodCase::needsRoom);
    }

    static Stream<MethodCase> withPassword() {
        return all().stream().filter(MethodCase::byPassword);
    }

    static Stream<MethodCase> oneByOne() {
        return all().stream()
                .flatMap(each -> each.method.permissions().stream().map(it -> new MethodCase(each.method).without(it)));
    }

    private static @Nullable Certainty found(MethodCase it) {
        return it.account().of(it.actor()).get(it.method.id());
    }

    @ParameterizedTest
    @MethodSource("all")
    void works(MethodCase it) {
        Escalation found = it.account().only(it.actor(), it.method.id());

        assertThat(found.certainty()).as(found.needs().toString()).isEqualTo(Certainty.CERTAIN);
        assertThat(found.permissions()).isEqualTo(it.method.permissions());
        assertThat(found.statements()).isNotEmpty();
        assertThat(found.cutBy()).isNotEmpty();
        assertThat(found.sentence() + found.cutBy()).doesNotContain("{identity}", "{target}", "{resource}");
    }

    @ParameterizedTest
    @MethodSource("oneByOne")
    void needsEachPermission(MethodCase it) {
        assertThat(found(it)).isNull();
    }

    @ParameterizedTest
    @MethodSource("all")
    void isCutByADenyOfAnyPermission(MethodCase it) {
        for (String permission : it.method.permissions()) {
            assertThat(found(new MethodCase(it.method).and(deny(List.of(permission)))))
                    .as(permission)
                    .isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void isPossibleWhereADenyDependsOnMfa(MethodCase it) {
        String unless = "{'BoolIfExists':{'aws:MultiFactorAuthPresent':'false'}}";
        Escalation found = new MethodCase(it.method)
                .and(denyIf(unless, List.of("*")))
                .account()
                .only(it.actor(), it.method.id());

        assertThat(found.certainty()).isEqualTo(Certainty.POSSIBLE);
        assertThat(found.needs().toString()).contains("aws:MultiFactorAuthPresent");
    }

    @ParameterizedTest
    @MethodSource("all")
    void isCutByABoundaryThatLeavesItOut(MethodCase it) {
        assertThat(found(it.bounded(allow(List.of("s3:*"))))).isNull();
    }

    @ParameterizedTest
    @MethodSource("all")
    void isCutByAControlPolicyThatDeniesIt(MethodCase it) {
        assertThat(found(it.controlled(EVERYTHING + "," + deny(it.method.permissions()))))
                .isNull();
    }

    @ParameterizedTest
    @MethodSource("all")
    void passesABoundaryThatLeavesEverything(MethodCase it) {
        assertThat(found(it.bounded(EVERYTHING).controlled(EVERYTHING))).isEqualTo(Certainty.CERTAIN);
    }

    @ParameterizedTest
    @MethodSource("needingAnAdministrator")
    void needsAnAdministrator(MethodCase it) {
        assertThat(found(it.harmlessTarget())).isNull();
    }

    @ParameterizedTest
    @MethodSource("needingAnAdministrator")
    void aBoundaryMakesTheTargetNoAdministrator(MethodCase it) {
        if (!(it.method.way() instanceof Way.OwnRights)) {
            assertThat(found(it.targetBounded(allow(List.of("s3:*"))))).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("passing")
    void mayPassOnlyToTheService(MethodCase it) {
        String other = "{'StringEquals':{'iam:PassedToService':'batch.amazonaws.com'}}";
        assertThat(found(new MethodCase(it.method).passing("*", other))).isNull();
        String same = "{'StringEquals':{'iam:PassedToService':'"
                + switch (it.method.way()) {
                    case Way.PassRole way -> way.services().getFirst();
                    case Way.StackSet way -> way.services().getFirst();
                    case Way.OwnRights _, Way.Become _, Way.Raise _, Way.NewRole _, Way.UseExisting _ -> "";
                }
                + "'}}";
        assertThat(found(new MethodCase(it.method).passing("*", same))).isEqualTo(Certainty.CERTAIN);
    }

    @ParameterizedTest
    @MethodSource("passing")
    void mayPassOnlyTheRolesInScope(MethodCase it) {
        assertThat(found(new MethodCase(it.method).passing(arn("role/other"), "")))
                .isNull();
        assertThat(found(new MethodCase(it.method).passing(arn("role/ad*"), "")))
                .isEqualTo(Certainty.CERTAIN);
    }

    @ParameterizedTest
    @MethodSource("passing")
    void theRoleHasToTrustTheService(MethodCase it) {
        assertThat(found(it.untrusting())).isNull();
    }

    @ParameterizedTest
    @MethodSource("passing")
    void isPossibleWhereThePassingDependsOnMfa(MethodCase it) {
        assertThat(found(it.passing("*", MFA))).isEqualTo(Certainty.POSSIBLE);
    }

    @ParameterizedTest
    @MethodSource("withProfile")
    void theRoleHasToBeInAnInstanceProfile(MethodCase it) {
        assertThat(found(it.withoutProfile())).isNull();
    }

    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_AddRoleToInstanceProfile.html>
    @ParameterizedTest
    @MethodSource("withProfile")
    void theRoleCanBePutIntoANewInstanceProfile(MethodCase it) {
        Escalation found = it.withoutProfile()
                .and(allow(List.of("iam:CreateInstanceProfile", "iam:AddRoleToInstanceProfile")))
                .account()
                .only(it.actor(), it.method.id());

        assertThat(found.certainty()).isEqualTo(Certainty.CERTAIN);
        assertThat(found.permissions())
                .containsAll(it.method.permissions())
                .endsWith("iam:CreateInstanceProfile", "iam:AddRoleToInstanceProfile");
    }

    @ParameterizedTest
    @MethodSource("withProfile")
    void aNewInstanceProfileNeedsBothActionsOnOneName(MethodCase it) {
        assertThat(found(it.withoutProfile()
                        .and(
                                allow(List.of("iam:CreateInstanceProfile"), arn("instance-profile/a*")),
                                allow(List.of("iam:AddRoleToInstanceProfile"), arn("instance-profile/b*")))))
                .isNull();
    }

    @ParameterizedTest
    @MethodSource("existing")
    void isPossibleWhereNobodySaysWhatIsThere(MethodCase it) {
        assertThat(found(it.untold())).isEqualTo(Certainty.POSSIBLE);
    }

    @ParameterizedTest
    @MethodSource("existing")
    void needsWhatHasToBeThere(MethodCase it) {
        assertThat(found(it.nothingThere())).isNull();
    }

    @ParameterizedTest
    @MethodSource("withKey")
    void aThirdAccessKeyThereIsNot(MethodCase it) {
        assertThat(found(it.keys(2))).isNull();
    }

    @ParameterizedTest
    @MethodSource("withKey")
    void isPossibleWhereNobodyCountsTheKeys(MethodCase it) {
        assertThat(found(it.untold())).isEqualTo(Certainty.POSSIBLE);
    }

    @ParameterizedTest
    @MethodSource("withPassword")
    void isPossibleWhereNobodySaysWhetherThereIsAPassword(MethodCase it) {
        assertThat(found(new MethodCase(it.method).untold())).isEqualTo(Certainty.POSSIBLE);
        assertThat(found(new MethodCase(it.method).nothingThere())).isNull();
    }

    @ParameterizedTest
    @MethodSource("all")
    void anAdministratorIsNotReported(MethodCase it) {
        assertThat(it.and(EVERYTHING).account().of(it.actor())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void orderDoesNotMatter(MethodCase it) {
        AccountSketch account = it.and(allowIf(MFA, List.of("ec2:*"))).account();

        assertThat(AwsEscalations.find(account.shuffled(it.method.id().hashCode()), account.environment()))
                .isEqualTo(account.escalations());
    }
}
