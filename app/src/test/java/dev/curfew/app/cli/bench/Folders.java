package dev.curfew.app.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Whole folders, as somebody who copies a workspace does.
public final class Folders {
    private Folders() {}

    public static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }

    /// The files of the one go, those of the other come in their place.
    public static void replace(Path folder, Path by) throws IOException {
        try (Stream<Path> old = Files.walk(folder)) {
            for (Path path : old.filter(Files::isRegularFile).toList()) {
                Files.delete(path);
            }
        }
        copy(by, folder);
    }
}
