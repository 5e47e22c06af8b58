package dev.curfew.app.console.screen.revocation.preview;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.ActionButton;
import dev.curfew.app.console.component.dialog.Copying;
import dev.curfew.app.console.component.layout.Facts;
import dev.curfew.app.console.component.layout.Section;
import dev.curfew.app.console.component.state.Banner;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.WrappedLabel;
import dev.curfew.app.console.screen.revocation.preview.PreviewWords.Line;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.choice.Left;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// All that an act would do, before it is confirmed: everything that it touches is named here.
public final class PreviewView extends VBox {

    private static final Messages MESSAGES = Messages.of(PreviewView.class);

    /// What a person reads in full; of the rest each is named.
    private static final int CARDS_MAX = 20;

    /// As [#CARDS_MAX], of what ends with it and of what is left alone.
    private static final int BANNERS_MAX = 20;

    /// @param known what else is known of a credential, by its id
    /// @param asked what a person does about it: below what it comes to, and above the details, so that nobody looks
    ///     for the passphrase's field at night
    public PreviewView(
            Map<String, Object> preview, Function<String, List<Line>> known, Copying copying, Node... asked) {
        getStyleClass().add("form");
        setId("preview");
        List<PreviewWords> all = PreviewWords.of(preview);
        getChildren().add(glance(all, preview, copying));
        banners(preview, "added", Tone.NOTE);
        banners(preview, "left", Tone.CARE);
        PreviewWords.unread(preview).ifPresent(words -> getChildren().add(new Banner(Tone.UNKNOWN, words)));
        PreviewWords.untold(preview).forEach(words -> getChildren().add(new Banner(Tone.UNKNOWN, words)));
        getChildren().addAll(asked);
        VBox cards = new VBox();
        cards.getStyleClass().add("lines");
        all.stream().limit(CARDS_MAX).forEach(one -> cards.getChildren().add(card(one, known.apply(one.credential()))));
        if (all.size() > CARDS_MAX) {
            cards.getChildren().add(rest(all.subList(CARDS_MAX, all.size())));
        }
        getChildren().add(new Section(MESSAGES.text("details"), cards));
    }

    /// @return names and values, one a line
    public static Facts facts(List<Line> lines) {
        Facts facts = new Facts();
        lines.forEach(line -> facts.add(line.name(), line.words()));
        return facts;
    }

    private static Section glance(List<PreviewWords> all, Map<String, Object> preview, Copying copying) {
        long sources = all.stream().map(PreviewView::source).distinct().count();
        long acts = all.stream().mapToLong(one -> one.actions().size()).sum();
        long breaking = all.stream().mapToLong(PreviewWords::breaking).sum();
        Facts facts = new Facts()
                .add(MESSAGES.text("glance.ends"), MESSAGES.text("glance.credentials", all.size(), sources, acts))
                .add(MESSAGES.text("line.breaks"), MESSAGES.text("glance.breaking", breaking));
        mechanisms(all).forEach(facts::add);
        facts.add(MESSAGES.text("line.alive"), alive(all));
        Action copy = Action.of(
                MESSAGES.text("copy"),
                Material2OutlinedAL.CONTENT_COPY,
                () -> copying.text(PreviewWords.text(preview)));
        HBox below = new HBox(ActionButton.withWords(copy).styled("small"));
        return new Section(MESSAGES.text("glance"), facts, below);
    }

    /// How soon each way of ending takes hold.
    private static Map<String, String> mechanisms(List<PreviewWords> all) {
        Map<String, String> mechanisms = new LinkedHashMap<>();
        all.forEach(one -> mechanisms.putIfAbsent(one.kind(), MESSAGES.text("glance.refused", one.refused())));
        return mechanisms;
    }

    /// What goes on all the same, each once: it has to be known before the signature.
    private static String alive(List<PreviewWords> all) {
        return all.stream()
                .map(PreviewWords::alive)
                .filter(words -> !words.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private static String source(PreviewWords one) {
        return one.credential().substring(0, one.credential().indexOf(':'));
    }

    private void banners(Map<String, Object> preview, String field, Tone tone) {
        List<Left> all = Left.in(preview, field);
        all.stream()
                .limit(BANNERS_MAX)
                .map(one -> MESSAGES.text("glance." + field, one.named(), one.why()))
                .forEach(words -> getChildren().add(new Banner(tone, words)));
        if (all.size() > BANNERS_MAX) {
            String named = all.stream().skip(BANNERS_MAX).map(Left::named).collect(Collectors.joining("\n"));
            getChildren()
                    .add(new Banner(tone, MESSAGES.text("glance." + field + ".more", all.size() - BANNERS_MAX, named)));
        }
    }

    private static VBox card(PreviewWords one, List<Line> known) {
        Label id = new WrappedLabel(one.credential());
        id.getStyleClass().addAll("code", "semibold");
        Label about = WrappedLabel.muted(one.about());
        Facts facts = facts(known);
        facts.add(MESSAGES.text("line.identity"), one.contained());
        facts.add(MESSAGES.text("line.acts"), String.join("\n", one.actions()));
        one.lines().forEach(line -> facts.add(line.name(), line.words()));
        VBox box = new VBox(id, about, facts);
        box.getStyleClass().addAll("card-box", "lines");
        return box;
    }

    private static VBox rest(List<PreviewWords> rest) {
        VBox box = new VBox();
        box.getStyleClass().addAll("card-box", "tight-lines");
        for (PreviewWords one : rest) {
            Label line = new WrappedLabel(MESSAGES.text("rest", one.credential(), one.about()));
            box.getChildren().add(line);
        }
        return box;
    }
}
