package dev.curfew.app.console.component.form;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.TransferMode;

/// Files that are dropped on a part of a form, which takes them before the window does.
public final class FileDrop {
    private FileDrop() {}

    public static void onto(Node target, Consumer<List<Path>> taken) {
        target.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        target.setOnDragDropped(event -> {
            List<Path> files =
                    event.getDragboard().getFiles().stream().map(File::toPath).toList();
            taken.accept(files);
            event.setDropCompleted(true);
            event.consume();
        });
    }
}
