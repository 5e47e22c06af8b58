package dev.curfew.connector.record;

import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The files that a record is in: those of a folder, or one with what was rotated away from it.
final class RecordFiles {
    /// CloudTrail writes some 300 a day for each region.
    private static final int FILES_MAX = 200_000;

    private static final int DEPTH_MAX = 64;
    private static final Messages MESSAGES = Messages.of(RecordFiles.class);

    private RecordFiles() {}

    /// @param where a folder or a file
    /// @param holds as in [RecordForm#holds]
    /// @throws SourceException if there is none, or there are too many to read
    static List<RecordFile> of(Path where, Predicate<String> holds) {
        try {
            List<RecordFile> files = Files.isDirectory(where) ? below(where, holds) : rotated(where);
            if (files.isEmpty()) {
                throw new SourceException(SourceException.Kind.UNREACHABLE, MESSAGES.text("none", where));
            }
            if (files.size() > FILES_MAX) {
                throw new SourceException(SourceException.Kind.UNREACHABLE, MESSAGES.text("many", where, FILES_MAX));
            }
            return files;
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(where, e);
        }
    }

    static SourceException unreadable(Path where, Throwable cause) {
        return new SourceException(SourceException.Kind.UNREACHABLE, MESSAGES.text("unreadable", where), cause);
    }

    private static List<RecordFile> below(Path folder, Predicate<String> holds) throws IOException {
        try (Stream<Path> found = Files.walk(folder, DEPTH_MAX)) {
            return found.filter(Files::isRegularFile)
                    .map(path -> new RecordFile(path, name(folder, path)))
                    .filter(file -> holds.test(file.name()))
                    .sorted((one, other) -> one.name().compareTo(other.name()))
                    .limit(FILES_MAX + 1L)
                    .toList();
        }
    }

    private static String name(Path folder, Path path) {
        return folder.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    private static List<RecordFile> rotated(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        String name = String.valueOf(file.getFileName());
        if (folder == null || !Files.exists(file)) {
            return List.of();
        }
        Predicate<String> itsOwn = siblings(name).asMatchPredicate();
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(Files::isRegularFile)
                    .map(path -> new RecordFile(path, String.valueOf(path.getFileName())))
                    .filter(each -> itsOwn.test(each.name()))
                    .sorted((one, other) -> one.name().compareTo(other.name()))
                    .toList();
        }
    }

    /// `audit.log` itself; `audit.log.1`, `audit.log-20261129.gz` of logrotate; `audit-2026-11-29T07-21-50.123.log.gz`
    /// of the API server (lumberjack).
    private static Pattern siblings(String name) {
        int dot = name.lastIndexOf('.');
        String stem = dot < 1 ? name : name.substring(0, dot);
        String ending = dot < 1 ? "" : name.substring(dot);
        String count = "[-.]\\d[\\dT.:_-]*";
        return Pattern.compile("(?:" + Pattern.quote(name) + "(?:" + count + ")?|" + Pattern.quote(stem) + count
                + Pattern.quote(ending) + ")(?:\\.gz)?");
    }
}
