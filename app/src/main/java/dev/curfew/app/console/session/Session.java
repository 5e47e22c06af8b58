package dev.curfew.app.console.session;

import dev.curfew.app.console.component.dialog.Copying;
import dev.curfew.app.console.component.dialog.Dialogs;
import dev.curfew.app.console.component.dialog.FileChoosing;
import dev.curfew.app.console.navigation.Navigator;
import dev.curfew.app.console.work.Work;
import dev.curfew.app.usecase.Desk;

/// What a screen is made with: the workspace and the ways out of the screen.
public record Session(
        Desk desk, Work work, Pulse pulse, Navigator navigator, Dialogs dialogs, FileChoosing files, Copying copying) {}
