package dev.curfew.connector.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameCheckTest {

    @TempDir
    private static Path made;

    private static X509Certificate certificate;

    @BeforeAll
    static void make() throws IOException, GeneralSecurityException {
        TlsServer.keytool(
                made,
                "-genkeypair -alias it -keyalg EC -groupname secp256r1 -dname CN=named.example.net"
                        + " -ext san=dns:Shop.example.org,dns:*.api.example.org,ip:127.0.0.1,ip:::1 -keystore it.p12");
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(made.resolve("it.p12"))) {
            store.load(in, TlsServer.PASSWORD.toCharArray());
        }
        certificate = (X509Certificate) store.getCertificate("it");
    }

    @ParameterizedTest
    @CsvSource({
        "shop.example.org, true",
        "SHOP.EXAMPLE.ORG:8443, true",
        "shop.example.org., true",
        "www.shop.example.org, false",
        "v1.api.example.org, true",
        "api.example.org, false",
        "a.v1.api.example.org, false",
        "named.example.net, false",
        "127.0.0.1, true",
        "127.0.0.2, false",
        "[::1]:443, true",
        "[0:0:0:0:0:0:0:1], true",
        "[::2], false"
    })
    void aCertificateIsForItsAlternativeNames(String endpoint, boolean expected) {
        assertThat(NameCheck.isFor(certificate, Endpoint.of(endpoint).orElseThrow()))
                .isEqualTo(expected);
    }

    @Test
    void whatIsNoEndpointIsNone() {
        assertThat(Endpoint.of("a b")).isEmpty();
        assertThat(Endpoint.of("host:0")).isEmpty();
        assertThat(Endpoint.of("host:65536")).isEmpty();
        assertThat(Endpoint.of("https://host/")).isEmpty();
        assertThat(Endpoint.of("host").orElseThrow().text()).isEqualTo("host:443");
        assertThat(Endpoint.of("[::1]:8443").orElseThrow().text()).isEqualTo("[::1]:8443");
    }
}
