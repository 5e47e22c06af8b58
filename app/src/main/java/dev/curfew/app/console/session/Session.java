package dev.curfew.app.console.session;

import dev.curfew.app.console.component.dialog.Browsing;
import dev.curfew.app.console.component.dialog.Copying;
import dev.curfew.app.console.component.dialog.Dialogs;
import dev.curfew.app.console.component.dialog.FileChoosing;
import dev.curfew.app.console.navigation.Navigator;
import dev.curfew.app.console.work.Work;
import dev.curfew.app.usecase.Desk;
import java.nio.file.Path;
import java.util.function.Consumer;

/// What a screen is made with: the workspace and the ways out of the screen.
///
/// @param leaveFor closes the workspace and opens an export in its place
public record Session(
        Desk desk,
        Work work,
        Pulse pulse,
        Acting acting,
        SignedIn signedIn,
        Navigator navigator,
        Dialogs dialogs,
        FileChoosing files,
        Copying copying,
        Browsing browsing,
        Consumer<Path> leaveFor) {}
