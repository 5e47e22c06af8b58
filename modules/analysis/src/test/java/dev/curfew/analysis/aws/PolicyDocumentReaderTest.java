package dev.curfew.analysis.aws;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.aws.document.PolicyDocumentReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html>
class PolicyDocumentReaderTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]|$: an object is expected",
                "{'Statements':[]}|$: unknown element Statements",
                "{'Version':'2020-01-01','Statement':[]}|$.Version: unknown version",
                "{'Version':'2012-10-17'}|$.Statement: an object or a list is expected",
                "{'Statement':[{'Effect':'allow','Action':'*','Resource':'*'}]}|$.Statement[0].Effect: Allow or Deny",
                "{'Statement':[{'Effect':'Allow','Resource':'*'}]}|$.Statement[0]: exactly one of Action and NotAction",
                "{'Statement':{'Effect':'Allow','Action':'*','Resource':'*','Actions':1}}|unknown element Actions",
                "{'Statement':{'Effect':'Allow','Action':{},'Resource':'*'}}|$.Statement.Action: a text or a list",
                "{'Statement':{'Effect':'Allow','Action':'*','Resource':'*','Condition':[]}}|$.Statement.Condition",
                "{'Statement':{'Effect':'Allow','Action':'*','Principal':'x'}}|$.Statement.Principal: an object or",
                "{'Statement':{'Effect':'Allow','Action':'*','Principal':{'Robot':'x'}}}|unknown kind of principal Robot",
                "{'Statement':{'Effect':'Allow','Action':'*','Condition':{'Sounds':{'k':'v'}}}}|unknown operator Sounds",
                "{'Statement':{'Effect':'Allow','Action':'*','Condition':{'NullIfExists':{'k':'true'}}}}|unknown operator",
                "{'Statement':[],'Statement':[]}|an element is there twice",
                "{'Statement':[]} x|not JSON, line 1",
                "{'Statement':[|not JSON, line 1",
            })
    void whatAwsWouldNotTakeIsRefusedWithItsPath(String text, String problem) {
        assertThatThrownBy(() -> PolicyDocumentReader.read("p", text.replace('\'', '"')))
                .isInstanceOf(PolicySyntaxException.class)
                .hasMessageContaining(problem);
    }

    /// Longer than a name may be once its letters are written as escapes.
    @Test
    void aLongNameBeyondAsciiIsRefusedAsAnyOtherIs() {
        assertThatThrownBy(() -> PolicyDocumentReader.read("p", "{\"" + "\u00e9".repeat(30_000) + "\":1}"))
                .isInstanceOf(PolicySyntaxException.class)
                .hasMessageContaining("$: unknown element");
    }
}
