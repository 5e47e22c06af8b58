package dev.curfew.revocation.fuzz;

import dev.curfew.revocation.catalogue.Catalogue;
import dev.curfew.revocation.exchange.PlanQuestion;
import dev.curfew.revocation.spool.SpoolReader;
import dev.curfew.testbed.fuzz.Parsers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.List;

/// The parsers of this module that read files. The fuzzer runs it in a process of its own.
public final class ParserFuzz {
    private static final Catalogue CATALOGUE = Catalogue.packaged();
    private static final SpoolReader READER = new SpoolReader(CATALOGUE);
    private static final Path SPOOL = file();
    private static final KeyPair PAIR = pair();

    static final Parsers PARSERS = new Parsers(List.of())
            .bytes('S', ParserFuzz::read)
            .text('s', ParserFuzz::signed)
            .text('q', text -> PlanQuestion.parse(text, CATALOGUE));

    private ParserFuzz() {}

    /// The fuzzer's entry, by this name.
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        PARSERS.read(input);
    }

    private static void read(byte[] spool) throws IOException {
        Files.write(SPOOL, spool);
        READER.read(SPOOL);
    }

    /// Each line signed with the key that the first may name as `KEY`.
    private static void signed(String lines) throws IOException, GeneralSecurityException {
        String key = Base64.getEncoder().encodeToString(PAIR.getPublic().getEncoded());
        StringBuilder spool = new StringBuilder();
        for (String line : lines.replace("KEY", key).lines().toList()) {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(PAIR.getPrivate());
            signature.update(line.getBytes(StandardCharsets.UTF_8));
            spool.append(line)
                    .append('\t')
                    .append(Base64.getEncoder().encodeToString(signature.sign()))
                    .append('\n');
        }
        read(spool.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Path file() {
        try {
            return Files.createTempFile("fuzzed", SpoolReader.ENDING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
