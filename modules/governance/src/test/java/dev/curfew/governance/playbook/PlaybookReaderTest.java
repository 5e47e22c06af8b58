package dev.curfew.governance.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is wrong with a playbook is told with its path, all of it at once; what is right has one text.
class PlaybookReaderTest {
    private static final String GOOD = """
            {
              "schema": "curfew.playbook/1",
              "name": "leaked-logins",
              "purpose": "A login that leaked is closed.",
              "trigger": "leaked",
              "scope": { "sources": ["pg"], "kinds": ["postgresql.role"], "tags": { "team": "reports" } },
              "acts": ["postgresql.disable-login", "postgresql.terminate-sessions"],
              "ceiling": { "identities": 3, "credentials": 5, "within": "PT1H" },
              "signatures": 2,
              "reviewWithin": "P3D",
              "expiresAt": "2027-01-31T18:00:00Z"
            }
            """;

    private static List<PlaybookProblem> problems(String text) {
        try {
            PlaybookReader.read(text);
            return List.of();
        } catch (PlaybookTextException e) {
            return e.problems();
        }
    }

    @Test
    void oneTextStandsForOnePlaybook() throws PlaybookTextException {
        Playbook read = PlaybookReader.read(GOOD);

        assertThat(PlaybookReader.read(read.text())).isEqualTo(read);
        assertThat(PlaybookReader.read(GOOD.replace("\n", "").replace("P3D", "PT72H"))
                        .hash())
                .isEqualTo(read.hash());
        assertThat(PlaybookReader.read(GOOD.replace("PT1H", "PT2H")).hash()).isNotEqualTo(read.hash());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "curfew.playbook/1 | curfew.playbook/2 | schema",
                "leaked-logins | Leaked Logins | name",
                "\"trigger\": \"leaked\" | \"trigger\": \"stolen\" | trigger",
                "\"trigger\": \"leaked\", | | trigger",
                "\"pg\" | \"PG\" | scope.sources[0]",
                "[\"pg\"] | [] | scope.sources",
                "\"kinds\" | \"kind\" | scope.kind",
                "\"reports\" | 7 | scope.tags.team",
                "{ \"sources\": [\"pg\"], \"kinds\": [\"postgresql.role\"], \"tags\": { \"team\": \"reports\" } } | \"all\" | scope",
                "\"sources\": [\"pg\"], \"kinds\": [\"postgresql.role\"], \"tags\": { \"team\": \"reports\" } | \"ids\": [\"pg:role/1\", \"role/2\"] | scope.ids[1]",
                "\"sources\": [\"pg\"], | \"ids\": [\"pg:role/1\"], \"sources\": [\"pg\"], | scope.kinds",
                "\"postgresql.terminate-sessions\" | \"postgresql.disable-login\" | acts[1]",
                "\"postgresql.terminate-sessions\" | 5 | acts[1]",
                "\"identities\": 3 | \"identities\": 0 | ceiling.identities",
                "\"credentials\": 5 | \"credentials\": 51 | ceiling.credentials",
                "\"credentials\": 5 | \"credentials\": 5.0 | ceiling.credentials",
                "PT1H | PT1S | ceiling.within",
                "PT1H | an hour | ceiling.within",
                "\"signatures\": 2 | \"signatures\": 1 | signatures",
                "P3D | P31D | reviewWithin",
                "2027-01-31T18:00:00Z | 2027-01-31 | expiresAt",
                "closed. | closed\\u202e. | purpose",
                "\"signatures\": 2, | \"signatures\": 2, \"extra\": 1, | extra",
            })
    void whatIsWrongIsToldWithItsPath(String part, String instead, String path) {
        String text = GOOD.replace(part, instead == null ? "" : instead);
        assertThat(text).isNotEqualTo(GOOD);
        assertThat(problems(text)).extracting(PlaybookProblem::path).contains(path);
    }

    @Test
    void allOfItIsToldAtOnce() {
        assertThat(problems(GOOD.replace("PT1H", "x")
                        .replace("leaked-logins", "X")
                        .replace("\"signatures\": 2", "\"signatures\": 99")))
                .extracting(PlaybookProblem::path)
                .containsExactlyInAnyOrder("ceiling.within", "name", "signatures");
    }

    @Test
    void whatIsThereTwiceOrNoJsonIsToldWithItsPlace() {
        assertThat(problems(GOOD.replace("\"signatures\": 2,", "\"signatures\": 2,\n  \"signatures\": 3,")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.path()).startsWith("10:"));
        assertThat(problems(GOOD + "{}")).hasSize(1);
        assertThat(problems("[]")).hasSize(1);
        assertThat(problems("")).hasSize(1);
        assertThat(problems("nothing")).hasSize(1);
    }
}
