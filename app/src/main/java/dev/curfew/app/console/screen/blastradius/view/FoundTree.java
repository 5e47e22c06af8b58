package dev.curfew.app.console.screen.blastradius.view;

import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.sketch.Direction;
import dev.curfew.app.console.component.text.Names;
import dev.curfew.app.console.component.text.ReachWords;
import dev.curfew.app.console.screen.blastradius.answer.Answer;
import dev.curfew.app.console.screen.blastradius.answer.AnswerWords;
import dev.curfew.app.console.screen.blastradius.answer.Chosen;
import dev.curfew.app.console.screen.blastradius.answer.Found;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import org.jspecify.annotations.Nullable;

/// The drawing's twin for keyboard and screen reader: the same paths, a hop a level, from where somebody looks.
final class FoundTree extends TreeView<FoundTree.Step> {

    private static final Messages MESSAGES = Messages.of(FoundTree.class);

    /// @param chosen what is looked at when it is selected: a path through it, at this hop
    record Step(String words, Optional<Chosen> chosen) {}

    private record Branch(EntityId to, HopKind kind) {}

    FoundTree(Consumer<Chosen> chosen) {
        setId("reach-tree");
        getStyleClass().add("dense");
        setAccessibleText(MESSAGES.text("tree"));
        setCellFactory(_ -> new StepCell());
        getSelectionModel().selectedItemProperty().subscribe(item -> {
            if (item != null) {
                item.getValue().chosen().ifPresent(chosen);
            }
        });
    }

    void show(Answer answer) {
        TreeItem<Step> root =
                new TreeItem<>(new Step(answer.question().subject().name(), Optional.empty()));
        Growth growth = new Growth(answer);
        answer.found().forEach(found -> growth.add(root, found));
        root.setExpanded(true);
        setRoot(root);
    }

    /// A tree in the making.
    private static final class Growth {
        private final Answer answer;
        private final Direction direction;
        private final Map<TreeItem<Step>, Map<Branch, TreeItem<Step>>> branches = new HashMap<>();

        Growth(Answer answer) {
            this.answer = answer;
            direction = answer.question().direction();
        }

        void add(TreeItem<Step> root, Found found) {
            TreeItem<Step> at = root;
            List<Hop> path = found.path();
            for (int i = 0; i < path.size(); i++) {
                int place = direction == Direction.FORWARD ? i : path.size() - 1 - i;
                at = grow(at, found, place, i == path.size() - 1);
            }
        }

        private TreeItem<Step> grow(TreeItem<Step> at, Found found, int place, boolean last) {
            Hop hop = found.path().get(place);
            EntityId far = direction == Direction.FORWARD ? hop.to() : hop.from();
            Map<Branch, TreeItem<Step>> there = branches.computeIfAbsent(at, _ -> new LinkedHashMap<>());
            TreeItem<Step> grown = there.get(new Branch(far, hop.kind()));
            if (grown == null) {
                grown = new TreeItem<>(new Step("", Optional.empty()));
                there.put(new Branch(far, hop.kind()), grown);
                at.getChildren().add(grown);
            }
            if (last || grown.getValue().chosen().isEmpty()) {
                grown.setValue(new Step(
                        words(hop, found, last), Optional.of(Chosen.of(found).at(place))));
            }
            return grown;
        }

        /// From a start each hop says what it leads to; from a target, who makes it.
        private String words(Hop hop, Found found, boolean last) {
            String to = Names.of(answer.index(), hop.to());
            String step = switch (direction) {
                case FORWARD -> MESSAGES.text("tree.step", ReachWords.verb(hop.kind()), to);
                case BACKWARD ->
                    MESSAGES.text(
                            "tree.step.back", Names.of(answer.index(), hop.from()), ReachWords.verb(hop.kind()), to);
            };
            List<String> notes = new ArrayList<>();
            if (last) {
                notes.add(ReachWords.certainty(found.certainty()));
            }
            if (answer.question().isComparison()) {
                notes.add(AnswerWords.fate(answer.fate(hop)));
            }
            return notes.isEmpty() ? step : MESSAGES.text("tree.end", step, String.join(", ", notes));
        }
    }

    private static final class StepCell extends TreeCell<Step> {
        @Override
        protected void updateItem(@Nullable Step step, boolean empty) {
            super.updateItem(step, empty);
            setText(empty || step == null ? null : step.words());
        }
    }
}
