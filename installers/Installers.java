import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.CopyOption;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/// Makes of the distribution what people install: a Java with JavaFX in it (jlink), the application's image with its
/// two launchers (jpackage), for each launcher an archive of classes made by a training run (the JDK's AOT cache), and
/// of the image this platform's package. Started by the POM beside it; its arguments are the distribution, the folder
/// to build into and the version.
///
/// A program because a training run has to be ended when its window is quiet, and because the tools, called in this
/// process, are the same on every platform.
class Installers {
    private static final String OS = System.getProperty("os.name").toLowerCase(Locale.ROOT);

    /// A training window is ready once it has used next to no CPU for so long.
    private static final Duration QUIET = Duration.ofSeconds(3);

    private static final Duration QUIET_CPU_MAX = Duration.ofMillis(300);

    /// The longest a run may take, archive included, on a machine that is busy with other things.
    private static final Duration RUN_MAX = Duration.ofMinutes(10);

    private static final List<String> LAUNCHERS = List.of("curfew", "curfew-console");

    /// A class's name as class files have it, alone or in a descriptor. A text that looks like one costs a module too
    /// many, never one too few.
    private static final Pattern CLASS_NAME =
            Pattern.compile("((?:java|javax|jdk|sun|com/sun|org/w3c|org/xml|org/ietf)(?:/[a-z0-9_]+)*)/[A-Z]");

    private final Path distribution;
    private final Path target;
    private final String version;

    private Installers(Path distribution, Path target, String version) {
        this.distribution = distribution;
        this.target = target;
        this.version = version;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        new Installers(Path.of(args[0]).toRealPath(), Path.of(args[1]).toAbsolutePath(), args[2]).build();
    }

    private void build() throws IOException, InterruptedException {
        delete(target);
        Files.createDirectories(target);
        Path input = classPath();
        runtime(javafx(), input);
        image(input);
        date(target.resolve("image"));
        for (String launcher : LAUNCHERS) {
            Files.writeString(
                    config(launcher),
                    "java-options=-XX:AOTCache=$APPDIR" + File.separator + train(launcher) + "\n",
                    StandardOpenOption.APPEND);
        }
        for (String launcher : LAUNCHERS) {
            check(launcher);
        }
        bundle();
    }

    /// JavaFX's jars carry their native libraries as resources, which would be unpacked into the user's home at the
    /// first start; in a jmod they are libraries of the runtime.
    private Path javafx() throws IOException {
        Path jmods = Files.createDirectories(target.resolve("javafx"));
        for (Path jar : list(only(distribution.resolve("lib"), "javafx-"))) {
            Path classes = Files.createTempDirectory(target, "classes-");
            Path natives = Files.createTempDirectory(target, "natives-");
            try (FileSystem zip = FileSystems.newFileSystem(jar)) {
                Path root = zip.getPath("/");
                for (Path file : files(root)) {
                    boolean library = file.toString().matches(".*\\.(so|dll|dylib)");
                    Path to = library
                            ? natives.resolve(file.getFileName().toString())
                            : classes.resolve(root.relativize(file).toString());
                    copy(file, to);
                }
            }
            String name = jar.getFileName().toString().replaceAll("-\\d.*", ".jmod");
            tool(
                    "jmod",
                    "create",
                    "--class-path",
                    classes.toString(),
                    "--libs",
                    natives.toString(),
                    jmods.resolve(name).toString());
            delete(classes);
            delete(natives);
        }
        return jmods;
    }

    private void runtime(Path javafx, Path input) throws IOException {
        SortedSet<String> modules = platformModules(input);
        modules.addAll(platformModules(only(distribution.resolve("lib"), "javafx-")));
        tool(
                "jlink",
                "@runtime.args",
                "--add-modules",
                String.join(",", modules),
                "--module-path",
                javafx.toString(),
                "--output",
                at("runtime"));
    }

    /// The modules of Java whose classes the jars of a folder name. What is only looked up by name at run time, as
    /// services are, stands in `runtime.args`.
    private static SortedSet<String> platformModules(Path folder) throws IOException {
        Map<String, String> modules = new HashMap<>();
        for (ModuleReference module : ModuleFinder.ofSystem().findAll()) {
            String name = module.descriptor().name();
            module.descriptor().packages().forEach(pack -> modules.put(pack.replace('.', '/'), name));
        }
        SortedSet<String> needed = new TreeSet<>();
        for (Path jar : list(folder)) {
            if (jar.toString().endsWith(".jar")) {
                try (FileSystem zip = FileSystems.newFileSystem(jar)) {
                    for (Path file : files(zip.getPath("/"))) {
                        if (file.toString().endsWith(".class") && !file.endsWith("module-info.class")) {
                            packages(file)
                                    .map(modules::get)
                                    .filter(Objects::nonNull)
                                    .forEach(needed::add);
                        }
                    }
                }
            }
        }
        return needed;
    }

    /// The packages of the classes that a class names, as its constant pool has them.
    private static Stream<String> packages(Path file) throws IOException {
        Set<String> packages = new HashSet<>();
        for (PoolEntry entry : ClassFile.of().parse(Files.readAllBytes(file)).constantPool()) {
            if (entry instanceof Utf8Entry text) {
                Matcher names = CLASS_NAME.matcher(text.stringValue());
                while (names.find()) {
                    packages.add(names.group(1));
                }
            }
        }
        return packages.stream();
    }

    /// The jars that the application's own names in its manifest, so that none left by an older build comes along.
    private Path classPath() throws IOException {
        Path input = Files.createDirectories(target.resolve("input"));
        Path lib = distribution.resolve("lib");
        Path app = lib.resolve("curfew-app-" + version + ".jar");
        copy(app, input.resolve(app.getFileName()));
        try (JarFile jar = new JarFile(app.toFile())) {
            String classPath = jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            for (String entry : classPath.split(" ")) {
                if (Files.exists(lib.resolve(entry))) {
                    copy(lib.resolve(entry), input.resolve(entry));
                } else if (!entry.startsWith("javafx-")) {
                    throw new IOException(entry + " is on the class path and not in " + lib);
                }
            }
        }
        for (Path licence : files(lib.resolve("licences"))) {
            copy(licence, input.resolve(lib.relativize(licence).toString()));
        }
        return input;
    }

    private void image(Path input) throws IOException {
        tool(
                "jpackage",
                "@image.args",
                "--app-version",
                version,
                "--input",
                input.toString(),
                "--main-jar",
                "curfew-app-" + version + ".jar",
                "--runtime-image",
                at("runtime"),
                "--add-launcher",
                "curfew-console=console.properties",
                "--icon",
                icon(),
                "--dest",
                at("image"));
    }

    /// An archive of classes is refused when a jar's time has changed, and jpackage copies without keeping times when
    /// it packages: so every file gets the one time that dpkg-deb will give it.
    private static void date(Path folder) throws IOException {
        String epoch = System.getenv("SOURCE_DATE_EPOCH");
        if (epoch == null) {
            throw new IOException("SOURCE_DATE_EPOCH is not set; the POM sets it");
        }
        for (Path file : files(folder)) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(Long.parseLong(epoch))));
        }
    }

    /// One run as people would have it, which leaves its archive beside the jars.
    ///
    /// @return the archive's name
    private String train(String launcher) throws IOException, InterruptedException {
        Path archive = app().resolve(launcher + ".aot");
        Path workspace = target.resolve("training");
        if (!Files.exists(workspace)) {
            Path passphrase = target.resolve("training.passphrase");
            Files.deleteIfExists(passphrase);
            // a temporary file is its owner's alone
            Files.move(Files.createTempFile(target, "training", ".passphrase"), passphrase);
            Files.writeString(passphrase, "training run\n");
            run("curfew", "", "init", "-w", workspace.toString(), "--passphrase-file", passphrase.toString());
            run("curfew", "", "sample", "-w", workspace.toString(), "--passphrase-file", passphrase.toString());
        }
        use(launcher, "-XX:AOTCacheOutput=" + archive);
        if (!Files.exists(archive)) {
            throw new IOException("the training run of " + launcher + " left no " + archive);
        }
        return archive.getFileName().toString();
    }

    /// The same run again, which fails when the archive does not fit: without this option it is refused in silence.
    private void check(String launcher) throws IOException, InterruptedException {
        long started = System.nanoTime();
        use(launcher, "-XX:AOTMode=on");
        System.out.println(launcher + " ran from its archive, "
                + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started) + " ms with its own end");
    }

    private void use(String launcher, String option) throws IOException, InterruptedException {
        String workspace = target.resolve("training").toString();
        String passphrase = target.resolve("training.passphrase").toString();
        if (launcher.equals("curfew")) {
            run(launcher, option, "expiring", "-w", workspace, "--passphrase-file", passphrase);
        } else {
            run(launcher, option, "-w", workspace, "--passphrase-file", passphrase);
        }
    }

    private void run(String launcher, String option, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program(launcher).toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(target.resolve("run.log").toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("JAVA_") || name.startsWith("CURFEW_"));
        boolean headless = OS.contains("linux") && environment.get("DISPLAY") == null;
        environment.put("JAVA_TOOL_OPTIONS", option + (headless ? " -Dglass.platform=Headless -Dprism.order=sw" : ""));
        Process process = builder.start();
        boolean console = launcher.equals("curfew-console");
        if (console) {
            untilQuiet(process);
        }
        // A window that was asked to end may say so with its exit code; one that ended unasked has failed.
        boolean asked = console && process.isAlive();
        if (asked) {
            process.destroy();
        }
        boolean ended = process.waitFor(RUN_MAX.toSeconds(), TimeUnit.SECONDS);
        if (!ended || !asked && (console || process.exitValue() != 0)) {
            process.destroyForcibly();
            String said = Files.readString(target.resolve("run.log"));
            throw new IOException(command + " " + option + (ended ? " failed" : " did not end") + ":\n" + said);
        }
    }

    private static void untilQuiet(Process process) throws InterruptedException {
        Duration before = Duration.ZERO;
        long latest = System.nanoTime() + RUN_MAX.toNanos();
        while (process.isAlive() && System.nanoTime() < latest) {
            process.waitFor(QUIET.toSeconds(), TimeUnit.SECONDS);
            Duration used = process.info().totalCpuDuration().orElse(Duration.ZERO);
            if (used.minus(before).compareTo(QUIET_CPU_MAX) < 0 && !before.isZero()) {
                return;
            }
            before = used;
        }
    }

    private void bundle() throws IOException {
        String arguments = OS.contains("win") ? "windows" : OS.contains("mac") ? "macos" : "linux";
        Path image = target.resolve("image").resolve(OS.contains("mac") ? "curfew.app" : "curfew");
        tool(
                "jpackage",
                "@" + arguments + ".args",
                "--name",
                "curfew",
                "--app-version",
                version,
                "--app-image",
                image.toString(),
                "--dest",
                at("package"));
    }

    private String icon() {
        String ending = OS.contains("win") ? ".ico" : OS.contains("mac") ? ".icns" : "-512.png";
        return Path.of("../resources/icons/curfew" + ending).toString();
    }

    private Path app() {
        Path image = target.resolve("image");
        return OS.contains("win")
                ? image.resolve("curfew/app")
                : OS.contains("mac") ? image.resolve("curfew.app/Contents/app") : image.resolve("curfew/lib/app");
    }

    private Path program(String launcher) {
        Path image = target.resolve("image");
        return OS.contains("win")
                ? image.resolve("curfew").resolve(launcher + ".exe")
                : OS.contains("mac")
                        ? image.resolve("curfew.app/Contents/MacOS").resolve(launcher)
                        : image.resolve("curfew/bin").resolve(launcher);
    }

    private Path config(String launcher) {
        return app().resolve(launcher + ".cfg");
    }

    private String at(String name) {
        return target.resolve(name).toString();
    }

    /// The first argument may be `@` and a file of arguments. Called as `ToolProvider`, jlink does not read those
    /// itself.
    private static void tool(String name, String... given) throws IOException {
        List<String> list = new ArrayList<>(List.of(given));
        if (given[0].startsWith("@")) {
            list.removeFirst();
            list.addAll(0, read(Path.of(given[0].substring(1))));
        }
        String[] arguments = list.toArray(String[]::new);
        System.out.println(name + " " + String.join(" ", arguments));
        ToolProvider tool = ToolProvider.findFirst(name)
                .orElseThrow(() -> new IllegalStateException("this Java has no " + name + "; it takes a JDK 25"));
        int status = tool.run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments);
        if (status != 0) {
            throw new IllegalStateException(name + " ended with " + status + "; what it said stands above");
        }
    }

    /// One option a line: its name, then after a space its value, quoted or not.
    private static List<String> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .flatMap(line -> Stream.of(line.split(" ", 2)))
                .map(word -> word.replaceAll("^\"|\"$", ""))
                .toList();
    }

    private static Path only(Path folder, String prefix) throws IOException {
        List<Path> found = list(folder).stream()
                .filter(path -> path.getFileName().toString().startsWith(prefix) && Files.isDirectory(path))
                .toList();
        if (found.size() != 1) {
            throw new IOException("one folder " + prefix + "* was expected in " + folder + ", and there are " + found);
        }
        return found.getFirst();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        CopyOption[] options = {StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING};
        Files.createDirectories(to.getParent());
        Files.copy(from, to, options);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
