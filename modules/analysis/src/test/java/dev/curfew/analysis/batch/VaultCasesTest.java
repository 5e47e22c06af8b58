package dev.curfew.analysis.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Lines as they come, answers as they go.
class VaultCasesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "policies":["path \\"secret/*\\" { capabilities = [\\"read\\"] }"],"path":"secret/app","operation":"read" | "capabilities":["read"],"allowed":true,"decidedBy":[{"policy":0,"path":"secret/*"}]
            "policies":["path \\"a\\" { policy = \\"read\\" }","path \\"a\\" { capabilities = [\\"sudo\\"] }"],"path":"a","operation":"list" | "capabilities":["list","read","sudo"],"allowed":true,"decidedBy":[{"policy":0,"path":"a"}]
            "policies":["path \\"a/\\" { capabilities = [\\"list\\"] }"],"path":"a","operation":"list" | "capabilities":["deny"],"allowed":true,"decidedBy":[{"policy":0,"path":"a/"}]
            "policies":["path \\"a\\" { policy = \\"read\\" }","path \\"a/\\" { policy = \\"deny\\" }"],"path":"a","operation":"list" | "capabilities":["list","read"],"allowed":false,"decidedBy":[{"policy":1,"path":"a/"}]
            "policies":["path \\"a\\" { policy = \\"read\\" }"],"path":"a" | "capabilities":["list","read"],"decidedBy":[{"policy":0,"path":"a"}]
            "policies":["path \\"a\\" { policy = \\"read\\" }"],"path":"a","operation":"delete" | "capabilities":["list","read"],"allowed":false,"decidedBy":[{"policy":0,"path":"a"}]
            "policies":["path \\"a\\" { policy = \\"deny\\" }","path \\"*\\" { policy = \\"read\\" }"],"path":"/a","operation":"read" | "capabilities":["deny"],"allowed":false,"decidedBy":[{"policy":0,"path":"a"}]
            "policies":[],"path":"a","operation":"help" | "capabilities":["deny"],"allowed":true,"decidedBy":[]
            "policies":["{\\"path\\": {\\"a\\": {\\"policy\\": \\"read\\"}}}"],"path":"b","operation":"read" | "capabilities":["deny"],"allowed":false,"decidedBy":[]
            "policies":["path \\"a\\" { policy = \\"read\\" } path \\"a\\" { policy = \\"deny\\" } path \\"a\\" { policy = \\"deny\\" }"],"path":"a" | "capabilities":["deny"],"decidedBy":[{"policy":0,"path":"a"}]
            "policies":["root"],"path":"a","operation":"sudo" | "capabilities":["root"],"allowed":true,"decidedBy":[]
            "policies":["path \\"a\\" { policy = \\"write\\" required_parameters = [\\"x\\"] }"],"path":"a","operation":"update","parameters":{"x":null} | "capabilities":["create","delete","list","read","update"],"allowed":true,"decidedBy":[{"policy":0,"path":"a"}]
            "policies":["path \\"a\\" { policy = \\"read\\" max_wrapping_ttl = 60 }"],"path":"a","operation":"read","wrapTTLSeconds":61 | "capabilities":["list","read"],"allowed":false,"decidedBy":[{"policy":0,"path":"a"}]
            "policies":["path \\"a\\" { policy = \\"read\\" expiration = \\"2026-11-22T08:59:59Z\\" }"],"path":"a" | "capabilities":["deny"],"decidedBy":[]
            "policies":[{"namespace":"/team","policy":"path \\"a\\" { policy = \\"read\\" }"}],"namespace":"team/","path":"a","operation":"read" | "capabilities":["list","read"],"allowed":true,"decidedBy":[{"policy":0,"path":"a"}]
            "policies":[{"namespace":"team","policy":"path \\"a\\" { policy = \\"read\\" }"}],"path":"team/a" | "capabilities":["list","read"],"decidedBy":[{"policy":0,"path":"a"}]
            "policies":[{"namespace":"team","policy":"path \\"*\\" { policy = \\"read\\" }"}],"path":"a","operation":"read" | "capabilities":["deny"],"allowed":false,"decidedBy":[]
            "policies":["path \\"team/*\\" { policy = \\"read\\" }",{"namespace":"team","policy":"path \\"/a\\" { policy = \\"deny\\" }"}],"namespace":"team","path":"a","operation":"read" | "capabilities":["deny"],"allowed":false,"decidedBy":[{"policy":1,"path":"/a"}]
            "policies":["path \\"+/a\\" { policy = \\"read\\" }"],"namespace":"team","path":"a" | "capabilities":["list","read"],"decidedBy":[{"policy":0,"path":"+/a"}]
            "policies":[{"namespace":"team","policy":"root"}],"namespace":"team/below","path":"a","operation":"sudo" | "capabilities":["root"],"allowed":true,"decidedBy":[]
            "policies":[{"namespace":"team","policy":"root"}],"path":"a","operation":"read" | "capabilities":["deny"],"allowed":false,"decidedBy":[]
            "policies":[{"namespace":"team","policy":"root"}],"namespace":"teams","path":"a","operation":"read" | "capabilities":["deny"],"allowed":false,"decidedBy":[]
            "policies":["path \\"u/{{identity.entity.name}}\\" { policy = \\"read\\" }"],"path":"u/ann","entity":{"id":"1","name":"ann"} | "capabilities":["list","read"],"decidedBy":[{"policy":0,"path":"u/{{identity.entity.name}}"}]
            """)
    void aCaseIsAnswered(String given, String answer) throws Exception {
        assertThat(answer("{" + given + "}")).isEqualTo("{\"id\":null," + answer + "}\n");
    }

    @Test
    void aPolicyThatTheServerWouldRefuseIsAnError() throws Exception {
        assertThat(
                        answer(
                                "{\"id\":\"x\",\"policies\":[\"\",\"path \\\"a\\\" { capabilities = [\\\"fly\\\"] }\"],\"path\":\"a\"}"))
                .isEqualTo("{\"id\":\"x\",\"error\":\"policies[1] is no policy: line 1, path \\\"a\\\": unknown"
                        + " capability \\\"fly\\\"\"}\n");
    }

    /// OpenBao 2.7 refuses every request of such a token.
    @Test
    void aTemplateThatTakesInAWildcardIsAnError() throws Exception {
        assertThat(answer("{\"policies\":[\"path \\\"{{identity.entity.name}}/*\\\" { policy = \\\"read\\\" }\"],"
                        + "\"path\":\"a\",\"entity\":{\"name\":\"*\"}}"))
                .contains("the server refuses every request with these policies");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"policies":[]}                                                      | path is missing
            {"path":"a"}                                                         | policies is missing
            {"policies":"x","path":"a"}                                          | policies is not a list
            {"policies":[3],"path":"a"}                                          | policies[0] is not a text
            {"policies":[{"namespace":"a"}],"path":"a"}                          | policies[0].policy is missing
            {"policies":[],"path":"a","namespace":1}                             | namespace is not a text
            {"policies":[],"path":"a","operation":"fly"}                         | operation \\"fly\\" is none of create, read, update, patch, delete, list, scan, sudo, revoke, renew, rollback, help
            {"policies":[],"path":"a","operation":"read","parameters":[]}        | parameters is not an object
            {"policies":[],"path":"a","operation":"read","wrapTTLSeconds":"1"}   | wrapTTLSeconds is not a number
            {"policies":[],"path":"a","operation":"read","wrapTTLSeconds":-1}    | wrapTTLSeconds is not a number
            {"policies":[],"path":"a","operation":"read","wrapTTLSeconds":1e300} | wrapTTLSeconds is not a number
            {"policies":[],"path":"a","entity":{"metadata":{"x":1}}}             | entity.metadata.x is not a text
            {"policies":[],"path":"a","entity":{"groups":[1]}}                   | entity.groups[0] is not an object
            """)
    void aCaseThatIsNoneIsAnsweredWithWhatIsWrong(String line, String problem) throws Exception {
        assertThat(answer(line)).isEqualTo("{\"id\":null,\"error\":\"" + problem + "\"}\n");
    }

    private static String answer(String line) throws IOException, InterruptedException {
        StringBuilder out = new StringBuilder();
        new Batch(new VaultCases(InstantSource.fixed(Instant.parse("2026-11-22T09:00:00Z"))), 1)
                .run(new ByteArrayInputStream((line + "\n").getBytes(StandardCharsets.UTF_8)), out::append);
        return out.toString();
    }
}
