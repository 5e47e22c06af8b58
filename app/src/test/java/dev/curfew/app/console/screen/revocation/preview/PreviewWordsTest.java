package dev.curfew.app.console.screen.revocation.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.console.screen.revocation.preview.PreviewWords.Line;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PreviewWordsTest {

    private static final Map<String, Object> KEY = Map.ofEntries(
            Map.entry("credential", "prod:AKIA1"),
            Map.entry("kind", "aws.access-key"),
            Map.entry("holder", "prod:user/deploy"),
            Map.entry("actions", List.of("aws.deactivate-access-key", "aws.delete-access-key")),
            Map.entry("reachBefore", Map.of("reached", 7, "high", 2, "administrator", true)),
            Map.entry("reachAfter", Map.of("reached", 0, "high", 0, "administrator", false)),
            Map.entry("refusedWithinSeconds", 4L),
            Map.entry("staysAlive", "sessions made with it"),
            Map.entry("staysAliveAtMostSeconds", 129_600L),
            Map.entry("consumers", List.of("k8s:deploy", "k8s:report")),
            Map.entry("consumersCount", 5),
            Map.entry("mint", "CANNOT"),
            Map.entry("mintReason", "no rule"));

    private static PreviewWords words(Map<String, Object> one) {
        return PreviewWords.of(Map.of("credentials", List.of(one), "unread", List.of("prod/leases REFUSED")))
                .getFirst();
    }

    @Test
    void tellsWhatEndsWhatBreaksHowSoonAndWhatGoesOn() {
        assertThat(words(KEY).lines())
                .containsExactly(
                        new Line("Reach", "7 things, 2 sensitive, as an administrator now, nothing after"),
                        new Line("Refused", "within 4 s of the act"),
                        new Line("Stays alive", "sessions made with it; at most 36 h"),
                        new Line("Breaks", "k8s:deploy, k8s:report, and 3 more"));
        assertThat(words(KEY).actions()).containsExactly("Deactivate the access key", "Delete the access key");
        assertThat(words(KEY).about()).isEqualTo("AWS access key · prod:user/deploy");
    }

    @Test
    void whatIsNotKnownIsSaid() {
        Map<String, Object> bare =
                Map.of("credential", "bao:x", "kind", "openbao.token", "refusedWithinSeconds", -1L, "mint", "CANNOT");

        assertThat(words(bare).lines())
                .containsExactly(
                        new Line("Reach", "not known now, not known after"),
                        new Line("Refused", "some time after the act: how soon is not known"));
    }

    @Test
    void whatWasNotReadIsToldOnce() {
        Map<String, Object> two = Map.of("credentials", List.of(KEY, KEY), "unread", List.of("prod/leases REFUSED"));

        assertThat(PreviewWords.unread(two)).contains("Not read whole, so more may hang on this: prod/leases REFUSED.");
        assertThat(PreviewWords.text(two)).containsOnlyOnce("prod/leases REFUSED");
    }

    @Test
    void whatNoRecordToldIsTold() {
        Map<String, Object> made = Map.of(
                "made",
                List.of(Map.of("by", "aws:ci", "what", "CreateUser eve"), Map.of("by", "aws:ci", "why", "gone")));

        assertThat(PreviewWords.untold(made)).containsExactly("What aws:ci made is not known: gone");
        assertThat(PreviewWords.text(made)).contains("What aws:ci made is not known: gone");
    }

    @Test
    void everyActOfTheCatalogueHasWords() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                PreviewWordsTest.class.getResourceAsStream("/dev/curfew/revocation/catalogue/revocability.json"))) {
            String catalogue = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            List<String> codes = Pattern.compile("\"code\": \"([a-z.-]+)\"")
                    .matcher(catalogue)
                    .results()
                    .map(it -> it.group(1))
                    .distinct()
                    .toList();

            assertThat(codes)
                    .hasSizeGreaterThan(10)
                    .allSatisfy(code -> assertThat(PreviewWords.action(code)).isNotEqualTo(code));
        }
    }
}
