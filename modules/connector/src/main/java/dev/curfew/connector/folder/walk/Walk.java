package dev.curfew.connector.folder.walk;

import dev.curfew.model.port.Progress;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the files of a folder one after another, in no order: whoever is handed them sorts.
/// Links are not followed, neither out of the folder nor within it, where what they lead to is read anyway.
public final class Walk {
    /// Configuration is far smaller; a database dump is not read for the one password in it.
    public static final int FILE_BYTES_MAX = 16 << 20;

    /// Some ten large repositories. A folder with more is given in parts.
    public static final int FILES_MAX = 500_000;

    /// Deeper than any build nests.
    private static final int DEPTH_MAX = 64;

    /// A path is part of an id, and ids have limits.
    private static final int PATH_CHARACTERS_MAX = 2048;

    private static final int PROGRESS_EVERY = 100;
    private static final Messages MESSAGES = Messages.of(Walk.class);

    private final Path root;
    private final Set<String> leftOut;
    private final Progress progress;
    private final Use use;
    private final Passed passed = new Passed();
    private long files;
    private boolean interrupted;

    private Walk(Path root, Set<String> leftOut, Progress progress, Use use) {
        this.root = root;
        this.leftOut = leftOut;
        this.progress = progress;
        this.use = use;
    }

    /// What is done with each file, which is wiped afterwards.
    @FunctionalInterface
    public interface Use {
        void document(Document document);
    }

    /// @param root a folder, or one file
    /// @param leftOut names of folders that are not entered
    /// @throws IOException if the root itself cannot be read
    public static Passed through(Path root, Set<String> leftOut, Progress progress, Use use)
            throws IOException, InterruptedException {
        Walk walk = new Walk(root.toRealPath(), leftOut, progress, use);
        Files.walkFileTree(walk.root, EnumSet.noneOf(FileVisitOption.class), DEPTH_MAX, walk.new Visit());
        if (walk.interrupted) {
            throw new InterruptedException();
        }
        return walk.passed;
    }

    /// Control characters are written as a question mark: they have no place in an id, nor on a terminal.
    private String path(Path file) {
        Path below = file.equals(root) ? root.getFileName() : root.relativize(file);
        return String.valueOf(below)
                .replace(file.getFileSystem().getSeparator(), "/")
                .replaceAll("\\p{Cntrl}", "?");
    }

    private void read(Path file, BasicFileAttributes attributes) {
        String path = path(file);
        if (path.length() > PATH_CHARACTERS_MAX) {
            passed.unread(MESSAGES.text("path", path.substring(0, 64), PATH_CHARACTERS_MAX));
        } else if (attributes.size() > FILE_BYTES_MAX) {
            passed.unread(MESSAGES.text("large", path, FILE_BYTES_MAX >> 20));
        } else {
            try (Document document = new Document(path, bytes(file), isShared(file))) {
                use.document(document);
            } catch (IOException _) {
                passed.unread(MESSAGES.text("unreadable", path));
            }
        }
    }

    /// It may have grown, or become a link, since it was looked at.
    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(FILE_BYTES_MAX + 1);
            if (bytes.length > FILE_BYTES_MAX) {
                throw new IOException("it grew");
            }
            return bytes;
        }
    }

    private static boolean isShared(Path file) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        return view != null && view.readAttributes().permissions().contains(PosixFilePermission.OTHERS_READ);
    }

    private final class Visit extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = String.valueOf(folder.getFileName());
            if (!folder.equals(root) && leftOut.contains(name)) {
                passed.leftOut(name);
                return FileVisitResult.SKIP_SUBTREE;
            }
            return next();
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isSymbolicLink()) {
                passed.link();
            } else if (attributes.isDirectory()) {
                passed.unread(MESSAGES.text("deep", path(file), DEPTH_MAX));
            } else if (attributes.isRegularFile()) {
                if (files == FILES_MAX) {
                    passed.unread(MESSAGES.text("many", FILES_MAX));
                    return FileVisitResult.TERMINATE;
                }
                files++;
                read(file, attributes);
                if (files % PROGRESS_EVERY == 0) {
                    progress.at(MESSAGES.text("stage"), files, -1);
                }
            }
            return next();
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (file.equals(root)) {
                throw failure;
            }
            passed.unread(MESSAGES.text("unreadable", path(file)));
            return next();
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
            if (failure != null) {
                passed.unread(MESSAGES.text("unreadable", path(folder)));
            }
            return next();
        }

        private FileVisitResult next() {
            interrupted |= Thread.interrupted();
            return interrupted ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }
    }
}
