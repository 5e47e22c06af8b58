package dev.curfew.app.console.theme;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How a person likes the console to look, kept from one start to the next. It belongs to the person on this machine
/// and not to a workspace: that may be shared, and has to be unlocked first.
public final class Preferences {

    private static final Logger LOG = LoggerFactory.getLogger(Preferences.class);
    private static final String APPEARANCE = "appearance";
    private static final String TEXT_SIZE = "text-size";

    private final Path file;

    /// @param file made when the first choice is made
    public Preferences(Path file) {
        this.file = file;
    }

    /// Dresses the theme as it was chosen last, and keeps what is chosen from now on. What cannot be read is as if it
    /// had never been chosen: nothing here is worth keeping anybody from their work.
    public void keep(Theme theme) {
        Properties kept = read();
        find(Appearance.values(), kept.getProperty(APPEARANCE)).ifPresent(theme.appearance()::set);
        find(TextSize.values(), kept.getProperty(TEXT_SIZE)).ifPresent(theme.textSize()::set);
        theme.appearance().subscribe((_, _) -> write(theme));
        theme.textSize().subscribe((_, _) -> write(theme));
    }

    private static <E extends Enum<E>> Optional<E> find(E[] values, @Nullable String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }

    private Properties read() {
        Properties kept = new Properties();
        if (Files.isRegularFile(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                kept.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                LOG.warn("{} is not used: it cannot be read", file, e);
            }
        }
        return kept;
    }

    /// Beside the old file and then in its place, so that a crash leaves one of the two.
    private void write(Theme theme) {
        Properties chosen = new Properties();
        chosen.setProperty(APPEARANCE, theme.appearance().get().name());
        chosen.setProperty(TEXT_SIZE, theme.textSize().get().name());
        Path next = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (Writer writer = Files.newBufferedWriter(next)) {
                chosen.store(writer, null);
            }
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("{} could not be written", file, e);
        }
    }
}
