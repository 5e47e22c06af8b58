import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Lays out the Java sources of the whole tree, or says which are not laid out. Started by the root POM with the
/// formatter on the class path; its one argument is `check` or `fix`. What is left to do it writes to a file, and the
/// enforcer fails on finding that: a process that fails makes Maven print its own stack over the names of the files.
///
/// A program of its own because the formatter has to run in the JDK whose Java it reads, which is newer than Maven's,
/// and because its own command line takes neither folders nor a word on what to do next.
class Format {
    private static final List<String> ROOTS = List.of(".ci", "app/src", "installers", "modules");
    private static final Path WRONG = Path.of("target", "not-laid-out.txt");
    private static final int COLUMNS = 120;
    private static final Pattern COMMENT = Pattern.compile("(?m)^([ \\t]*)///(?!/)(.*?)[ \\t]*$");

    /// A vertical tab: white space, so that the formatter leaves it where it is, and found in no source.
    private static final String HELD = "\u000b";

    private static final Pattern PLACE = Pattern.compile("(?m)^([ \\t]*)//" + HELD + "(\\d+)$");

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
        wrong.forEach(System.err::println);
        boolean broken = wrong.stream().anyMatch(line -> line.contains(": "));
        if (fix && !wrong.isEmpty()) {
            System.err.println(
                    wrong.size() + (broken ? " files, not all of which can be read" : " files laid out anew"));
        }
        Files.createDirectories(WRONG.getParent());
        Files.deleteIfExists(WRONG);
        if (broken || !fix && !wrong.isEmpty()) {
            Files.write(WRONG, wrong);
        }
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
            String after = format(before);
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

    /// The formatter's own order of steps, but with each `///` line held out of it as a short comment while the code is
    /// laid out: javac has read adjoining ones as one comment since Java 23, of which the formatter breaks long lines
    /// without beginning the rest with `///` again. Imports come first, for such comments may be all that uses them.
    /// Long strings stay as they are.
    private String format(String source) throws FormatterException {
        String input = ImportOrderer.reorderImports(source, JavaFormatterOptions.Style.PALANTIR);
        input = RemoveUnusedImports.removeUnusedImports(input);
        List<String> held = new ArrayList<>();
        String code = COMMENT.matcher(input).replaceAll(comment -> {
            held.add(comment.group(2));
            return Matcher.quoteReplacement(comment.group(1) + "//" + HELD + (held.size() - 1));
        });
        code = formatter.formatSource(code);
        return PLACE.matcher(code)
                .replaceAll(place ->
                        Matcher.quoteReplacement(wrap(place.group(1), held.get(Integer.parseInt(place.group(2))))));
    }

    private static String wrap(String indent, String comment) {
        String rest = indent + "///" + comment;
        String spaces =
                comment.substring(0, comment.length() - comment.stripLeading().length());
        String start = indent + "///" + spaces + (comment.startsWith("@", spaces.length()) ? "    " : "");
        StringBuilder wrapped = new StringBuilder();
        while (rest.length() > COLUMNS) {
            int cut = rest.lastIndexOf(' ', COLUMNS);
            if (cut <= start.length()) {
                break;
            }
            wrapped.append(rest, 0, cut).append('\n');
            rest = start + rest.substring(cut + 1);
        }
        return wrapped.append(rest).toString();
    }
}
