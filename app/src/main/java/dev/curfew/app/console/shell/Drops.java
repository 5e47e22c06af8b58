package dev.curfew.app.console.shell;

import dev.curfew.app.console.component.dialog.Sheet;
import dev.curfew.app.console.component.state.Placeholder;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.session.Session;
import dev.curfew.model.text.Messages;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// What is dropped on the window goes to the screen that can do something with it, which asks before it does.
final class Drops {

    private static final Messages MESSAGES = Messages.of(Drops.class);

    private final Session session;
    private final Screens screens;

    Drops(Session session, Screens screens) {
        this.session = session;
        this.screens = screens;
    }

    void onto(Node target) {
        target.setOnDragOver(this::over);
        target.setOnDragDropped(this::dropped);
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles() && !session.dialogs().isShown()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        boolean files = event.getDragboard().hasFiles();
        if (files) {
            take(event.getDragboard().getFiles().stream().map(File::toPath).toList());
        }
        event.setDropCompleted(files);
        event.consume();
    }

    void take(List<Path> dropped) {
        if (dropped.size() != 1) {
            refuse(MESSAGES.text("drop.several", dropped.size()));
            return;
        }
        Path file = dropped.getFirst();
        if (!Files.isReadable(file)) {
            refuse(MESSAGES.text("drop.unreadable", file));
            return;
        }
        Optional<Place> place = Arrays.stream(Place.values())
                .filter(it -> screens.at(it).takes(file))
                .findFirst();
        place.ifPresentOrElse(
                it -> {
                    session.navigator().go(Destination.of(it));
                    screens.at(it).take(file);
                },
                () -> refuse(MESSAGES.text("drop.nothing", file)));
    }

    private void refuse(String why) {
        session.dialogs()
                .show(Sheet.showing(
                        MESSAGES.text("drop.title"),
                        "",
                        Placeholder.empty(Material2OutlinedAL.FILE_UPLOAD, MESSAGES.text("drop.refused"), why)));
    }
}
