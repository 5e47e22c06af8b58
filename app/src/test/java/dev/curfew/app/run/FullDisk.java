package dev.curfew.app.run;

import dev.curfew.app.Main;
import dev.curfew.governance.policy.PolicyPack;
import dev.curfew.governance.policy.PolicyTextException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Curfew in a process of its own in which no file grows beyond the workspace's, as on a disk that is full: the kernel
/// refuses (`RLIMIT_FSIZE`).
public final class FullDisk {
    private FullDisk() {}

    /// @param arguments the workspace, then Curfew's
    public static void main(String[] arguments) throws IOException, InterruptedException, PolicyTextException {
        // The library that evaluates policies unpacks itself into a file.
        PolicyPack.packaged().compiled();
        long size = Files.size(Path.of(arguments[0], "curfew.mv.db"));
        new ProcessBuilder(
                        "prlimit",
                        "--pid",
                        String.valueOf(ProcessHandle.current().pid()),
                        "--fsize=" + size + ":")
                .inheritIO()
                .start()
                .waitFor();
        Main.main(Arrays.copyOfRange(arguments, 1, arguments.length));
    }
}
