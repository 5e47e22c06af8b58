package dev.curfew.testbed.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// What this machine has.
public final class Programs {
    private static final Pattern FOLDERS = Pattern.compile(Pattern.quote(File.pathSeparator));

    private Programs() {}

    /// Whether it is on the search path.
    public static boolean isInstalled(String program) {
        return FOLDERS.splitAsStream(System.getenv("PATH"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
