package dev.curfew.app.cli.terminal;

import dev.curfew.model.connection.Secret;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The process's own streams.
public final class SystemTerminal implements Terminal {
    private final Map<String, String> environment;
    private final @Nullable Console console;
    private final WatchedOutput watched = new WatchedOutput(new FileOutputStream(FileDescriptor.out));
    private final PrintWriter out;
    private final PrintWriter err;

    public SystemTerminal() {
        environment = Map.copyOf(System.getenv());
        console = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .orElse(null);
        out = new PrintWriter(new OutputStreamWriter(watched, charset("stdout.encoding")), false);
        err = new PrintWriter(new OutputStreamWriter(System.err, charset("stderr.encoding")), true);
    }

    private static Charset charset(String property) {
        String name = System.getProperty(property);
        return name == null ? Charset.defaultCharset() : Charset.forName(name);
    }

    @Override
    public PrintWriter out() {
        return out;
    }

    @Override
    public Optional<String> lost() {
        return watched.lost();
    }

    @Override
    public PrintWriter err() {
        return err;
    }

    @Override
    public InputStream in() {
        return System.in;
    }

    @Override
    public Map<String, String> environment() {
        return environment;
    }

    @Override
    public boolean interactive() {
        return console != null;
    }

    @Override
    public Optional<Integer> width() {
        return console == null ? Optional.empty() : TerminalWidth.of(environment);
    }

    /// NO_COLOR as no-color.org has it; `dumb` terminals show escapes as they are.
    @Override
    public boolean colours() {
        return console != null
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "dumb").equals("dumb");
    }

    @Override
    public Optional<Secret> ask(String prompt) {
        if (console == null) {
            return Optional.empty();
        }
        char[] typed = console.readPassword("%s", prompt);
        return typed == null ? Optional.empty() : Optional.of(Secret.taking(typed));
    }
}
