package dev.curfew.analysis.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.aws.document.PolicyDocumentReader;
import dev.curfew.analysis.batch.AwsCases;
import dev.curfew.analysis.batch.Batch;
import dev.curfew.analysis.batch.BatchCount;
import dev.curfew.analysis.batch.CaseEvaluator;
import dev.curfew.analysis.batch.KubernetesCases;
import dev.curfew.analysis.batch.VaultCases;
import dev.curfew.analysis.hcl.HclParser;
import dev.curfew.analysis.kubernetes.document.ClusterReader;
import dev.curfew.analysis.vault.VaultAcl;
import dev.curfew.analysis.vault.policy.VaultPolicy;
import dev.curfew.testbed.fuzz.Parsers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Every parser of this module. The fuzzer runs it in a process of its own.
public final class ParserFuzz {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    /// How the answer to a case begins that met a fault. No case can say this: its quotes would be escaped.
    private static final String FAULT = "\"error\":\"this case could not be decided, and that is a fault";

    static final Parsers PARSERS = new Parsers(List.of(PolicySyntaxException.class, JsonProcessingException.class))
            .text('H', HclParser::parse)
            .text('V', text -> new VaultAcl(List.of(VaultPolicy.parse("p", text)), null, NOW).capabilities("a/b"))
            .text('A', text -> PolicyDocumentReader.read("p", text))
            .text('K', ParserFuzz::cluster)
            .text('a', text -> answer(new AwsCases(), text))
            .text('v', text -> answer(new VaultCases(InstantSource.fixed(NOW)), text))
            .text('k', text -> answer(new KubernetesCases(), text));

    private ParserFuzz() {}

    /// The fuzzer's entry, by this name.
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        PARSERS.read(input);
    }

    private static void cluster(String text) throws JsonProcessingException, PolicySyntaxException {
        JsonNode lists = JSON.readTree(text);
        ClusterReader.read(lists.path("roles"), lists.path("bindings"));
    }

    /// A fault inside a case is answered, not thrown; here it counts as one.
    private static void answer(CaseEvaluator evaluator, String text) throws IOException, InterruptedException {
        StringBuilder answers = new StringBuilder();
        BatchCount count = new Batch(evaluator, 1)
                .run(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), answers::append);
        long lines = answers.chars().filter(c -> c == '\n').count();
        if (lines != count.cases() || answers.indexOf(FAULT) >= 0) {
            throw new IllegalStateException(answers.toString());
        }
    }
}
