import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Lays out the Java sources of the whole tree, or says which are not laid out. Started by the root POM with the
/// formatter on the class path; its one argument is `check` or `fix`.
///
/// A program of its own because the formatter has to run in the JDK whose Java it reads, which is newer than Maven's,
/// and because its own command line takes neither folders nor a word on what to do next.
class Format {
    private static final List<String> ROOTS = List.of(".ci", "app/src", "modules");

    private final Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    public static void main(String[] args) throws IOException {
        boolean fix = args.length == 1 && args[0].equals("fix");
        Format format = new Format();
        List<String> wrong = sources().parallelStream()
                .map(file -> format.visit(file, fix))
                .flatMap(List::stream)
                .sorted()
                .toList();
        if (wrong.isEmpty()) {
            return;
        }
        wrong.forEach(System.err::println);
        if (fix) {
            System.err.println(wrong.size() + " files laid out anew");
            boolean broken = wrong.stream().anyMatch(line -> line.contains(": "));
            System.exit(broken ? 1 : 0);
        }
        System.err.println(
                wrong.size() + " files are not laid out as the formatter would; this does it: mvn -N -Pformat");
        System.exit(1);
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String root : ROOTS) {
            Path folder = Path.of(root);
            if (Files.isDirectory(folder)) {
                try (Stream<Path> walk = Files.walk(folder)) {
                    walk.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> !file.toString().contains("/target/"))
                            .forEach(sources::add);
                }
            }
        }
        return sources;
    }

    /// @return the file, when it is not (or was not) laid out; with a reason after a colon when it cannot be read as
    /// Java
    private List<String> visit(Path file, boolean fix) {
        try {
            String before = Files.readString(file);
            String after = formatter.formatSourceAndFixImports(before);
            if (after.equals(before)) {
                return List.of();
            }
            if (fix) {
                Files.writeString(file, after);
            }
            return List.of(file.toString());
        } catch (FormatterException e) {
            return List.of(file + ": " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
