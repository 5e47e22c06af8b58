package dev.curfew.app.cli.run;

import dev.curfew.app.cli.option.DurationText;
import dev.curfew.app.cli.option.PrivateOutput;
import dev.curfew.app.usecase.breakglass.OpenUse;
import dev.curfew.app.usecase.breakglass.handover.Handover;
import dev.curfew.app.usecase.handover.PrivateFile;
import dev.curfew.model.connection.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Option;

/// A session that goes to an officer in a wrapping, and not to the command.
final class WrapOptions {
    @Option(names = "--wrap-to", paramLabel = "FILE", required = true, descriptionKey = "break-glass.wrap-to")
    private Path file = Path.of("");

    @Option(names = "--wrap-for", paramLabel = "NAME", required = true, descriptionKey = "break-glass.wrap-for")
    private String officer = "";

    @Option(
            names = "--wrap-time",
            paramLabel = "TIME",
            defaultValue = "5m",
            converter = DurationText.class,
            descriptionKey = "break-glass.wrap-time")
    private Duration time = Duration.ofMinutes(5);

    /// Made before anything is opened that could not be handed over.
    PrivateFile output() {
        return PrivateOutput.at(file);
    }

    /// @return what was handed over; its token is closed
    Handover hand(OpenUse open, PrivateFile output) throws InterruptedException, IOException {
        try (Handover handover = open.wrap(officer, time);
                Secret text = handover.text()) {
            output.write(text);
            return handover;
        }
    }

    Path file() {
        return file;
    }
}
