package dev.curfew.testbed.install;

import dev.curfew.model.text.Messages;
import dev.curfew.testbed.TestbedException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Installations by folder name. One is made beside its place and moved there whole, under a lock that holds between
/// JVMs: a folder that is there is complete.
public final class Cache {
    private static final Messages MESSAGES = Messages.of(Cache.class);
    private static final String VARIABLE = "CURFEW_TESTBED_CACHE";

    /// File locks keep JVMs apart; two threads of one JVM need this besides.
    private static final ReentrantLock ONE_THREAD = new ReentrantLock();

    private final Path folder;
    private final String python;
    private final String go;

    /// @param python the program that makes virtual environments, as on the PATH
    /// @param go the program that builds Go modules, as on the PATH
    public Cache(Path folder, String python, String go) {
        this.folder = folder;
        this.python = python;
        this.go = go;
    }

    Cache(Path folder, String python) {
        this(folder, python, "go");
    }

    static Cache of(Path folder) {
        return new Cache(folder.toAbsolutePath(), "python3", "go");
    }

    public static Cache ofUser() {
        String chosen = System.getenv(VARIABLE);
        Path folder = chosen == null || chosen.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache", "curfew-testbed")
                : Path.of(chosen);
        return of(folder);
    }

    /// The virtual environment with these requirements, installed if it was not.
    ///
    /// @throws TestbedException if Python or the package registry is missing, or a hash differs
    public Path environment(Requirements requirements) {
        return place(requirements.folder(), half -> {
            Path list = Files.writeString(half.resolve("requirements.txt"), requirements.text());
            Python.Result result = Python.find(python).install(half, list);
            if (result.failed()) {
                throw new TestbedException(MESSAGES.text("install.failed", requirements.name(), result.output()));
            }
        });
    }

    /// A program of a Go module, built with the module's others if they were not: minutes.
    ///
    /// @throws TestbedException if Go or the module proxy is missing, or a hash differs
    public Path program(GoModule module, String file) {
        return place(module.folder(), half -> Go.find(go).build(module, half))
                .resolve("bin")
                .resolve(file);
    }

    /// The folder of a Node package, with what it needs, installed if it was not.
    ///
    /// @throws TestbedException if npm or the package registry is missing, or a hash differs
    public Path node(NodePackage what) {
        return place(what.folder(), half -> new Npm("npm").install(what, half));
    }

    /// The folder that an archive in a jar on the class path was unpacked into, unpacked if it was not.
    ///
    /// @throws TestbedException if the jar is not there, has another hash, or cannot be unpacked
    public Path unpacked(BinaryJar jar) {
        return place(jar.folder(), half -> new Tar("tar").unpack(jar, half));
    }

    /// The folder of a server that Maven fetched, unpacked and prepared if it was not: a minute or two.
    ///
    /// @throws TestbedException if Maven or its repository is missing, or the hash differs
    public Path unzipped(MavenZip what) {
        return place(what.folder(), half -> new Maven("mvn").install(what, half));
    }

    /// The folder of what is made once of an installation, made if it was not.
    ///
    /// @param maker puts everything into a folder that is empty, or throws
    public Path made(String name, Consumer<Path> maker) {
        return place(name, maker::accept);
    }

    /// A file of the environment, by the end of its path.
    ///
    /// @throws TestbedException if it is not there
    public Path file(Requirements requirements, Path end) {
        Path place = environment(requirements);
        try (Stream<Path> files = Files.find(place, Integer.MAX_VALUE, (path, _) -> path.endsWith(end))) {
            return files.findFirst()
                    .orElseThrow(() ->
                            new TestbedException(MESSAGES.text("install.incomplete", requirements.name(), place, end)));
        } catch (IOException e) {
            throw new TestbedException(MESSAGES.text("cache.unusable", folder, String.valueOf(e.getMessage())), e);
        }
    }

    private Path place(String name, Installer installer) {
        Path place = folder.resolve(name);
        try {
            Files.createDirectories(folder);
            if (!Files.isDirectory(place)) {
                installLocked(name, installer, place);
            }
        } catch (IOException e) {
            throw new TestbedException(MESSAGES.text("cache.unusable", folder, String.valueOf(e.getMessage())), e);
        }
        return place;
    }

    private void installLocked(String name, Installer installer, Path place) throws IOException {
        Path lock = folder.resolve(name + ".lock");
        ONE_THREAD.lock();
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            if (!Files.isDirectory(place)) {
                install(folder.resolve(name + ".half"), installer, place);
            }
        } finally {
            ONE_THREAD.unlock();
        }
    }

    private static void install(Path half, Installer installer, Path place) throws IOException {
        delete(half);
        Files.createDirectories(half);
        boolean whole = false;
        try {
            installer.into(half);
            whole = true;
        } finally {
            if (!whole) {
                delete(half);
            }
        }
        Files.move(half, place, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(tree)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }

    /// Puts everything into a folder that is empty, or throws.
    @FunctionalInterface
    private interface Installer {
        void into(Path half) throws IOException;
    }
}
