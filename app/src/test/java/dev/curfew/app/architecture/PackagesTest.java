package dev.curfew.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every package says what it holds, and has its nulls checked: without `@NullMarked`, NullAway passes it over.
class PackagesTest {
    private static final Path ROOT = Path.of("..");

    @Test
    void everyPackageSaysWhatItHoldsAndHasItsNullsChecked() throws IOException {
        NavigableSet<Path> packages = packages();
        assertThat(packages).hasSizeGreaterThan(100);
        assertThat(packages)
                .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                        .content()
                        .startsWith("/// ")
                        .contains("@NullMarked"));
    }

    private static NavigableSet<Path> packages() throws IOException {
        NavigableSet<Path> packages = new TreeSet<>();
        for (Path sources : sourceFolders()) {
            try (Stream<Path> files = Files.walk(sources)) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .map(Path::getParent)
                        .forEach(packages::add);
            }
        }
        return packages;
    }

    private static List<Path> sourceFolders() throws IOException {
        try (Stream<Path> modules = Files.list(ROOT.resolve("modules"))) {
            return Stream.concat(Stream.of(ROOT.resolve("app")), modules)
                    .map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .toList();
        }
    }
}
