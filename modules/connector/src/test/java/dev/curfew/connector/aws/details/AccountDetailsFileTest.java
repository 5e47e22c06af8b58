package dev.curfew.connector.aws.details;

import static dev.curfew.connector.aws.details.AccountFile.GOOD;
import static dev.curfew.connector.aws.details.AccountFile.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.curfew.connector.tree.MalformedException;
import dev.curfew.connector.tree.Problem;
import dev.curfew.model.port.Progress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountDetailsFileTest {
    private static final String COMPACT_TRUST =
            AccountFile.TRUST.replace(": ", ":").replace(", ", ",");

    @Test
    void readsEveryListAndTellsTheVersionInForceFromTheOthers() throws Exception {
        AccountDetails details = read(GOOD);

        assertThat(details)
                .isEqualTo(new AccountDetails(
                        List.of(new UserDetail(
                                holder("arn:aws:iam::111122223333:user/ops/ci", "ci", null),
                                List.of(),
                                null,
                                Map.of())),
                        List.of(),
                        List.of(new RoleDetail(
                                holder(
                                        "arn:aws:iam::111122223333:role/deploy",
                                        "deploy",
                                        Instant.parse("2024-01-02T03:04:05Z")),
                                COMPACT_TRUST,
                                null,
                                Map.of(),
                                null,
                                null)),
                        List.of(new PolicyDetail(
                                "arn:aws:iam::111122223333:policy/read",
                                "read",
                                "",
                                "v2",
                                null,
                                null,
                                Map.of(),
                                "{\"Statement\":[]}",
                                List.of(new PolicyDetail.Version("v1", "{\"Statement\":[1]}")))),
                        EnumSet.allOf(Section.class),
                        Map.of(),
                        false));
    }

    @Test
    void readsWhatAHolderCanHave() throws Exception {
        String user = """
            "UserName": "ci", "UserId": "AIDA1", "Path": "/ops/", "CreateDate": "2024-01-02T03:04:05Z",
            "UserPolicyList": [{"PolicyName": "b", "PolicyDocument": {"Statement": 1.50}},
                               {"PolicyName": "a", "PolicyDocument": "%7B%22Statement%22%3A%22a+b%20c%C3%BC%22%7D"}],
            "AttachedManagedPolicies": [{"PolicyName": "x", "PolicyArn": "arn:aws:iam::aws:policy/ReadOnlyAccess"}],
            "PermissionsBoundary": {"PermissionsBoundaryType": "Policy",
                                    "PermissionsBoundaryArn": "arn:aws:iam::111122223333:policy/read"},
            "Tags": [{"Key": "owner", "Value": "bo"}, {"Key": "note", "Value": ""}],
            "LoginSecret": "not ours to keep",
            """;

        AccountDetails details = read(with("\"UserName\": \"ci\",", user));

        assertThat(details.users())
                .containsExactly(new UserDetail(
                        new Holder(
                                "arn:aws:iam::111122223333:user/ops/ci",
                                "ci",
                                "AIDA1",
                                "/ops/",
                                Instant.parse("2024-01-02T03:04:05Z"),
                                List.of(
                                        new Holder.Inline("a", "{\"Statement\":\"a+b cü\"}"),
                                        new Holder.Inline("b", "{\"Statement\":1.50}")),
                                List.of("arn:aws:iam::aws:policy/ReadOnlyAccess")),
                        List.of(),
                        "arn:aws:iam::111122223333:policy/read",
                        Map.of("owner", "bo", "note", "")));
    }

    @Test
    void tellsNoUseFromNothingToldAboutUse() throws Exception {
        assertThat(roleWith("").lastUsed()).isNull();
        assertThat(roleWith("\"RoleLastUsed\": null,").lastUsed()).isNull();
        assertThat(roleWith("\"RoleLastUsed\": {},").lastUsed()).isEqualTo(new RoleDetail.LastUsed(null, ""));
        assertThat(roleWith("\"RoleLastUsed\": {\"LastUsedDate\": \"2026-11-20T10:00:00Z\", \"Region\":"
                                + " \"eu-west-1\"},")
                        .lastUsed())
                .isEqualTo(new RoleDetail.LastUsed(Instant.parse("2026-11-20T10:00:00Z"), "eu-west-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-8"})
    void readsWhatAWindowsShellWrites(String charset) throws Exception {
        byte[] bytes = ("\uFEFF" + GOOD).getBytes(Charset.forName(charset));

        assertThat(read(bytes)).isEqualTo(read(GOOD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"IsTruncated\": true", "\"NextToken\": \"abc\"", "\"Marker\": \"abc\""})
    void knowsAPageOfSeveral(String mark) throws Exception {
        assertThat(read(with("\"GroupDetailList\": [],", "\"GroupDetailList\": [], " + mark + ","))
                        .partial())
                .isTrue();
    }

    @Test
    void letsUnknownPartsFall() throws Exception {
        String more = "\"GroupDetailList\": [], \"IsTruncated\": false, \"Marker\": null, \"New\": {\"a\": [1, {}]},";

        assertThat(read(with("\"GroupDetailList\": [],", more))).isEqualTo(read(GOOD));
    }

    @Test
    void remembersWhichListsWereThere() throws Exception {
        assertThat(read(with("\"GroupDetailList\": [],", "")).present())
                .containsExactly(Section.USERS, Section.ROLES, Section.POLICIES);
    }

    static Stream<Arguments> badFiles() {
        String secret = "wJalrXUtnFEMIcanary";
        String list = "\"GroupDetailList\": []";
        return Stream.of(
                arguments("empty", "", Problem.EMPTY, 1, 1, "$"),
                arguments("white space", " \n ", Problem.EMPTY, 1, 1, "$"),
                arguments("no account", "{\"UserDetailList\":[],\"RoleDetailList\":[]}", Problem.EMPTY, 1, 1, "$"),
                arguments(
                        "a credential file", "[default]\naws_secret_access_key=" + secret, Problem.FOREIGN, 1, 1, "$"),
                arguments("a bare secret", secret, Problem.UNREADABLE, 1, 20, "$"),
                arguments("another object", "{\"Users\": [{\"Arn\": \"" + secret + "\"}]}", Problem.FOREIGN, 1, 1, "$"),
                arguments(
                        "a Terraform state",
                        "{\"version\": 4, \"terraform_version\": \"1.9.0\", \"resources\": []}",
                        Problem.FOREIGN,
                        1,
                        1,
                        "$"),
                arguments(
                        "a list of policies",
                        "{\"Policies\": [{\"Arn\": \"x\"}]}",
                        Problem.MISSING,
                        1,
                        15,
                        "$.Policies[0]"),
                arguments("a list", "[]", Problem.FOREIGN, 1, 1, "$"),
                arguments(
                        "cut in a list",
                        GOOD.substring(0, GOOD.indexOf("\"RoleName\"")),
                        Problem.TRUNCATED,
                        13,
                        7,
                        "$.RoleDetailList[0].Arn"),
                arguments(
                        "cut in a text",
                        GOOD.substring(0, GOOD.indexOf("ploy\",\n      \"Create")),
                        Problem.TRUNCATED,
                        13,
                        22,
                        "$.RoleDetailList[0].RoleName"),
                arguments(
                        "cut before its end",
                        GOOD.stripTrailing().substring(0, GOOD.length() - 2),
                        Problem.TRUNCATED,
                        29,
                        1,
                        "$.Policies"),
                arguments("more after its end", GOOD + "{}", Problem.UNREADABLE, 30, 2, "$"),
                arguments(
                        "a comma too many",
                        with(list + ",", list + ",,"),
                        Problem.UNREADABLE,
                        9,
                        26,
                        "$.GroupDetailList"),
                arguments("a comment", "// made by hand\n" + GOOD, Problem.UNREADABLE, 1, 2, "$"),
                arguments(
                        "a name twice",
                        with("\"UserName\": \"ci\",", "\"UserName\": \"ci\", \"UserName\": \"" + secret + "\","),
                        Problem.DUPLICATE,
                        5,
                        35,
                        "$.UserDetailList[0].UserName"),
                arguments(
                        "a list twice", with(list, list + ", " + list), Problem.DUPLICATE, 9, 43, "$.GroupDetailList"),
                arguments(
                        "a name twice in what is not read",
                        with(list, list + ", \"New\": {\"a\": 1, \"a\": 2}"),
                        Problem.DUPLICATE,
                        9,
                        45,
                        "$.New.a"),
                arguments(
                        "a list that is none",
                        with(list, "\"GroupDetailList\": {}"),
                        Problem.WRONG_TYPE,
                        9,
                        22,
                        "$.GroupDetailList"),
                arguments(
                        "an item that is none",
                        with(list, "\"GroupDetailList\": [7]"),
                        Problem.WRONG_TYPE,
                        9,
                        23,
                        "$.GroupDetailList[0]"),
                arguments(
                        "a text that is none",
                        with("\"UserName\": \"ci\"", "\"UserName\": 7"),
                        Problem.WRONG_TYPE,
                        5,
                        19,
                        "$.UserDetailList[0].UserName"),
                arguments(
                        "a text that is blank",
                        with("\"UserName\": \"ci\"", "\"UserName\": \" \""),
                        Problem.BAD_VALUE,
                        5,
                        19,
                        "$.UserDetailList[0].UserName"),
                arguments(
                        "a text with NUL",
                        with("\"UserName\": \"ci\"", "\"UserName\": \"c\\u0000\""),
                        Problem.BAD_VALUE,
                        5,
                        19,
                        "$.UserDetailList[0].UserName"),
                arguments(
                        "half a surrogate pair",
                        with("\"UserName\": \"ci\"", "\"UserName\": \"\\ud800\""),
                        Problem.BAD_VALUE,
                        5,
                        19,
                        "$.UserDetailList[0].UserName"),
                arguments(
                        "a missing ARN",
                        with("\"Arn\": \"arn:aws:iam::111122223333:role/deploy\",", ""),
                        Problem.MISSING,
                        11,
                        5,
                        "$.RoleDetailList[0]"),
                arguments(
                        "a null ARN",
                        with("\"arn:aws:iam::111122223333:role/deploy\"", "null"),
                        Problem.MISSING,
                        11,
                        5,
                        "$.RoleDetailList[0]"),
                arguments(
                        "an ARN of something else",
                        with("arn:aws:iam::111122223333:role/deploy", "arn:aws:s3:::" + secret),
                        Problem.BAD_VALUE,
                        12,
                        14,
                        "$.RoleDetailList[0].Arn"),
                arguments(
                        "an ARN of another type",
                        with("111122223333:role/deploy", "111122223333:user/deploy"),
                        Problem.BAD_VALUE,
                        12,
                        14,
                        "$.RoleDetailList[0].Arn"),
                arguments("an ARN twice", twice(), Problem.DUPLICATE, 3, 73, "$.UserDetailList[1].Arn"),
                arguments(
                        "a date that is none",
                        with("2024-01-02T03:04:05+00:00", secret),
                        Problem.BAD_VALUE,
                        14,
                        21,
                        "$.RoleDetailList[0].CreateDate"),
                arguments(
                        "a date out of this world",
                        with("2024-01-02T", "+99999-01-02T"),
                        Problem.BAD_VALUE,
                        14,
                        21,
                        "$.RoleDetailList[0].CreateDate"),
                arguments(
                        "no trust policy",
                        with("AssumeRolePolicyDocument", "Else"),
                        Problem.MISSING,
                        11,
                        5,
                        "$.RoleDetailList[0]"),
                arguments(
                        "a trust policy that is a list",
                        with(AccountFile.TRUST, "[]"),
                        Problem.WRONG_TYPE,
                        15,
                        35,
                        "$.RoleDetailList[0].AssumeRolePolicyDocument"),
                arguments(
                        "a trust policy that is no JSON",
                        with(AccountFile.TRUST, "\"{" + secret + "\""),
                        Problem.UNREADABLE,
                        15,
                        35,
                        "$.RoleDetailList[0].AssumeRolePolicyDocument"),
                arguments(
                        "a trust policy badly encoded",
                        with(AccountFile.TRUST, "\"%7G\""),
                        Problem.BAD_VALUE,
                        15,
                        35,
                        "$.RoleDetailList[0].AssumeRolePolicyDocument"),
                arguments(
                        "a trust policy with a name twice",
                        with("\"Effect\": \"Allow\"", "\"Effect\": \"Deny\", \"Effect\": \"Allow\""),
                        Problem.DUPLICATE,
                        15,
                        102,
                        "$.RoleDetailList[0].AssumeRolePolicyDocument.Statement[0].Effect"),
                arguments(
                        "no version in force",
                        with("\"DefaultVersionId\": \"v2\"", "\"DefaultVersionId\": \"v3\""),
                        Problem.BAD_VALUE,
                        23,
                        28,
                        "$.Policies[0].PolicyVersionList"),
                arguments(
                        "two versions in force",
                        with("\"IsDefaultVersion\": false", "\"IsDefaultVersion\": true"),
                        Problem.BAD_VALUE,
                        23,
                        28,
                        "$.Policies[0].PolicyVersionList"),
                arguments(
                        "a flag that is none",
                        with("\"IsDefaultVersion\": true", "\"IsDefaultVersion\": 1"),
                        Problem.WRONG_TYPE,
                        24,
                        49,
                        "$.Policies[0].PolicyVersionList[0].IsDefaultVersion"),
                arguments(
                        "a tag twice",
                        with(
                                "\"UserName\": \"ci\",",
                                "\"UserName\": \"ci\", \"Tags\": [{\"Key\": \"a\", \"Value\": \"1\"}, {\"Key\": \"a\","
                                        + " \"Value\": \"2\"}],"),
                        Problem.DUPLICATE,
                        5,
                        62,
                        "$.UserDetailList[0].Tags[1]"),
                arguments(
                        "too deep",
                        with(list, "\"New\": " + "[".repeat(65) + "]".repeat(65) + ", " + list),
                        Problem.LIMIT,
                        9,
                        74,
                        "$.New" + "[0]".repeat(63)),
                arguments(
                        "a text too long",
                        with("\"UserName\": \"ci\"", "\"UserName\": \"" + "x".repeat(300_000) + "\""),
                        Problem.LIMIT,
                        5,
                        19,
                        "$.UserDetailList[0].UserName"));
    }

    private static String twice() {
        String user = "{\"Arn\": \"arn:aws:iam::111122223333:user/ci\", \"UserName\": \"ci\"}";
        return "{\n\"UserDetailList\": [\n" + user + ", " + user + "]}";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badFiles")
    void refusesABadFileByLineColumnAndPath(
            String what, String file, Problem problem, int line, int column, String path) {
        assertThatThrownBy(() -> read(file)).isInstanceOfSatisfying(MalformedException.class, e -> {
            assertThat(where(e)).as(what).isEqualTo(problem + " " + line + ":" + column + " " + path);
            assertThat(e).hasMessageNotContaining("canary").hasNoCause();
            if (problem != Problem.EMPTY) {
                assertThat(e).hasMessageContaining("line " + line + ", column " + column + ", at " + path);
            }
        });
    }

    @Test
    void refusesBinary() {
        byte[] gzip = {31, (byte) 139, 8, 0, 0, 0, 0, 0, 0, 3};
        byte[] latin1 = GOOD.replace("deploy", "déploy").getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> read(gzip))
                .isInstanceOfSatisfying(
                        MalformedException.class, e -> assertThat(e.problem()).isEqualTo(Problem.UNREADABLE));
        assertThatThrownBy(() -> read(latin1))
                .isInstanceOfSatisfying(
                        MalformedException.class,
                        e -> assertThat(where(e)).startsWith("UNREADABLE 12:").endsWith("$.RoleDetailList[0].Arn"));
    }

    @Test
    void stopsWhenCancelled() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> read(GOOD)).isInstanceOf(InterruptedException.class);
    }

    private static String where(MalformedException e) {
        return e.problem() + " " + e.line() + ":" + e.column() + " " + e.path();
    }

    private static RoleDetail roleWith(String more) throws IOException, InterruptedException {
        return read(with("\"RoleName\": \"deploy\",", "\"RoleName\": \"deploy\"," + more))
                .roles()
                .getFirst();
    }

    private static Holder holder(String arn, String name, @org.jspecify.annotations.Nullable Instant createdAt) {
        return new Holder(arn, name, "", "", createdAt, List.of(), List.of());
    }

    private static AccountDetails read(String file) throws IOException, InterruptedException {
        return read(file.getBytes(StandardCharsets.UTF_8));
    }

    private static AccountDetails read(byte[] file) throws IOException, InterruptedException {
        return AccountDetailsFile.read(new ByteArrayInputStream(file), Progress.SILENT);
    }
}
