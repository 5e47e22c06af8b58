package dev.curfew.analysis.aws;

import static dev.curfew.analysis.aws.AwsCase.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.aws.document.PolicyDocumentReader;
import dev.curfew.model.evaluation.DecidingStatement;
import dev.curfew.model.evaluation.Evaluation;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html>
class AwsConditionTest {

    @ParameterizedTest(name = "{0} {1} on {2}: {3}")
    @CsvSource({
        "StringEquals, blue, blue, true",
        "StringEquals, blue, Blue, false",
        "StringEquals, bl*, blue, false",
        "stringequals, blue, blue, true",
        "StringNotEquals, blue, red, true",
        "StringNotEquals, blue, blue, false",
        "StringEqualsIgnoreCase, BLUE, blue, true",
        "StringNotEqualsIgnoreCase, BLUE, blue, false",
        "StringLike, b*e, blue, true",
        "StringLike, b?e, blue, false",
        "StringNotLike, b*e, blue, false",
        "NumericEquals, 10, 10.0, true",
        "NumericEquals, 10, ten, false",
        "NumericNotEquals, 10, 11, true",
        "NumericLessThan, 10, 9, true",
        "NumericLessThanEquals, 10, 10, true",
        "NumericGreaterThan, 10, 10, false",
        "NumericGreaterThanEquals, 10, 10, true",
        "DateEquals, 2026-11-22T08:00:00Z, 2026-11-22T08:00:00.000Z, true",
        "DateLessThan, 2026-11-22T08:00:00Z, 1700000000, true",
        "DateGreaterThan, 2026-11-22, 2026-11-22T00:00:01Z, true",
        "DateLessThanEquals, 2026-11-22T09:00:00+01:00, 2026-11-22T08:00:00Z, true",
        "DateNotEquals, 2026-11-22, 2026-11-23, true",
        "DateGreaterThanEquals, 2026-11-22, 2026-11-21, false",
        "Bool, true, True, true",
        "Bool, true, false, false",
        "BinaryEquals, aGVsbG8=, aGVsbG8=, true",
        "IpAddress, 203.0.113.0/24, 203.0.113.7, true",
        "IpAddress, 203.0.113.0/24, 203.0.114.7, false",
        "IpAddress, 203.0.113.7, 203.0.113.7, true",
        "IpAddress, 2001:db8::/32, 2001:DB8:1::5, true",
        "IpAddress, 2001:db8::/32, 203.0.113.7, false",
        "NotIpAddress, 203.0.113.0/24, 198.51.100.1, true",
        "ArnEquals, arn:aws:sns:*:111122223333:t*, arn:aws:sns:eu-west-1:111122223333:topic, true",
        "ArnLike, arn:aws:sns:*:111122223333:t*, arn:aws:sns:eu-west-1:9:111122223333:t, false",
        "ArnLike, arn:aws:*:topic, arn:aws:sns:eu-west-1:111122223333:topic, false",
        "ArnNotLike, arn:aws:sns:*:*:other, arn:aws:sns:eu-west-1:111122223333:topic, true",
        "Null, true, x, false",
        "Null, false, x, true",
    })
    void operatorsCompareByTheirType(String operator, String policy, String given, boolean holds) {
        assertThat(request()
                        .with("my:Key", given)
                        .identity(when(operator, quoted(policy)))
                        .isAllowed())
                .isEqualTo(holds);
    }

    @ParameterizedTest(name = "{0} on an absent key: {1}")
    @CsvSource({
        "StringEquals, false",
        "StringNotEquals, true",
        "StringNotLike, true",
        "NumericNotEquals, true",
        "NotIpAddress, true",
        "ArnNotEquals, true",
        "StringEqualsIfExists, true",
        "StringNotEqualsIfExists, true",
        "Bool, false",
        "BoolIfExists, true",
        "ForAllValues:StringEquals, true",
        "ForAnyValue:StringEquals, false",
        "ForAnyValue:StringNotEquals, false",
        "ForAnyValue:StringEqualsIfExists, true",
    })
    void anAbsentKeyHoldsForNegatedAndIfExistsAndForAll(String operator, boolean holds) {
        assertThat(request().identity(when(operator, quoted("x"))).isAllowed()).isEqualTo(holds);
    }

    @Test
    void nullAsksWhetherTheKeyIsThere() {
        assertThat(request().identity(when("Null", quoted("true"))).isAllowed()).isTrue();
        assertThat(request().identity(when("Null", quoted("false"))).isAllowed())
                .isFalse();
    }

    @ParameterizedTest(name = "{0} {1} over {2}: {3}")
    @CsvSource({
        "ForAllValues:StringEquals, a b, a, true",
        "ForAllValues:StringEquals, a b, a b, true",
        "ForAllValues:StringEquals, a b, a c, false",
        "ForAnyValue:StringEquals, a b, c b, true",
        "ForAnyValue:StringEquals, a b, c, false",
        "ForAllValues:StringNotEquals, a, b c, true",
        "ForAllValues:StringNotEquals, a, a c, false",
        "ForAnyValue:StringNotEquals, a, a c, true",
        "ForAnyValue:StringNotEquals, a, a, false",
    })
    void quantifiersLookAtEveryValue(String operator, String policy, String given, boolean holds) {
        String values = "['" + policy.replace(" ", "','") + "']";
        assertThat(request()
                        .withSeveral("my:Key", given.split(" ", -1))
                        .identity(when(operator, values))
                        .isAllowed())
                .isEqualTo(holds);
    }

    @Test
    void severalValuesAreAlternativesAndForANegatedOperatorNoneMayMatch() {
        assertThat(request()
                        .with("my:Key", "b")
                        .identity(when("StringEquals", "['a','b']"))
                        .isAllowed())
                .isTrue();
        assertThat(request()
                        .with("my:Key", "b")
                        .identity(when("StringNotEquals", "['a','b']"))
                        .isAllowed())
                .isFalse();
    }

    @Test
    void allOperatorsAndAllKeysHaveToHold() {
        String both = statement("{'StringEquals':{'my:Key':'a','my:Other':'b'},'Bool':{'my:Flag':true}}");
        AwsCase all = request().with("my:Key", "a").with("my:Other", "b").with("my:Flag", "true");
        assertThat(all.identity(both).isAllowed()).isTrue();
        assertThat(request()
                        .with("my:Key", "a")
                        .with("my:Flag", "true")
                        .identity(both)
                        .isAllowed())
                .isFalse();
    }

    @Test
    void keysIgnoreCase() {
        assertThat(request()
                        .with("MY:KEY", "a")
                        .identity(when("StringEquals", quoted("a")))
                        .isAllowed())
                .isTrue();
    }

    @Test
    void variablesAreFilledInWithTheirDefaultsAndSpecialCharacters() {
        String own = "{'Effect':'Allow','Action':'*','Resource':'arn:aws:s3:::logs/${aws:username, 'guest'}/*'}"
                .replace("'guest'", "\\u0027guest\\u0027");
        assertThat(request()
                        .on("arn:aws:s3:::logs/ann/x")
                        .with("aws:username", "ann")
                        .identity(own)
                        .isAllowed())
                .isTrue();
        assertThat(request().on("arn:aws:s3:::logs/guest/x").identity(own).isAllowed())
                .isTrue();
        assertThat(request()
                        .on("arn:aws:s3:::logs/bob/x")
                        .with("aws:username", "ann")
                        .identity(own)
                        .isAllowed())
                .isFalse();
        assertThat(request()
                        .with("my:Key", "a*b")
                        .identity(when("StringLike", quoted("a${*}?")))
                        .isAllowed())
                .isTrue();
        assertThat(request()
                        .with("my:Key", "axb")
                        .identity(when("StringLike", quoted("a${*}?")))
                        .isAllowed())
                .isFalse();
    }

    @Test
    void aWildcardThatComesFromAVariableIsAPlainCharacter() {
        String own = "{'Effect':'Allow','Action':'*','Resource':'arn:aws:s3:::logs/${aws:username}/*'}";
        assertThat(request()
                        .on("arn:aws:s3:::logs/bob/x")
                        .with("aws:username", "*")
                        .identity(own)
                        .isAllowed())
                .isFalse();
    }

    @Test
    void aVariableWithoutAValueMatchesNothing() {
        String own = "{'Effect':'Allow','Action':'*','Resource':'arn:aws:s3:::logs/${aws:username}*'}";
        assertThat(request().identity(own).isAllowed()).isFalse();
        assertThat(request().with("aws:username", "").identity(own).isAllowed()).isFalse();
        assertThat(request()
                        .with("my:Key", "a")
                        .identity(when("StringEquals", quoted("${aws:username}")))
                        .isAllowed())
                .isFalse();
    }

    /// "Inverted condition operators like StringNotEquals or StringNotLike do match against a null value":
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-no-value>.
    @ParameterizedTest
    @CsvSource({
        "StringEquals, false",
        "StringLike, false",
        "ArnLike, false",
        "StringNotEquals, true",
        "StringNotLike, true",
        "StringNotEqualsIgnoreCase, true",
        "ArnNotEquals, true",
        "ForAnyValue:StringNotEquals, true",
        "ForAllValues:StringNotLike, true",
    })
    void nothingIsEqualToAVariableWithoutAValueAndEverythingIsNot(String operator, boolean holds) {
        assertThat(request()
                        .with("my:Key", "arn:aws:s3:::a")
                        .identity(when(operator, quoted("${aws:username}")))
                        .isAllowed())
                .isEqualTo(holds);
    }

    /// The page's own example: access is denied when the principal has no tag `Team`.
    @Test
    void aDenyThatComparesWithATagThatIsNotSetDenies() {
        assertThat(request()
                        .with("s3:ExistingObjectTag/Team", "blue")
                        .identity(
                                AwsCase.ALLOW,
                                "{'Effect':'Deny','Action':'s3:GetObject','Resource':'arn:aws:s3:::logs/*',"
                                        + "'Condition':{'StringNotEquals':{'s3:ExistingObjectTag/Team':'${aws:PrincipalTag/Team}'}}}")
                        .decide())
                .isInstanceOf(Evaluation.ExplicitlyDenied.class);
    }

    @Test
    void ofSeveralValuesAVariableWithoutAValueChangesNothing() {
        assertThat(request()
                        .with("my:Key", "b")
                        .identity(when("StringNotLike", "['b','${aws:username}']"))
                        .isAllowed())
                .isFalse();
        assertThat(request()
                        .with("my:Key", "a")
                        .identity(when("StringNotLike", "['b','${aws:username}']"))
                        .isAllowed())
                .isTrue();
    }

    /// "If a variable that has no value … is used as part of the Resource or NotResource element of a policy, the
    /// resource that includes a policy variable with no value will not match any resource": so it excepts none.
    @Test
    void whatIsExceptedByAVariableWithoutAValueIsNothing() {
        String rest = "{'Effect':'Allow','Action':'*','NotResource':'arn:aws:s3:::logs/${aws:username}*'}";
        assertThat(request().identity(rest).isAllowed()).isTrue();
        assertThat(request().with("aws:username", "bob").identity(rest).isAllowed())
                .isTrue();
        assertThat(request().with("aws:username", "a").identity(rest).isAllowed())
                .isFalse();
    }

    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-wheretouse>
    @Test
    void aVariableBeforeTheFifthColonIsText() {
        assertThat(request()
                        .does("iam:GetRole")
                        .on("arn:aws:iam::111122223333:role/x")
                        .with("aws:PrincipalAccount", "111122223333")
                        .identity(
                                "{'Effect':'Allow','Action':'*','Resource':'arn:aws:iam::${aws:PrincipalAccount}:role/x'}")
                        .isAllowed())
                .isFalse();
    }

    /// Each operator's section says whether it has policy variables:
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html>.
    @ParameterizedTest
    @CsvSource({
        "StringEquals, x, true",
        "StringEqualsIgnoreCase, X, true",
        "StringLike, x, true",
        "ArnEquals, arn:aws:s3:::x, true",
        "Bool, true, true",
        "NumericEquals, 5, false",
        "DateEquals, 2026-11-22, false",
        "IpAddress, 10.0.0.1, false",
        "BinaryEquals, QQ==, false",
    })
    void stringsArnsAndTruthsMayHoldVariables(String operator, String value, boolean holds) {
        assertThat(request()
                        .with("my:Key", value)
                        .with("my:Other", value)
                        .identity(when(operator, quoted("${my:Other}")))
                        .isAllowed())
                .isEqualTo(holds);
    }

    /// Neither "is" nor "is not" can be said of two values that are not of the operator's type.
    @ParameterizedTest
    @CsvSource({
        "NumericNotEquals,5,five",
        "NumericNotEquals,five,5",
        "DateNotEquals,2026-01-01,soon",
        "NotIpAddress,10.0.0.0/8,localhost",
        "NotIpAddress,10.0.0.0/33,10.0.0.1",
        "ArnNotLike,arn:aws:s3:::*,logs",
        "Bool,yes,yes"
    })
    void whatCannotBeComparedHoldsNeitherWay(String operator, String policy, String given) {
        assertThat(request()
                        .with("my:Key", given)
                        .identity(when(operator, quoted(policy)))
                        .isAllowed())
                .isFalse();
    }

    /// "…if the key values resolve to a null data set, such as an empty string":
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html>.
    @Test
    void anEmptySetIsNull() {
        for (String[] values : List.of(new String[0], new String[] {""})) {
            AwsCase given = request().withSeveral("my:Key", values);
            assertThat(given.identity(when("ForAllValues:StringEquals", quoted("a")))
                            .isAllowed())
                    .isTrue();
            assertThat(request()
                            .withSeveral("my:Key", values)
                            .identity(when("ForAnyValue:StringEquals", quoted("a")))
                            .isAllowed())
                    .isFalse();
            assertThat(request()
                            .withSeveral("my:Key", values)
                            .identity(when("Null", quoted("true")))
                            .isAllowed())
                    .isTrue();
        }
    }

    @Test
    void theOldVersionHasNoVariables() throws PolicySyntaxException {
        String policy = """
            {"Version":"2008-10-17","Statement":{"Effect":"Allow","Action":"*",
             "Resource":"arn:aws:s3:::logs/${aws:username}"}}
            """;
        assertThat(request()
                        .on("arn:aws:s3:::logs/ann")
                        .with("aws:username", "ann")
                        .identity(PolicyDocumentReader.read("old", policy))
                        .isAllowed())
                .isFalse();
        assertThat(request()
                        .on("arn:aws:s3:::logs/${aws:username}")
                        .identity(PolicyDocumentReader.read("old", policy))
                        .isAllowed())
                .isTrue();
    }

    @Test
    void aKeyThatIsNotKnownMakesTheAnswerDependOnIt() {
        assertThat(request()
                        .partly()
                        .identity(when("StringEquals", quoted("a")))
                        .decide())
                .isEqualTo(new Evaluation.Conditional(
                        List.of(new DecidingStatement("identity", 0, "")), Set.of("my:Key")));
        assertThat(request()
                        .partly()
                        .identity(
                                AwsCase.ALLOW, when("StringEquals", quoted("a")).replace("Allow", "Deny"))
                        .decide())
                .isEqualTo(new Evaluation.Conditional(
                        List.of(new DecidingStatement("identity", 0, ""), new DecidingStatement("identity", 1, "")),
                        Set.of("my:Key")));
    }

    @Test
    void whatIsNotKnownDoesNotMatterWhereTheAnswerStandsWithoutIt() {
        String maybe = when("StringEquals", quoted("a"));
        assertThat(request().partly().identity(AwsCase.ALLOW, maybe).isAllowed())
                .isTrue();
        assertThat(request().partly().identity(maybe, AwsCase.DENY).decide())
                .isInstanceOf(Evaluation.ExplicitlyDenied.class);
        assertThat(request()
                        .partly()
                        .identity(maybe)
                        .boundary("{'Effect':'Allow','Action':'ec2:*','Resource':'*'}")
                        .decide())
                .isInstanceOf(Evaluation.ImplicitlyDenied.class);
    }

    private static String quoted(String value) {
        return "'" + value + "'";
    }

    private static String when(String operator, String values) {
        return statement("{'" + operator + "':{'my:Key':" + values + "}}");
    }

    private static String statement(String condition) {
        return "{'Effect':'Allow','Action':'*','Resource':'*','Condition':" + condition + "}";
    }
}
