package dev.curfew.analysis.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.curfew.analysis.json.JsonText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every line gets one line, whatever it holds.
class BatchTest {

    /// Answers with the number given, or complains.
    private static ObjectNode echo(JsonText given) throws CaseException {
        CaseObject it = CaseObject.of(given);
        if (it.isTrue("fault")) {
            throw new IllegalStateException("on purpose");
        }
        return JsonNodeFactory.instance.objectNode().put("was", it.text("say"));
    }

    @Test
    void answersComeInTheOrderOfTheCasesHoweverManyThreads() throws IOException, InterruptedException {
        String cases = IntStream.range(0, 5_000)
                .mapToObj(i -> "{\"id\":" + i + ",\"say\":\"" + "x".repeat(i % 97) + "\"}\n")
                .reduce("", String::concat);
        String answers = IntStream.range(0, 5_000)
                .mapToObj(i -> "{\"id\":" + i + ",\"was\":\"" + "x".repeat(i % 97) + "\"}\n")
                .reduce("", String::concat);

        assertThat(run(cases, 1)).isEqualTo(answers);
        assertThat(run(cases, 4)).isEqualTo(answers);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"id":"a","say":"ö"}        | {"id":"a","was":"\\u00F6"}
            {"say":"x","id":{"n":[1]}}  | {"id":{"n":[1]},"was":"x"}
            {"say":"x","id":1.50}       | {"id":1.50,"was":"x"}
            {"say":"x","id":1e400}      | {"id":1E+400,"was":"x"}
            {"say":"x"}                 | {"id":null,"was":"x"}
            {"id":7}                    | {"id":7,"error":"say is missing"}
            {"id":7,"say":null}         | {"id":7,"error":"say is missing"}
            {"id":7,"say":3}            | {"id":7,"error":"say is not a text"}
            {"id":7,"say":"x","more":0} | {"id":7,"was":"x"}
            [1]                         | {"id":null,"error":"a JSON object is expected"}
            ``                          | {"id":null,"error":"a JSON object is expected"}
            {"id":7,                    | {"id":7,"error":"not JSON: the line breaks off (byte 8)"}
            {"id":7,"say":"x"} {"id":8} | {"id":7,"error":"not JSON: more than one value on the line"}
            """)
    void aLineGetsItsAnswer(String line, String answer) throws IOException, InterruptedException {
        assertThat(run(line + "\n", 1)).isEqualTo(answer + "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"id":"a","say":            | "a"
            {"say":{"id":1},"id":2,x    | 2
            {"id":"a"} {"id":"b"}       | "a"
            {"id":"a","id":"b"}         | "a"
            {"id":                      | null
            {"id":12                    | null
            {"id":12,"x":5              | 12
            {"id":12 x                  | 12
            {"id":"a                    | null
            nonsense                    | null
            {"id":"a","x":NaN}          | "a"
            """)
    void aLineThatIsNoJsonKeepsTheIdThatCouldBeRead(String line, String id) throws IOException, InterruptedException {
        assertThat(run(line + "\n", 1))
                .startsWith("{\"id\":" + id + ",\"error\":\"not JSON: ")
                // the parser's words quote what it met and name its classes
                .doesNotContain("nonsense", "Unexpected", "JsonReadFeature");
    }

    @Test
    void aFaultInOneCaseCostsNoOther() throws IOException, InterruptedException {
        assertThat(run("{\"id\":1,\"fault\":true}\n{\"id\":2,\"say\":\"x\"}", 2))
                .startsWith("{\"id\":1,\"error\":\"this case could not be decided")
                .endsWith("(IllegalStateException): please report it\"}\n{\"id\":2,\"was\":\"x\"}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00e9", "\\u00e9"})
    void aLongNameBeyondAsciiIsNoFault(String letter) throws IOException, InterruptedException {
        String name = letter.repeat(20_000);
        assertThat(run("{\"id\":1,\"" + name + "\":0,\"say\":\"x\"}", 1)).isEqualTo("{\"id\":1,\"was\":\"x\"}\n");
    }

    @Test
    void bytesThatAreNoUtf8AndDepthWithoutEndAreErrors() throws IOException, InterruptedException {
        byte[] broken = "{\"id\":1,\"say\":\"\u00FF\"}\n".getBytes(StandardCharsets.ISO_8859_1);
        StringBuilder out = new StringBuilder();
        BatchCount count = new Batch(BatchTest::echo, 1).run(new ByteArrayInputStream(broken), out::append);

        assertThat(count).isEqualTo(new BatchCount(1, 1));
        assertThat(out.toString()).isEqualTo("{\"id\":1,\"error\":\"not JSON: the line is not UTF-8\"}\n");
        assertThat(run("{\"id\":1,\"say\":" + "[".repeat(100_000) + "\n", 1)).contains("\"error\":\"not JSON: ");
    }

    @Test
    void aLineThatIsTooLongIsAnErrorAndTheNextIsRead() throws IOException, InterruptedException {
        String line = "{\"id\":1,\"say\":\"" + "x".repeat(Lines.BYTES_MAX) + "\"}\n";

        assertThat(run(line + "{\"id\":2,\"say\":\"y\"}\n", 1)).isEqualTo("""
                        {"id":null,"error":"the line is longer than 16777216 bytes"}
                        {"id":2,"was":"y"}
                        """);
    }

    @Test
    void aStreamIsReadOnlyALittleAheadOfWhatIsWritten() throws IOException, InterruptedException {
        byte[] line = "{\"id\":1,\"say\":\"x\"}\n".getBytes(StandardCharsets.UTF_8);
        AtomicLong read = new AtomicLong();
        AtomicLong written = new AtomicLong();
        AtomicLong furthest = new AtomicLong();
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                throw new UnsupportedOperationException("bytes are read in blocks");
            }

            // a line at a time
            @Override
            public int read(byte[] buffer, int offset, int length) {
                if (read.get() == 100_000) {
                    return -1;
                }
                System.arraycopy(line, 0, buffer, offset, line.length);
                furthest.accumulateAndGet(read.incrementAndGet() - written.get(), Math::max);
                return line.length;
            }
        };

        BatchCount count = new Batch(BatchTest::echo, 2)
                .run(endless, lines -> written.addAndGet(lines.lines().count()));

        assertThat(count).isEqualTo(new BatchCount(100_000, 0));
        assertThat(written.get()).isEqualTo(100_000);
        assertThat(furthest.get()).isLessThan(20_000);
    }

    @Test
    void whatCannotBeWrittenEndsTheBatch() {
        byte[] line = "{\"id\":1,\"say\":\"x\"}\n".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> new Batch(BatchTest::echo, 2).run(new ByteArrayInputStream(line), _ -> {
                    throw new IOException("full");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("full");
    }

    private static String run(String cases, int threads) throws IOException, InterruptedException {
        StringBuilder out = new StringBuilder();
        new Batch(BatchTest::echo, threads)
                .run(new ByteArrayInputStream(cases.getBytes(StandardCharsets.UTF_8)), out::append);
        return out.toString();
    }
}
