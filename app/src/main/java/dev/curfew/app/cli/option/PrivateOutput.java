package dev.curfew.app.cli.option;

import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.usecase.handover.PrivateFile;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;

/// Opens the file that a secret is to be handed over in.
public final class PrivateOutput {
    private static final Messages MESSAGES = Messages.of(PrivateOutput.class);

    private PrivateOutput() {}

    /// @throws UsageProblem if there is a file of that name, or it cannot be made
    public static PrivateFile at(Path file) {
        try {
            return PrivateFile.at(file);
        } catch (FileAlreadyExistsException e) {
            throw new UsageProblem(MESSAGES.text("output.exists", file), e);
        } catch (IOException e) {
            throw new UsageProblem(MESSAGES.text("output.unwritable", file), e);
        }
    }
}
