package dev.curfew.app.cli.escalations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `curfew escalations --account` from file to JSON, without a workspace.
class EscalationsCommandTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC);

    /// `dev` may write any user's policies; `ops` may change the code of functions.
    private static final String ACCOUNT = """
            {"UserDetailList":[
              {"UserName":"dev","Arn":"arn:aws:iam::111122223333:user/dev","UserPolicyList":[
                {"PolicyName":"own","PolicyDocument":{"Version":"2012-10-17","Statement":[
                  {"Effect":"Allow","Action":"s3:GetObject","Resource":"*"},
                  {"Sid":"Widen","Effect":"Allow","Action":"iam:PutUserPolicy","Resource":"*"}]}}]},
              {"UserName":"ops","Arn":"arn:aws:iam::111122223333:user/ops","UserPolicyList":[
                {"PolicyName":"code","PolicyDocument":{"Version":"2012-10-17","Statement":[
                  {"Effect":"Allow","Action":"lambda:UpdateFunctionCode","Resource":"*"}]}}]}],
             "GroupDetailList":[],"Policies":[],
             "RoleDetailList":[{"RoleName":"adm","Arn":"arn:aws:iam::111122223333:role/adm","RolePolicyList":[],
               "AttachedManagedPolicies":[{"PolicyName":"AdministratorAccess",
                 "PolicyArn":"arn:aws:iam::aws:policy/AdministratorAccess"}],
               "AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow",
                 "Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}}]}
            """;

    private static final String FUNCTION = """
            {"existingResources":[{"arn":"arn:aws:lambda:eu-west-1:111122223333:function:f",
              "executionRole":"arn:aws:iam::111122223333:role/adm"}],
             "ecsClusters":[],"accessKeys":{"dev":1},"loginProfile":{"dev":false}}
            """;

    @TempDir
    private Path home = Path.of("");

    private CommandBench bench = new CommandBench(home, CLOCK);
    private Path account = home;

    @BeforeEach
    void aMachineWithoutAWorkspace() throws IOException {
        bench = new CommandBench(home, CLOCK);
        account = bench.file("account.json", ACCOUNT);
    }

    @Test
    void aFindingHasTheFieldsThatAreDocumented() throws IOException {
        JsonNode found = findings(json()).getFirst();

        assertThat(names(found))
                .containsExactly(
                        "identity",
                        "method",
                        "methods",
                        "certainty",
                        "sentence",
                        "target",
                        "statements",
                        "needs",
                        "cutBy");
        assertThat(found.path("identity").asText()).isEqualTo("arn:aws:iam::111122223333:user/dev");
        assertThat(found.path("method").asText()).isEqualTo("iam-007");
        assertThat(found.path("methods")).hasToString("[\"iam:PutUserPolicy\"]");
        assertThat(found.path("certainty").asText()).isEqualTo("certain");
        assertThat(found.path("target").asText()).isEqualTo("arn:aws:iam::111122223333:user/dev");
        assertThat(found.at("/statements/0/statement").asInt()).isEqualTo(1);
        assertThat(found.at("/statements/0/policy").asText()).contains("own");
        assertThat(found.path("needs")).isEmpty();
        assertThat(found.path("cutBy")).isNotEmpty();
    }

    @Test
    void whatExistsMakesCertainOfPossibleAndNothingOfWhatIsNotThere() throws IOException {
        assertThat(told(json())).contains("ops lambda-003 possible");
        assertThat(told(json("--environment", environment(FUNCTION)))).contains("ops lambda-003 certain");
        assertThat(told(json("--environment", environment("{\"existingResources\":[]}"))))
                .noneMatch(it -> it.startsWith("ops lambda-003"));
    }

    @Test
    void aPipelineFailsOnWhatItSays() throws IOException {
        String nobody = bench.file("nobody.json", ACCOUNT.replace("iam:PutUserPolicy", "iam:GetUser"))
                .toString();

        assertThat(escalations("--account", account.toString(), "--fail-on", "certain")
                        .exitCode())
                .isEqualTo(ExitCode.REFUSED);
        assertThat(escalations("--account", nobody, "--fail-on", "certain").exitCode())
                .isEqualTo(ExitCode.DONE);
        assertThat(escalations("--account", nobody, "--fail-on", "possible").exitCode())
                .isEqualTo(ExitCode.REFUSED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"existingResources\":{}}|$.existingResources",
                "{\"existingResources\":[{\"arn\":1}]}|$.existingResources[0].arn",
                "{\"ecsClusters\":[\"c\",2]}|$.ecsClusters[1]",
                "{\"accessKeys\":{\"dev\":\"1\"}}|$.accessKeys.dev",
                "{\"loginProfile\":{\"dev\":0}}|$.loginProfile.dev",
                "[]|$",
                "{\"accessKeys\":|environment.json"
            })
    void anEnvironmentOfTheWrongShapeIsRefusedWithItsPlace(String text, String place) throws IOException {
        Answer answer = escalations("--account", account.toString(), "--environment", environment(text));

        assertThat(answer.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.err()).contains(place);
        assertThat(answer.out()).isEmpty();
    }

    @Test
    void anAccountThatIsNotThereIsNamed() {
        Answer answer = escalations("--account", home.resolve("gone.json").toString());

        assertThat(answer.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.err()).contains("gone.json");
    }

    @Test
    void whereNothingWasReadNobodyIsSaidToBeSafe() {
        bench.run("init");

        Answer answer = bench.run("escalations", "--fail-on", "certain");

        assertThat(answer.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(answer.err()).contains("Nothing was read yet").doesNotContain("Nobody was found");
    }

    @Test
    void whatWasNotReadOfTheEstateIsToldWithTheFindings() throws IOException {
        CommandBench sampled = CommandBench.withTheSample(home);

        assertThat(sampled.run("escalations").err()).contains("Not read whole: sample-openbao");
        JsonNode answer =
                new ObjectMapper().readTree(sampled.json("escalations").out());
        assertThat(names(answer)).containsExactly("snapshot", "coverage", "findings");
        assertThat(findings(answer)).isNotEmpty();
    }

    private String environment(String text) throws IOException {
        return bench.file("environment.json", text).toString();
    }

    private Answer escalations(String... options) {
        List<String> all = new ArrayList<>(List.of("escalations"));
        all.addAll(List.of(options));
        return bench.bare(Map.of(), "", List.of(), all.toArray(String[]::new));
    }

    private JsonNode json(String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of("--account", account.toString(), "--format", "json"));
        all.addAll(List.of(options));
        return new ObjectMapper()
                .readTree(escalations(all.toArray(String[]::new)).out());
    }

    private static List<JsonNode> findings(JsonNode answer) {
        return answer.path("findings").valueStream().toList();
    }

    private static List<String> names(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }

    /// `user method certainty`
    private static List<String> told(JsonNode answer) {
        return findings(answer).stream()
                .map(it -> it.path("identity").asText().replaceFirst(".*/", "") + " "
                        + it.path("method").asText() + " "
                        + it.path("certainty").asText())
                .toList();
    }
}
