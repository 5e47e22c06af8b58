package dev.curfew.app.cli.bench;

import dev.curfew.app.cli.terminal.Terminal;
import dev.curfew.model.connection.Secret;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// A terminal that writes down what it is shown and types what it was told to.
public final class FakeTerminal implements Terminal {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final PrintWriter outWriter = new PrintWriter(out);
    private final PrintWriter errWriter = new PrintWriter(err);
    private final Map<String, String> environment;
    private final InputStream in;
    private final Deque<String> typed;
    private final Supplier<Optional<Integer>> width;

    /// @param typed answers to prompts, in order; none: nobody can be asked
    FakeTerminal(Map<String, String> environment, String stdin, List<String> typed, Supplier<Optional<Integer>> width) {
        this.environment = Map.copyOf(environment);
        this.in = new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8));
        this.typed = new ArrayDeque<>(typed);
        this.width = width;
    }

    String shown() {
        return out.toString();
    }

    String told() {
        return err.toString();
    }

    @Override
    public PrintWriter out() {
        return outWriter;
    }

    @Override
    public Optional<String> lost() {
        return Optional.empty();
    }

    @Override
    public PrintWriter err() {
        return errWriter;
    }

    @Override
    public InputStream in() {
        return in;
    }

    @Override
    public Map<String, String> environment() {
        return environment;
    }

    @Override
    public boolean interactive() {
        return false;
    }

    @Override
    public Optional<Integer> width() {
        return width.get();
    }

    @Override
    public boolean colours() {
        return false;
    }

    @Override
    public Optional<Secret> ask(String prompt) {
        errWriter.print(prompt);
        return Optional.ofNullable(typed.poll()).map(Secret::of);
    }
}
