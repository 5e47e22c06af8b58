package dev.curfew.app.console.screen.blastradius;

import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.reach.Reached;
import dev.curfew.app.console.component.text.Names;
import dev.curfew.app.console.component.text.ReachWords;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.text.Messages;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import org.jspecify.annotations.Nullable;

/// The drawing's twin for keyboard and screen reader: the same paths, a step a level.
final class ReachTree extends TreeView<ReachTree.Step> {

    private static final Messages MESSAGES = Messages.of(ReachTree.class);

    /// @param reached set where a path ends
    record Step(String words, Optional<Reached> reached) {}

    ReachTree(Consumer<Reached> chosen) {
        getStyleClass().add("dense");
        setAccessibleText(MESSAGES.text("tree"));
        setCellFactory(_ -> new StepCell());
        getSelectionModel().selectedItemProperty().subscribe(item -> {
            if (item != null) {
                item.getValue().reached().ifPresent(chosen);
            }
        });
    }

    void show(ReachPicture picture) {
        TreeItem<Step> root = new TreeItem<>(new Step(picture.name(), Optional.empty()));
        Map<TreeItem<Step>, Map<Branch, TreeItem<Step>>> branches = new LinkedHashMap<>();
        for (Reached reached : picture.reach().reached()) {
            TreeItem<Step> at = root;
            for (Hop hop : reached.path()) {
                boolean last = hop.equals(reached.path().getLast());
                at = grow(branches, at, hop, last ? Optional.of(reached) : Optional.empty(), picture);
            }
        }
        root.setExpanded(true);
        setRoot(root);
    }

    private record Branch(EntityId to, dev.curfew.analysis.reach.HopKind kind) {}

    private static TreeItem<Step> grow(
            Map<TreeItem<Step>, Map<Branch, TreeItem<Step>>> branches,
            TreeItem<Step> from,
            Hop hop,
            Optional<Reached> end,
            ReachPicture picture) {
        Map<Branch, TreeItem<Step>> there = branches.computeIfAbsent(from, _ -> new LinkedHashMap<>());
        TreeItem<Step> grown = there.computeIfAbsent(new Branch(hop.to(), hop.kind()), _ -> {
            TreeItem<Step> item = new TreeItem<>(step(hop, end, picture));
            from.getChildren().add(item);
            return item;
        });
        if (grown.getValue().reached().isEmpty() && end.isPresent()) {
            grown.setValue(step(hop, end, picture));
        }
        return grown;
    }

    private static Step step(Hop hop, Optional<Reached> end, ReachPicture picture) {
        String words = ReachWords.verb(hop.kind()) + " " + Names.of(picture.index(), hop.to());
        String whole = end.map(it -> MESSAGES.text("tree.end", words, ReachWords.certainty(it.certainty())))
                .orElse(words);
        return new Step(whole, end);
    }

    private static final class StepCell extends TreeCell<Step> {
        @Override
        protected void updateItem(@Nullable Step step, boolean empty) {
            super.updateItem(step, empty);
            setText(empty || step == null ? null : step.words());
        }
    }
}
