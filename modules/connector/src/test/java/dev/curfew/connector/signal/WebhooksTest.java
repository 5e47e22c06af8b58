package dev.curfew.connector.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connector.signal.TipVerdict.Proven;
import dev.curfew.connector.signal.TipVerdict.Refused;
import dev.curfew.connector.signal.TipVerdict.Why;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.format.SecretFormat;
import dev.curfew.model.format.SecretFormats;
import dev.curfew.model.signal.Sender.Envelope;
import dev.curfew.model.signal.SignalKind;
import dev.curfew.model.signal.SignalSubject;
import dev.curfew.model.signal.SignalSubject.Form;
import dev.curfew.model.signal.Tip;
import dev.curfew.model.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Webhooks that are their sender's, and what is only nearly so.
class WebhooksTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final String SECRET = "a-secret-that-both-sides-have";

    private static final String ARCHIVED = """
            {"action":"archived","repository":{"full_name":"acme/shop","archived":true,\
            "updated_at":"2026-11-29T11:59:00Z"},"sender":{"login":"grace"}}""";

    private static final String OWN = """
            {"schema":"curfew.signal/1","id":"i-1","kind":"credential-leaked",\
            "subject":{"format":"id","id":"prod:AKIA1"},"at":"2026-11-29T11:00:00Z"}""";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static TipVerdict read(Envelope envelope, String signature, String body) {
        try (Secret secret = Secret.of(SECRET)) {
            return Webhooks.read(envelope, secret, new Delivery(signature, bytes(body)), Sha256::hex, NOW);
        }
    }

    private static String hub(String secret, String body) {
        try (Secret held = Secret.of(secret)) {
            return "sha256=" + HmacSha256.hex(held, bytes(body));
        }
    }

    private static String own(String secret, long time, String body) {
        try (Secret held = Secret.of(secret)) {
            return "t=" + time + ",v1=" + HmacSha256.hex(held, bytes(time + "."), bytes(body));
        }
    }

    private static TipVerdict hub(String body) {
        return read(Envelope.HUB, hub(SECRET, body), body);
    }

    private static TipVerdict own(String body) {
        return read(Envelope.CURFEW, own(SECRET, NOW.getEpochSecond(), body), body);
    }

    private static Tip only(TipVerdict verdict) {
        assertThat(verdict).isInstanceOf(Proven.class);
        return ((Proven) verdict).tips().getFirst();
    }

    /// The example of <https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries>.
    @Test
    void theSignatureIsTheForgesOwn() {
        try (Secret secret = Secret.of("It's a Secret to Everybody")) {
            assertThat(HmacSha256.hex(secret, bytes("Hello, World!")))
                    .isEqualTo("757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17");
        }
    }

    @Test
    void anArchivedRepositoryIsOne() {
        Tip tip = only(hub(ARCHIVED));

        assertThat(tip.kind()).isEqualTo(SignalKind.REPOSITORY_ARCHIVED);
        assertThat(tip.subjects()).containsExactly(SignalSubject.of(Form.REPOSITORY, "acme/shop"));
        assertThat(tip.at()).isEqualTo(Instant.parse("2026-11-29T11:59:00Z"));
        assertThat(only(hub(ARCHIVED)).id()).isEqualTo(tip.id());
        assertThat(only(hub(ARCHIVED.replace("grace", "heidi"))).id()).isNotEqualTo(tip.id());
    }

    @Test
    void aSecretThatAForgeFoundIsTakenByItsAlertAlone() {
        Tip tip = only(hub("""
                {"action":"created","alert":{"number":7,"created_at":"2026-11-29T11:00:00Z",
                "secret_type":"aws_access_key_id","secret":"hunter2-hunter2",
                "html_url":"https://github.com/acme/shop/security/secret-scanning/7"},
                "repository":{"full_name":"acme/shop"}}"""));

        assertThat(tip.kind()).isEqualTo(SignalKind.CREDENTIAL_LEAKED);
        assertThat(tip.toString()).contains("secret-scanning/7").doesNotContain("hunter2");
    }

    private static final String BLOB = "aba7b81c1c2f1c4b0c9d3d0b6c1a3a5b7f4e0a11";
    private static final String PLACED = """
            {"action":"created","alert":{"number":7,"created_at":"2026-11-29T11:00:00Z",
            "secret_type":"aws_secret_access_key","secret":"hunter2-hunter2",
            "html_url":"https://github.com/acme/shop/security/secret-scanning/7"},
            "location":{"type":"commit","details":{"path":"deploy/prod.env","start_line":3,"end_line":3,
            "start_column":1,"end_column":40,"blob_sha":"BLOB",
            "commit_sha":"f14d7debf9775f957cf4f1e8176da0786431f72b"}},
            "repository":{"full_name":"acme/shop"}}""".replace("BLOB", BLOB);

    @Test
    void whereAForgeFoundASecretIsReadWithoutIt() {
        Tip tip = only(hub(PLACED));

        assertThat(tip.kind()).isEqualTo(SignalKind.CREDENTIAL_LEAKED);
        assertThat(tip.subjects())
                .containsExactly(SignalSubject.of(
                        Form.PLACE, "acme/shop/deploy/prod.env:3 aws.secret-access-key " + Sha256.hex(BLOB)));
        assertThat(tip.subjects().getFirst().words()).isEqualTo("acme/shop/deploy/prod.env:3 (aws.secret-access-key)");
        assertThat(tip.toString()).doesNotContain("hunter2").doesNotContain(BLOB);
    }

    @Test
    void aPlaceThatIsNotToldExactlyNamesNobody() {
        SignalSubject nobody = SignalSubject.of(Form.OTHER, "acme/shop/deploy/prod.env:3");
        for (String body : List.of(
                PLACED.replace("aws_secret_access_key", "our_custom_pattern"),
                PLACED.replace(BLOB, "aba7b81c"),
                PLACED.replace("blob_sha", "blob"))) {
            assertThat(only(hub(body)).subjects()).as(body).containsExactly(nobody);
        }
        assertThat(only(hub(PLACED.replace("\"commit\"", "\"issue_body\""))).subjects())
                .containsExactly(
                        SignalSubject.of(Form.OTHER, "https://github.com/acme/shop/security/secret-scanning/7"));
        assertThat(((Refused) hub(PLACED.replace("prod.env", "a\\nb"))).why()).isEqualTo(Why.MALFORMED);
    }

    @Test
    void everyTypeOfSecretIsOfAFormThatFilesAreScannedFor() {
        Set<String> forms =
                SecretFormats.packaged().all().stream().map(SecretFormat::id).collect(Collectors.toSet());
        assertThat(Readings.json("hub-secrets.json"))
                .isNotEmpty()
                .allSatisfy(form -> assertThat(forms).contains(form.asText()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"action\":\"unarchived\",\"repository\":{\"full_name\":\"a/b\",\"archived\":false}}",
                "{\"action\":\"archived\",\"repository\":{\"full_name\":\"a/b\",\"archived\":\"true\"}}",
                "{\"zen\":\"Keep it logically awesome.\",\"hook_id\":1}"
            })
    void whatRaisesNoRiskIsProvenAndSaysNothing(String body) {
        assertThat(hub(body)).isEqualTo(new Proven(List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"format\":\"id\",\"id\":\"prod:AKIA1\"}', ID, prod:AKIA1, ''",
        "'{\"format\":\"opaque\",\"id\":\"11112222333344445555\"}', ID, 11112222333344445555, ''",
        "'{\"format\":\"uri\",\"uri\":\"spiffe://acme/shop\"}', ID, spiffe://acme/shop, ''",
        "'{\"format\":\"email\",\"email\":\"ci@acme.example\"}', EMAIL, ci@acme.example, ''",
        "'{\"format\":\"account\",\"uri\":\"acct:ci@acme.example\"}', EMAIL, ci@acme.example, ''",
        "'{\"format\":\"iss_sub\",\"iss\":\"https://idp\",\"sub\":\"x1\"}', ISSUER_SUBJECT, x1, https://idp",
        "'{\"format\":\"repository\",\"repository\":\"acme/shop\"}', REPOSITORY, acme/shop, ''",
        "'{\"format\":\"phone_number\",\"phone_number\":\"+12065550100\"}', OTHER, phone_number, ''",
    })
    void subjectsAreReadByTheirFormat(String subject, Form form, String value, String issuer) {
        Tip tip = only(own(OWN.replace("{\"format\":\"id\",\"id\":\"prod:AKIA1\"}", subject)));

        assertThat(tip.subjects()).containsExactly(new SignalSubject(form, value, issuer));
    }

    @Test
    void aliasesAreReadEachAndNotNested() {
        String two = "{\"format\":\"aliases\",\"identifiers\":[{\"format\":\"email\",\"email\":\"a@b\"},"
                + "{\"format\":\"id\",\"id\":\"x\"}]}";
        String nested = "{\"format\":\"aliases\",\"identifiers\":[" + two + "]}";
        String subject = "{\"format\":\"id\",\"id\":\"prod:AKIA1\"}";

        assertThat(only(own(OWN.replace(subject, two))).subjects()).hasSize(2);
        assertThat(own(OWN.replace(subject, nested))).isInstanceOf(Refused.class);
    }

    @Test
    void itIsSignedByItsSecretAndNothingElse() {
        String good = hub(SECRET, ARCHIVED);
        for (String signature : List.of(
                "",
                "sha256=",
                good.replace("sha256=", "sha1="),
                good.replace("sha256=", ""),
                good.toUpperCase(Locale.ROOT),
                good + " ",
                good + "00",
                hub("another-secret-of-theirs", ARCHIVED),
                hub(SECRET, ARCHIVED + " "),
                own(SECRET, NOW.getEpochSecond(), ARCHIVED))) {
            assertThat(read(Envelope.HUB, signature, ARCHIVED))
                    .as(signature)
                    .extracting(verdict -> ((Refused) verdict).why())
                    .isEqualTo(Why.SIGNATURE);
        }
        assertThat(read(Envelope.HUB, good, ARCHIVED.replace("acme/shop", "acme/shoq")))
                .isInstanceOf(Refused.class);
    }

    @Test
    void whatIsSignedWithItsTimeIsTakenForFiveMinutes() {
        long now = NOW.getEpochSecond();
        assertThat(read(Envelope.CURFEW, own(SECRET, now - 299, OWN), OWN)).isInstanceOf(Proven.class);
        for (long time : new long[] {now - 301, now + 301, 0}) {
            assertThat(((Refused) read(Envelope.CURFEW, own(SECRET, time, OWN), OWN)).why())
                    .isEqualTo(Why.TIME);
        }
        String moved = own(SECRET, now - 10_000, OWN).replace("t=" + (now - 10_000), "t=" + now);
        assertThat(((Refused) read(Envelope.CURFEW, moved, OWN)).why()).isEqualTo(Why.SIGNATURE);
        assertThat(((Refused) read(Envelope.CURFEW, hub(SECRET, OWN), OWN)).why())
                .isEqualTo(Why.SIGNATURE);
    }

    @Test
    void whatHappenedLongAgoIsNoNews() {
        assertThat(((Refused) hub(ARCHIVED.replace("2026-11-29", "2026-11-20"))).why())
                .isEqualTo(Why.TIME);
        assertThat(((Refused) hub(ARCHIVED.replace("2026-11-29", "2026-12-29"))).why())
                .isEqualTo(Why.TIME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "[]",
                "",
                "{\"schema\":\"curfew.signal/1\"}",
                "{\"schema\":\"curfew.signal/2\",\"id\":\"i\"}",
                "{\"a\":",
            })
    void whatIsOfNoFormIsNone(String body) {
        assertThat(((Refused) own(body)).why()).isEqualTo(Why.MALFORMED);
    }

    @Test
    void aFieldThatIsUnknownTwiceOrMissingMakesItNone() {
        for (String body : List.of(
                OWN.replace("\"at\"", "\"when\""),
                OWN.replace("{\"schema\"", "{\"more\":1,\"schema\""),
                OWN.replace("{\"schema\"", "{\"id\":\"i-2\",\"schema\""),
                OWN.replace("credential-leaked", "coffee-spilt"),
                OWN.replace("i-1", " "),
                OWN.replace("i-1", "x".repeat(300)),
                OWN.replace("prod:AKIA1", "x".repeat(3000)),
                OWN.replace("prod:AKIA1", "a\\nb"),
                OWN.replace("\"prod:AKIA1\"", "7"),
                OWN.replace("11:00:00Z", "11"),
                OWN.replace("2026-", "-999999999-"),
                OWN.replace("2026-", "1969-"),
                OWN.replace("2026-", "+999999999-"),
                OWN + "{}")) {
            assertThat(((Refused) own(body)).why()).as(body).isEqualTo(Why.MALFORMED);
        }
        assertThat(((Refused) own(" ".repeat(Delivery.BYTES_MAX) + OWN)).why()).isEqualTo(Why.MALFORMED);
    }
}
