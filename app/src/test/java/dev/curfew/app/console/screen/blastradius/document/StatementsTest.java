package dev.curfew.app.console.screen.blastradius.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatementsTest {

    @Test
    void anAwsStatementIsFoundAndTakenOut() {
        String text = """
                {"Version": "2012-10-17",
                 "Statement": [
                  {"Sid": "A", "Effect": "Allow"},
                  {"Sid": "B",
                   "Effect": "Allow"}]}""";

        assertThat(JsonStatements.lines(text, 1)).contains(new Lines(4, 5));
        assertThat(JsonStatements.without(text, 1))
                .contains("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"A\",\"Effect\":\"Allow\"}]}");
    }

    @Test
    void anAwsStatementMayStandWithoutAList() {
        String text = "{\n\"Statement\": {\"Effect\": \"Allow\"}\n}";

        assertThat(JsonStatements.lines(text, 0)).contains(new Lines(2, 2));
        assertThat(JsonStatements.without(text, 0)).contains("{\"Statement\":[]}");
    }

    @Test
    void aRuleOfARoleIsFoundAndTakenOut() {
        String text = "{\"rules\": [{\"verbs\": [\"get\"]},\n{\"verbs\": [\"list\"]}]}";

        assertThat(JsonStatements.lines(text, 1)).contains(new Lines(2, 2));
        assertThat(JsonStatements.without(text, 0)).contains("{\"rules\":[{\"verbs\":[\"list\"]}]}");
    }

    @Test
    void aPathOfAPolicyInJsonIsFoundAndTakenOut() {
        String text = "{\"path\": {\"secret/a\": {\"capabilities\": [\"read\"]},\n\"x/y~z\": {\"policy\": \"read\"}}}";

        assertThat(JsonStatements.lines(text, 1)).contains(new Lines(2, 2));
        assertThat(JsonStatements.without(text, 1)).contains("{\"path\":{\"secret/a\":{\"capabilities\":[\"read\"]}}}");
    }

    @Test
    void aStanzaInHclIsFoundWithoutTheCommentsOfTheNext() {
        String text = """
                # all
                path "secret/a" {
                  capabilities = ["read"]
                }

                # the rest
                path "secret/b" { capabilities = ["list"] }
                """;

        assertThat(HclStatements.lines(text, 0)).contains(new Lines(2, 4));
        assertThat(HclStatements.lines(text, 1)).contains(new Lines(7, 7));
        assertThat(HclStatements.without(text, 0)).contains("""
                # all

                # the rest
                path "secret/b" { capabilities = ["list"] }
                """);
    }

    @Test
    void stanzasOnOneLineAreNotTornApart() {
        String text = "path \"a\" { capabilities = [\"read\"] } path \"b\" { capabilities = [\"read\"] }";

        assertThat(HclStatements.lines(text, 0)).isEmpty();
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(JsonStatements.lines("{\"Statement\": []}", 0)).isEmpty();
        assertThat(JsonStatements.lines("no JSON", 0)).isEmpty();
        assertThat(HclStatements.lines("{ broken", 0)).isEmpty();
        assertThat(HclStatements.lines("path \"a\" { capabilities = [\"read\"] }", 3))
                .isEmpty();
    }
}
