package dev.curfew.model.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Forms of credentials are found where they stand, and nothing else is. The samples are put together here, so that no
/// scanner takes this file for a leak.
class SecretFormatsTest {
    private static final SecretFormats FORMATS = SecretFormats.packaged();
    private static final String ALNUM =
            "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8s9T0u1V2w3X4y5Z6a7B8c9D0e1F2g3H4i5J6k7L8m9N0";
    private static final String HEX = "0123456789abcdef".repeat(5);

    private static final Map<String, String> SAMPLES = new TreeMap<>(Map.ofEntries(
            Map.entry("aws.access-key-id", "AK" + "IA" + "Q2W3E4R5T6Y7U8I9"),
            Map.entry("aws.secret-access-key", "aws_secret_access_key = " + alnum(38) + "/+"),
            Map.entry("openbao.token", "s." + alnum(24)),
            Map.entry("jwt", "ey" + "JhbGciOiJSUzI1NiJ9.ey" + "JzdWIiOiJ4In0x." + alnum(40)),
            Map.entry("github.token", "gh" + "p_" + alnum(36)),
            Map.entry("gitlab.token", "gl" + "pat-" + alnum(20)),
            Map.entry("slack.token", "xo" + "xb-" + alnum(30)),
            Map.entry("slack.webhook", "https://hooks.slack.com/" + "services/T0ABCDEF1/B0ABCDEF1/" + alnum(24)),
            Map.entry("stripe.key", "sk_" + "live_" + alnum(24)),
            Map.entry("stripe.webhook-secret", "wh" + "sec_" + alnum(32)),
            Map.entry("google.api-key", "AI" + "za" + alnum(35)),
            Map.entry("google.client-secret", "GO" + "CSPX-" + alnum(28)),
            Map.entry(
                    "google.service-account-key",
                    "\"private_key\": \"-----BEGIN " + "PRIVATE KEY-----\\n" + alnum(64)
                            + "\\n-----END PRIVATE KEY-----\\n\""),
            Map.entry("azure.storage-key", "AccountKey=" + ALNUM + alnum(6) + "=="),
            Map.entry("anthropic.key", "sk-" + "ant-api03-" + alnum(60)),
            Map.entry("openai.key", "sk-" + "proj-" + alnum(48)),
            Map.entry("huggingface.token", "h" + "f_" + alnum(34)),
            Map.entry("npm.token", "np" + "m_" + alnum(36)),
            Map.entry("pypi.token", "py" + "pi-AgEIcHlwaS5vcmc" + alnum(70)),
            Map.entry("docker.token", "dckr_" + "pat_" + alnum(27)),
            Map.entry("digitalocean.token", "dop_" + "v1_" + HEX.substring(0, 64)),
            Map.entry("sendgrid.key", "S" + "G." + alnum(22) + "." + alnum(43)),
            Map.entry("databricks.token", "da" + "pi" + HEX.substring(0, 32)),
            Map.entry("grafana.token", "gl" + "sa_" + alnum(32) + "_0a1b2c3d"),
            Map.entry("terraform.token", alnum(14) + ".atlas" + "v1." + alnum(67)),
            Map.entry("shopify.token", "shp" + "at_" + HEX.substring(0, 32)),
            Map.entry("postman.key", "PM" + "AK-" + HEX.substring(0, 24) + "-" + HEX.substring(0, 34)),
            Map.entry("tailscale.key", "ts" + "key-auth-" + alnum(12) + "-" + alnum(32)),
            Map.entry(
                    "age.key",
                    "AGE-SECRET-" + "KEY-1"
                            + "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L".repeat(2).substring(0, 58)),
            Map.entry("url-password", "postgres://app:" + alnum(12) + "@db.example.org/app")));

    private static String alnum(int length) {
        return ALNUM.substring(0, length);
    }

    private static String sample(String id) {
        return SAMPLES.getOrDefault(id, "");
    }

    @Test
    void eachFormHasASample() {
        assertThat(SAMPLES.keySet())
                .isEqualTo(FORMATS.all().stream().map(SecretFormat::id).collect(Collectors.toSet()));
    }

    @TestFactory
    List<DynamicTest> aSampleIsFoundAmongOtherTextOnceAndAsItself() {
        return SAMPLES.entrySet().stream()
                .map(sample -> DynamicTest.dynamicTest(sample.getKey(), () -> {
                    String text = "first line\nKEY='" + sample.getValue() + "', more\n";

                    List<FoundSecret> found = FORMATS.in(text);

                    assertThat(found).extracting(it -> it.format().id()).containsExactly(sample.getKey());
                    assertThat(sample.getValue())
                            .contains(text.substring(
                                    found.getFirst().start(), found.getFirst().end()));
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> aLetterMoreInFrontAndItIsAnotherWord() {
        return SAMPLES.entrySet().stream()
                .filter(sample -> !List.of(
                                "aws.secret-access-key",
                                "google.service-account-key",
                                "url-password",
                                "slack.webhook",
                                "terraform.token")
                        .contains(sample.getKey()))
                .map(sample -> DynamicTest.dynamicTest(
                        sample.getKey(),
                        () -> assertThat(FORMATS.in("x" + sample.getValue())).isEmpty()))
                .toList();
    }

    @Test
    void whatProgramsAreFullOfIsNothing() {
        String program = """
                String token = s.getAuthorizationTokenOfTheRequest();
                b.addAllTheThingsThatWeHaveHere();
                this.s.configurationManagerService = 1;
                sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=
                https://example.org:8443/path?x=y@z
                git clone https://github.com/owner/repository.git
                ssh://git@github.com:22/owner/repository
                SECRET_ACCESS_KEY=${{ secrets.KEY }}
                user://name:${PASSWORD}@host/
                """;

        assertThat(FORMATS.in(program)).isEmpty();
    }

    @Test
    void aTextIsOfAFormAsAWhole() {
        assertThat(FORMATS.of(" " + sample("github.token") + "\n").map(SecretFormat::provider))
                .contains("github");
        assertThat(FORMATS.of("token " + sample("github.token"))).isEmpty();
        assertThat(FORMATS.of(sample("jwt")).map(SecretFormat::provider)).contains("");
    }

    @Test
    void ofTwoInOnePlaceTheUpperCounts() {
        String url = "https://x-access-token:" + sample("github.token") + "@github.com/owner/repository.git";

        assertThat(FORMATS.in(url)).extracting(it -> it.format().id()).containsExactly("github.token");
    }
}
