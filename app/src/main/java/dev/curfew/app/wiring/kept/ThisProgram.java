package dev.curfew.app.wiring.kept;

import dev.curfew.model.text.Sha256;
import dev.curfew.snapshot.file.Reason;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What tells this program from every other, earlier and later ones too: names, sizes and times of the files that it
/// consists of, as Java tells by them whether an archive of its classes still holds.
final class ThisProgram {
    private static final Logger LOG = LoggerFactory.getLogger(ThisProgram.class);

    /// Where Java was told to look for classes.
    private static final List<String> PATHS = List.of("java.class.path", "jdk.module.path");

    private static final byte[] FINGERPRINT = of();

    private ThisProgram() {}

    static byte[] fingerprint() {
        return FINGERPRINT.clone();
    }

    private static byte[] of() {
        MessageDigest digest = Sha256.digest();
        add(digest, System.getProperty("java.vm.version", ""));
        try {
            for (Path place : places()) {
                add(digest, place);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("what this program consists of cannot be told: {}", Reason.of(e));
            digest.update(new SecureRandom().generateSeed(Long.BYTES)); // like no other, then
        }
        return digest.digest();
    }

    private static List<Path> places() {
        List<Path> places = new ArrayList<>();
        for (String paths : PATHS) {
            for (String path : System.getProperty(paths, "").split(File.pathSeparator, -1)) {
                if (!path.isEmpty()) {
                    places.add(Path.of(path));
                }
            }
        }
        places.add(Path.of(System.getProperty("java.home", ""), "lib", "modules"));
        return places;
    }

    private static void add(MessageDigest digest, Path place) throws IOException {
        if (!Files.exists(place)) {
            return;
        }
        try (Stream<Path> all = Files.walk(place)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                add(digest, file + "\n" + Files.size(file) + "\n" + Files.getLastModifiedTime(file));
            }
        }
    }

    private static void add(MessageDigest digest, String text) {
        digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
