package dev.curfew.connector.fuzz;

import dev.curfew.testbed.fuzz.Seeds;
import dev.curfew.testbed.process.Certificates;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.List;

/// Certificates and keystores, which no line of text can hold.
final class BinarySeeds {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private BinarySeeds() {}

    static List<byte[]> all(Path folder) throws GeneralSecurityException, IOException {
        Certificates made = new Certificates(folder);
        String pem = made.authorityPem();
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        Certificate certificate =
                factory.generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
        return List.of(
                Seeds.of('p', (pem + made.authorityKeyPem()).getBytes(StandardCharsets.US_ASCII)),
                Seeds.of('D', certificate.getEncoded()),
                Seeds.of('D', factory.generateCertPath(List.of(certificate)).getEncoded("PKCS7")),
                Seeds.of('D', keystore("JKS", certificate)),
                Seeds.of('D', keystore("JCEKS", certificate)),
                Seeds.of('D', keystore("PKCS12", certificate)));
    }

    private static byte[] keystore(String type, Certificate certificate) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, PASSWORD);
        store.setCertificateEntry("authority", certificate);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, PASSWORD);
        return bytes.toByteArray();
    }
}
