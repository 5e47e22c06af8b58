package dev.curfew.testbed.install;

import dev.curfew.model.text.Sha256;
import java.util.List;

/// A server that its makers publish as a zip in Maven's repository, and that is prepared once before it starts.
///
/// @param name short, for messages and folders
/// @param coordinates as Maven writes them: group, artifact, version, packaging
/// @param sha256 of the zip, 64 hexadecimal digits
/// @param preparation the command that is run once in the unpacked folder, the program's path below it first
public record MavenZip(String name, String coordinates, String sha256, List<String> preparation) {

    /// Another database, or caches that look for other servers, would have to be chosen here: what is chosen now need
    /// not be when it starts, which saves a minute each time.
    public static final MavenZip KEYCLOAK = new MavenZip(
            "keycloak",
            "org.keycloak:keycloak-quarkus-dist:26.7.3:zip",
            "27a6535553c3cdcd083872ba40629efafb3475e3b758e0c6f691395561dd0f1f",
            List.of(
                    "bin/kc.sh",
                    "build",
                    "--db=dev-file",
                    "--features=client-secret-rotation",
                    "--health-enabled=true",
                    "--cache=local"));

    public MavenZip {
        preparation = List.copyOf(preparation);
    }

    /// `<name>-<version>-<hash of hash and preparation>`: what is prepared otherwise is another installation.
    String folder() {
        String pinned = Sha256.hex(sha256 + "\n" + String.join("\n", preparation));
        return name + "-" + coordinates.split(":", -1)[2] + "-" + pinned.substring(0, Requirements.HASH_DIGITS);
    }
}
