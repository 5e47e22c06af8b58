package dev.curfew.testbed.process;

import dev.curfew.testbed.TestbedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// OpenSSH's own `ssh-keygen`, with keys that are thrown away.
public final class SshKeygen {
    private static final String PROGRAM = "ssh-keygen";

    private final Path folder;

    /// @param folder of the keys
    public SshKeygen(Path folder) {
        this.folder = folder;
    }

    /// Makes a key without a passphrase.
    ///
    /// @param bits of an RSA or ECDSA key; otherwise it does not matter
    /// @return what stands in its `.pub` file
    public String make(String name, String type, int bits) {
        Path file = folder.resolve(name);
        run(List.of(PROGRAM, "-q", "-t", type, "-b", "" + bits, "-N", "", "-C", name, "-f", file.toString()));
        return text(folder.resolve(name + ".pub"));
    }

    /// As `ssh-keygen -l` tells it: `SHA256:…`.
    public String fingerprint(String name) {
        String told =
                run(List.of(PROGRAM, "-l", "-f", folder.resolve(name + ".pub").toString()));
        return told.split(" ", -1)[1];
    }

    /// Signs a file, as its reader is told to.
    ///
    /// @return the file beside it that has the signature
    public Path sign(String name, String namespace, Path file) {
        Path signature = file.resolveSibling(file.getFileName() + ".sig");
        try {
            Files.deleteIfExists(signature);
        } catch (IOException e) {
            throw new TestbedException(signature.toString(), e);
        }
        run(List.of(
                PROGRAM, "-Y", "sign", "-q", "-f", folder.resolve(name).toString(), "-n", namespace, file.toString()));
        return signature;
    }

    /// Has it verify a signature.
    ///
    /// @param principal whose key the line is to be
    /// @throws TestbedException if it does not hold
    public void verify(String principal, String publicKey, String namespace, Path signature, String message) {
        try {
            Path signers = Files.writeString(folder.resolve("allowed_signers"), principal + " " + publicKey + "\n");
            Command.run(
                    List.of(
                            PROGRAM,
                            "-Y",
                            "verify",
                            "-f",
                            signers.toString(),
                            "-I",
                            principal,
                            "-n",
                            namespace,
                            "-s",
                            signature.toString()),
                    Map.of(),
                    message);
        } catch (IOException e) {
            throw new TestbedException(folder.toString(), e);
        }
    }

    private static String run(List<String> command) {
        return Command.run(command, Map.of(), "");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new TestbedException(file.toString(), e);
        }
    }
}
