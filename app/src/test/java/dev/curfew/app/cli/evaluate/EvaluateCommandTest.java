package dev.curfew.app.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `curfew evaluate` from file to file, without a workspace.
class EvaluateCommandTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC);

    private static final String CASE = """
            {"id":"read","request":{"principalArn":"arn:aws:iam::111122223333:role/ci","action":"s3:GetObject",\
            "resourceArn":"arn:aws:s3:::logs/a","resourceAccount":"111122223333","context":{}},\
            "identityPolicies":[{"name":"p","policy":{"Version":"2012-10-17","Statement":[{"Sid":"Logs",\
            "Effect":"Allow","Action":"s3:Get*","Resource":"arn:aws:s3:::logs/*"}]}}]}
            """;

    private static final String ANSWER = """
            {"id":"read","verdict":"Allowed","blockedBy":[],\
            "decidedBy":[{"policy":"p","statement":0,"sid":"Logs"}],"dependsOn":[]}
            """;

    @TempDir
    private Path home = Path.of("");

    private CommandBench bench = new CommandBench(home, CLOCK);

    @BeforeEach
    void aMachineWithoutAWorkspace() {
        bench = new CommandBench(home, CLOCK);
    }

    @Test
    void casesAreAnsweredIntoAFileAndNothingElseIsLeftThere() throws IOException {
        Path cases = bench.file("cases.jsonl", CASE + CASE);
        Path out = bench.file("answers.jsonl", "what was there before");

        Answer answer = evaluate("", "--cases", cases.toString(), "--out", out.toString());

        assertThat(answer).isEqualTo(new Answer(ExitCode.DONE, "", ""));
        assertThat(out).hasContent(ANSWER + ANSWER);
        try (var left = Files.list(home)) {
            assertThat(left).containsExactlyInAnyOrder(cases, out);
        }
    }

    @Test
    void aDashIsAStandardStreamAndSoIsNoOut() {
        assertThat(evaluate(CASE, "--cases", "-", "--out", "-")).isEqualTo(new Answer(ExitCode.DONE, ANSWER, ""));
        assertThat(evaluate(CASE, "--cases", "-")).isEqualTo(new Answer(ExitCode.DONE, ANSWER, ""));
    }

    @Test
    void aMalformedLineIsAnsweredWithAnErrorAndCountedButFailsOnlyWhereAsked() {
        String cases = "{\"id\":\"half\"\n" + CASE;
        String answers = "{\"id\":\"half\",\"error\":\"not JSON: ";

        Answer tolerant = evaluate(cases, "--cases", "-");
        Answer strict = evaluate(cases, "--cases", "-", "--fail-on-error");

        assertThat(tolerant.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(tolerant.out()).startsWith(answers).endsWith("\n" + ANSWER);
        assertThat(tolerant.err())
                .isEqualTo("1 of 2 lines could not be decided; the \"error\" in their answers says why.\n");
        assertThat(strict).isEqualTo(new Answer(ExitCode.REFUSED, tolerant.out(), tolerant.err()));
    }

    @Test
    void aFileThatCannotBeReadOrWrittenIsSaidBeforeAnythingIsDone() {
        Path cases = bench.file("cases.jsonl", CASE);
        String nowhere = home.resolve("no-folder").resolve("answers.jsonl").toString();

        assertThat(evaluate("", "--cases", nowhere))
                .isEqualTo(new Answer(ExitCode.USAGE, "", "curfew: " + nowhere + " cannot be read.\n"));
        assertThat(evaluate("", "--cases", cases.toString(), "--out", nowhere))
                .isEqualTo(new Answer(ExitCode.USAGE, "", "curfew: " + nowhere + " cannot be written.\n"));
        assertThat(evaluate("", "--cases", cases.toString(), "--out", home.toString())
                        .exitCode())
                .isEqualTo(ExitCode.USAGE);
        assertThat(evaluate("").exitCode()).isEqualTo(ExitCode.USAGE);
    }

    private Answer evaluate(String stdin, String... options) {
        String[] all = new String[options.length + 2];
        all[0] = "evaluate";
        all[1] = "aws";
        System.arraycopy(options, 0, all, 2, options.length);
        return bench.bare(Map.of(), stdin, List.of(), all);
    }
}
