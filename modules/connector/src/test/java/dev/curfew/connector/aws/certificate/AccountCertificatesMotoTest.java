package dev.curfew.connector.aws.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.aws.ConnectedAccount;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.observation.Observation;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.WithMoto;
import dev.curfew.testbed.boto.Boto;
import dev.curfew.testbed.process.Certificates;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The certificates of an account in two regions are those that AWS's own client lists, and end when that says.
@WithMoto
class AccountCertificatesMotoTest {
    @Test
    void seesWhatAwssOwnClientListsWithTheirEndAndChain(Moto moto, @TempDir Path folder) throws Exception {
        moto.reset();
        Certificates certificates = new Certificates(folder);
        certificates.server("shop.example", "dns:shop.example");
        certificates.server("till.example", "dns:till.example");
        try (Boto home = Boto.of(moto, "eu-west-1");
                Boto abroad = Boto.of(moto, "us-east-1")) {
            load(home, certificates, "shop.example");
            load(abroad, certificates, "till.example");
            home.call("acm", "request_certificate", Map.of("DomainName", "pending.example"));

            Observation observation = observe(moto);

            List<Credential> seen = facts(observation, "x509.certificate");
            assertThat(seen.stream().map(it -> it.attributes().get("places")))
                    .containsExactlyInAnyOrder(arn(home, "shop.example"), arn(abroad, "till.example"));
            assertThat(seen)
                    .allSatisfy(it -> assertThat(it.attributes())
                            .containsEntry("acm-type", "IMPORTED")
                            .containsEntry("acm-in-use", "false"));
            assertThat(ends(seen)).containsExactlyInAnyOrder(end(home, "shop.example"), end(abroad, "till.example"));
            assertThat(facts(observation, "x509.authority"))
                    .as("of both chains; moto puts one of Amazon's into every chain")
                    .extracting(Credential::name)
                    .containsExactlyInAnyOrder("Amazon", "testbed authority");
            assertThat(observation.coverage())
                    .filteredOn(it -> it.scope().equals("acm-certificates"))
                    .singleElement()
                    .satisfies(it -> {
                        assertThat(it.state()).isEqualTo(CoverageState.READ);
                        assertThat(it.items()).isEqualTo(2);
                    });
        } finally {
            moto.reset();
        }
    }

    private static void load(Boto boto, Certificates certificates, String name) {
        boto.call(
                "acm",
                "import_certificate",
                Map.of(
                        "Certificate",
                        certificates.certificatePem(name),
                        "PrivateKey",
                        certificates.keyPem(name),
                        "CertificateChain",
                        certificates.authorityPem()));
    }

    private static String arn(Boto boto, String name) {
        return summary(boto, name).path("CertificateArn").asText();
    }

    private static Instant end(Boto boto, String name) {
        return Instant.parse(
                summary(boto, name).path("NotAfter").asText().replace(' ', 'T').replace("+00:00", "Z"));
    }

    private static JsonNode summary(Boto boto, String name) {
        Map<String, Object> all = Map.of("Includes", Map.of("keyTypes", List.of("EC_prime256v1", "RSA_2048")));
        JsonNode listed = boto.call("acm", "list_certificates", all).path("CertificateSummaryList");
        return Stream.iterate(0, i -> i < listed.size(), i -> i + 1)
                .map(listed::path)
                .filter(each -> each.path("DomainName").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Instant> ends(List<Credential> seen) {
        return seen.stream().map(it -> ((Expiry.At) it.expiry()).instant());
    }

    private static List<Credential> facts(Observation observation, String kind) {
        return observation.facts().stream()
                .filter(Credential.class::isInstance)
                .map(Credential.class::cast)
                .filter(it -> it.kind().equals(kind))
                .toList();
    }

    private static Observation observe(Moto moto) throws InterruptedException {
        Moto.AccessKey key = moto.administrator("curfew");
        Map<String, String> settings = Map.of("region", "eu-west-1", "regions", "eu-west-1, us-east-1");
        try (ConnectedAccount connected = new ConnectedAccount(moto.endpoint(), HttpSettings.DEFAULTS, settings)) {
            return connected.reading(key.id() + " " + key.secret().reveal()).observe();
        }
    }
}
