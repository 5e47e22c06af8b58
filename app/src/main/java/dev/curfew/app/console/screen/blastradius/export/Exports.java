package dev.curfew.app.console.screen.blastradius.export;

import dev.curfew.analysis.graph.part.GraphPart;
import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.screen.blastradius.answer.Answer;
import dev.curfew.app.console.screen.blastradius.answer.Question;
import dev.curfew.app.console.screen.blastradius.drawing.Drawing;
import dev.curfew.app.console.screen.blastradius.drawing.paint.Paints;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.console.theme.Token;
import dev.curfew.app.console.theme.Tokens;
import dev.curfew.app.console.work.Job;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.reach.export.GraphFiles;
import dev.curfew.app.usecase.reach.export.GraphForm;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.paint.Color;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// Saves what is shown as a file that a person chooses.
public final class Exports {
    private static final Messages MESSAGES = Messages.of(Exports.class);

    /// What is shown now.
    public record Shown(Answer answer, Drawing drawing) {}

    private interface Writing {
        void write(Path file, Shown shown, Paints paints) throws IOException;
    }

    /// A way to save it.
    ///
    /// @param key of its words
    private record Form(String key, String ending, Ikon icon, Writing writing) {}

    private final Session session;
    private final Supplier<Optional<Shown>> shown;
    private final Function<Question, GraphPart> graph;
    private final Tokens tokens;
    private final BiConsumer<Tone, String> tell;

    /// @param graph what an answer is made of
    /// @param tell says what became of it
    public Exports(
            Session session,
            Supplier<Optional<Shown>> shown,
            Function<Question, GraphPart> graph,
            Tokens tokens,
            BiConsumer<Tone, String> tell) {
        this.session = session;
        this.shown = shown;
        this.graph = graph;
        this.tokens = tokens;
        this.tell = tell;
    }

    /// @param ready whether something is shown
    public List<Action> actions(ObservableValue<Availability> ready) {
        return Stream.of(
                        new Form(
                                "png",
                                ".png",
                                Material2OutlinedAL.IMAGE,
                                (file, it, paints) -> PictureFiles.png(file, it.answer(), it.drawing(), paints)),
                        new Form(
                                "svg",
                                ".svg",
                                Material2OutlinedMZ.POLYMER,
                                (file, it, paints) -> PictureFiles.svg(file, it.answer(), it.drawing(), paints)),
                        graph("graphml", GraphForm.graphml, Material2OutlinedAL.ACCOUNT_TREE),
                        graph("bloodhound", GraphForm.opengraph, Material2OutlinedMZ.SHARE))
                .map(form -> Action.of(MESSAGES.text(form.key()), form.icon(), () -> save(form))
                        .when(ready))
                .toList();
    }

    private Form graph(String key, GraphForm form, Ikon icon) {
        return new Form(key, form.ending(), icon, (file, it, _) -> {
            Question question = it.answer().question();
            if (question.subject().isPolicy()) {
                throw new Refused(MESSAGES.text("policy"));
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                GraphFiles.replace(out, form, graph.apply(question));
            }
        });
    }

    private void save(Form form) {
        Optional<Shown> now = shown.get();
        now.ifPresent(it -> session.files()
                .toSave(MESSAGES.text(form.key()), name(it) + form.ending())
                .ifPresent(file -> write(file, it, form.writing())));
    }

    private static String name(Shown shown) {
        String name = shown.answer().question().subject().name().toLowerCase(Locale.ROOT);
        return MESSAGES.text("file", name.replaceAll("[^a-z0-9]+", "-"));
    }

    private void write(Path file, Shown it, Writing writing) {
        Paints paints = new Paints(colors()::get);
        session.work()
                .start(new Job<>(
                        "blast-radius-export",
                        MESSAGES.text("working", file.getFileName()),
                        _ -> {
                            write(file, it, writing, paints);
                            return file;
                        },
                        saved -> tell.accept(Tone.GOOD, MESSAGES.text("saved", saved)),
                        failure -> tell.accept(Tone.BAD, failure.sentence())));
    }

    private static void write(Path file, Shown it, Writing writing, Paints paints) {
        try {
            writing.write(file, it, paints);
        } catch (IOException e) {
            throw new Refused(MESSAGES.text("failed", file, String.valueOf(e.getMessage())), e);
        }
    }

    /// The theme's colours belong to the screen's thread: the background gets its own copy.
    private Map<Token, Color> colors() {
        Map<Token, Color> colors = new EnumMap<>(Token.class);
        for (Token token : Token.values()) {
            colors.put(token, Objects.requireNonNull(tokens.get(token)));
        }
        return colors;
    }
}
