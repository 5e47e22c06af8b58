package dev.curfew.testbed.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How an installed Curfew starts its Java: from jars, and where it is a command, from the archive of classes that the
/// run before it left.
public final class Installed {
    private final Path archive;
    private final String classPath;

    /// @param folder that is there; for the jars of what we are run from, and the archive, all made anew
    public Installed(Path folder) {
        archive = folder.resolve("command.jsa");
        archive.toFile().delete();
        String[] ours = System.getProperty("java.class.path").split(File.pathSeparator);
        classPath = Stream.of(ours)
                .map(Path::of)
                .map(place -> Files.isDirectory(place) ? jar(place, folder) : place)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /// As the launcher starts a command.
    ///
    /// @param more flags, besides its own
    public List<String> command(Class<?> main, String... more) {
        List<String> flags = new ArrayList<>(List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + archive,
                "-Xlog:disable"));
        flags.addAll(List.of(more));
        return java(main, flags.toArray(String[]::new));
    }

    /// As the launcher starts the console.
    ///
    /// @param flags besides its own
    public List<String> console(Class<?> main, String... flags) {
        return java(main, flags);
    }

    private List<String> java(Class<?> main, String... flags) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(flags));
        command.addAll(List.of("-XX:+UseCompactObjectHeaders", "-Xshare:auto", "-cp", classPath, main.getName()));
        return command;
    }

    private static Path jar(Path classes, Path folder) {
        Path jar = folder.resolve(
                "classes-" + Integer.toHexString(classes.toAbsolutePath().hashCode()) + ".jar");
        int failed = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "--create", "--file=" + jar, "-C", classes.toString(), ".");
        if (failed != 0) {
            throw new IllegalStateException(jar + " could not be made");
        }
        return jar;
    }
}
