package dev.curfew.analysis.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Lines as they come, answers as they go.
class KubernetesCasesTest {
    private static final String STATE = """
            "roles":[{"kind":"ClusterRole","name":"reader","rules":[\
            {"verbs":["get"],"apiGroups":[""],"resources":["pods"]},{"verbs":["get"],"nonResourceURLs":["/logs/*"]}]}],\
            "bindings":[{"kind":"RoleBinding","namespace":"ns","name":"team","roleRef":{"kind":"ClusterRole",\
            "name":"reader"},"subjects":[{"kind":"User","name":"ann"},{"kind":"ServiceAccount","name":"app"}]},\
            {"kind":"ClusterRoleBinding","name":"all","roleRef":{"kind":"ClusterRole","name":"reader"},\
            "subjects":[{"kind":"Group","name":"system:authenticated"}]}]""";

    @Test
    void everyBindingRoleAndRuleThatAllowsIsNamedAndEverySubjectThatIsAllowed() throws Exception {
        assertThat(answer("""
                {"id":1,%s,"subject":{"user":"ann","groups":["system:authenticated"]},"verb":"get","apiGroup":"",\
                "resource":"pods","subresource":"","name":"x","namespace":"ns","nonResourceURL":""}""".formatted(STATE)))
                .isEqualTo("{\"id\":1,\"allowed\":true,\"decidedBy\":["
                        + "{\"binding\":\"all\",\"role\":\"reader\",\"rule\":0},"
                        + "{\"binding\":\"team\",\"role\":\"reader\",\"rule\":0}],"
                        + "\"allowedSubjects\":[\"Group:system:authenticated\",\"Group:system:masters\","
                        + "\"ServiceAccount:ns:app\",\"User:ann\"]}\n");
    }

    @Test
    void groupsCountAsGivenAndAreThoseOfAnyLoginWhereTheFieldIsNotThere() throws Exception {
        String asked = ",\"verb\":\"get\",\"nonResourceURL\":\"/logs/a\"}";

        assertThat(answer("{" + STATE + ",\"subject\":{\"user\":\"bob\",\"groups\":[]}" + asked))
                .contains("\"allowed\":false,\"decidedBy\":[]");
        assertThat(answer("{" + STATE + ",\"subject\":{\"user\":\"bob\"}" + asked))
                .contains("\"allowed\":true,\"decidedBy\":[{\"binding\":\"all\",\"role\":\"reader\",\"rule\":1}]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"verb":"get","resource":"pods"}                                          | subject is missing
            {"subject":{"user":3},"verb":"get","resource":"pods"}                     | subject.user is not a text
            {"subject":{},"verb":"get","resource":"pods"}                             | subject.user is missing
            {"subject":{"user":"a","groups":"b"},"verb":"get","resource":"pods"}      | subject.groups is not a list
            {"subject":{"user":"a"},"resource":"pods"}                                | verb is missing
            {"subject":{"user":"a"},"verb":"get"}                                     | resource is missing
            {"subject":{"user":"a"},"verb":"get","resource":"x","nonResourceURL":"/"} | a request is for a resource or for a nonResourceURL, not for both
            {"subject":{"user":"a"},"verb":"get","resource":"x","roles":[{"rules":3}]}| the roles or bindings cannot be read: $.roles[0].rules: a list is expected
            {"subject":{"user":"a"},"verb":"get","resource":"x","bindings":[{"kind":"B"}]}| the roles or bindings cannot be read: $.bindings[0].kind: RoleBinding or ClusterRoleBinding is expected
            """)
    void aCaseThatIsNoneIsAnsweredWithWhatIsWrong(String line, String problem) throws Exception {
        assertThat(answer(line)).isEqualTo("{\"id\":null,\"error\":\"" + problem + "\"}\n");
    }

    private static String answer(String line) throws IOException, InterruptedException {
        StringBuilder out = new StringBuilder();
        new Batch(new KubernetesCases(), 1)
                .run(new ByteArrayInputStream((line + "\n").getBytes(StandardCharsets.UTF_8)), out::append);
        return out.toString();
    }
}
