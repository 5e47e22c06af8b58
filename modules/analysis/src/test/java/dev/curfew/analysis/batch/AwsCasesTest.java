package dev.curfew.analysis.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a line of `curfew evaluate aws` may look like, and what it may not.
class AwsCasesTest {
    private static final String REQUEST = "'request':{'principalArn':'arn:aws:iam::111122223333:role/ci',"
            + "'action':'s3:GetObject','resourceArn':'arn:aws:s3:::logs/a','context':{'my:Flag':";
    private static final String STATEMENT =
            "{'Effect':'Allow','Action':'s3:*','Resource':'*','Condition':{'Bool':{'my:Flag':'true'}}}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'Version':'2012-10-17','Statement':S}            | `['true']` | Allowed
            {'Version':'2012-10-17','Statement':[S]}          | `['true']` | Allowed
            {'Statement':[S],'Version':'2012-10-17','Id':'x'} | `['true']` | Allowed
            {'Statement':[S]}                                 | `'true'`   | Allowed
            {'Statement':[S]}                                 | `true`     | Allowed
            {'Statement':[S]}                                 | `[true]`   | Allowed
            {'Statement':[S]}                                 | `[]`       | ImplicitlyDenied
            {'Statement':[S]}                                 | `null`     | ImplicitlyDenied
            {'Statement':[]}                                  | `['true']` | ImplicitlyDenied
            """)
    void aPolicyHasOneStatementOrSeveralAndAContextListsOrValues(String policy, String flag, String verdict)
            throws IOException, InterruptedException {
        assertThat(answer(line(policy, flag))).contains("\"verdict\":\"" + verdict + "\"");
    }

    @Test
    void aPolicyMayBeItsText() throws IOException, InterruptedException {
        String text = "{'Statement':[" + STATEMENT + "]}";
        String line = line("\u0001", "['true']").replace("\u0001", "\"" + text.replace("'", "\\\"") + "\"");
        assertThat(answer(line)).contains("\"verdict\":\"Allowed\"");
        assertThat(answer(line.replace("Effect", "Affect")))
                .contains("identityPolicies[0].policy is no policy: $.Statement[0]");
    }

    @Test
    void aByteOrderMarkAndCarriageReturnsAreNothing() throws IOException, InterruptedException {
        String line = line("{'Statement':[S]}", "['true']");
        assertThat(answer("\uFEFF" + line + "\r")).contains("\"verdict\":\"Allowed\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'Statement':[S],'Statement':[S]}                             | `['true']` | not JSON: a field is there twice
            {'Statement':[{'Sid':null,'Effect':'Allow','Action':'*'}]}    | `['true']` | .Sid: a text is expected
            {'Statement':[{'Effect':'Allow','Action':'\\uffff'}]}         | `['true']` | none of Unicode's
            {'Statement':[S]}                                             | `[{}]`     | request.context.my:Flag[0] is not a text
            {'Statement':[S]}                                             | `{}`       | request.context.my:Flag is not a list
            [S]                                                           | `['true']` | identityPolicies[0].policy is not an object
            {'Statement':[{'Effect':'Allow','Action':'*'}]}               | `['true']` | a statement has neither Resource nor NotResource
            """)
    void whatIsNoCaseIsAnError(String policy, String flag, String problem) throws IOException, InterruptedException {
        assertThat(answer(line(policy, flag)))
                .startsWith("{\"id\":1,\"error\":")
                .contains(problem);
    }

    /// Without a resource a statement of an identity policy would be about everything; AWS does not take it:
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html>.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'permissionBoundaries':[{'name':'b','policy':@}]",
                "'sessionPolicy':@",
                "'serviceControlPolicies':[[{'name':'b','policy':@}]]",
                "'resourceControlPolicies':[[{'name':'b','policy':@}]]",
                "'vpcEndpointPolicies':[{'name':'b','policy':@}]"
            })
    void onlyAResourcesPolicyMayDoWithoutAResource(String layer) throws IOException, InterruptedException {
        String policy = "{'Statement':[{'Effect':'Allow','Action':'*','Principal':'*'}]}";
        String line = line("{'Statement':[S]}", "['true']");
        String with = layer.replace("@", policy).replace('\'', '"');

        assertThat(answer(line.substring(0, line.length() - 1) + "," + with + "}"))
                .contains("neither Resource");
        assertThat(answer(line.substring(0, line.length() - 1)
                        + ",\"resourcePolicy\":"
                        + policy.replace('\'', '"')
                        + "}"))
                .contains("\"verdict\":\"Allowed\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s3", "s3:", ":GetObject", "s3:*", "s3:Get?bject"})
    void aRequestIsForOneAction(String action) throws IOException, InterruptedException {
        String line = line("{'Statement':[S]}", "['true']");
        assertThat(answer(line.replaceFirst("\"action\":\"[^\"]*\"", "\"action\":\"" + action + "\"")))
                .isEqualTo("{\"id\":1,\"error\":\"request.action is not one action of one service, as in"
                        + " s3:GetObject\"}\n");
    }

    @Test
    void aContextHasALimit() throws IOException, InterruptedException {
        String keys = "'x0':['y']";
        for (int i = 1; i < 2_500; i++) {
            keys += ",'x" + i + "':['y']";
        }
        assertThat(answer(line("{'Statement':[S]}", "['true']," + keys)))
                .contains("request.context.* are more than 2000");
    }

    private static String line(String policy, String flag) {
        return ("{'id':1," + REQUEST + flag + "}},'identityPolicies':[{'name':'p','policy':"
                        + policy.replace("S", "\u0000")
                                .replace("\u0000tatement", "Statement")
                                .replace("\u0000id", "Sid")
                                .replace("\u0000", STATEMENT)
                        + "}]}")
                .replace('\'', '"');
    }

    private static String answer(String line) throws IOException, InterruptedException {
        StringBuilder out = new StringBuilder();
        new Batch(new AwsCases(), 1)
                .run(new ByteArrayInputStream((line + "\n").getBytes(StandardCharsets.UTF_8)), out::append);
        return out.toString();
    }
}
