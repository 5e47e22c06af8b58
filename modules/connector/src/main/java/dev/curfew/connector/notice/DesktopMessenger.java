package dev.curfew.connector.notice;

import dev.curfew.model.notice.Messenger.Told;
import dev.curfew.model.notice.Notice;
import dev.curfew.model.text.Messages;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Shows notices on the desktop, through `notify-send` (libnotify): the freedesktop.org Desktop Notifications
/// Specification. A desktop that has no such thing shows nothing, and says so: AWT's tray is not there on most Linux
/// desktops any more, and on other systems nobody has tried it.
final class DesktopMessenger {
    private static final Messages MESSAGES = Messages.of(DesktopMessenger.class);
    private static final String PROGRAM = "notify-send";
    private static final Duration WAIT_MAX = Duration.ofSeconds(5);

    private final Map<String, String> environment;

    DesktopMessenger(Map<String, String> environment) {
        this.environment = environment;
    }

    Told carry(Notice notice) throws InterruptedException {
        Optional<Path> program = program();
        if (program.isEmpty()) {
            return new Told(false, MESSAGES.text("no-program"));
        }
        try {
            return show(program.get(), notice);
        } catch (IOException e) {
            return new Told(false, MESSAGES.text("no-program"));
        }
    }

    private Told show(Path program, Notice notice) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        program.toString(),
                        "--app-name=Curfew",
                        "--category=im.received",
                        "--urgency=" + (notice.isUrgent() ? "critical" : "normal"),
                        "--",
                        notice.title(),
                        plain(notice.words())))
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Told(false, MESSAGES.text("no-answer"));
            }
            return process.exitValue() == 0
                    ? new Told(true, MESSAGES.text("shown"))
                    : new Told(false, MESSAGES.text("no-desktop"));
        } finally {
            process.destroyForcibly();
        }
    }

    /// Servers may read the body as markup.
    private static String plain(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private Optional<Path> program() {
        return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder).resolve(PROGRAM))
                .filter(Path::isAbsolute)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
