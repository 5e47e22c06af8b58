package dev.curfew.app.console.screen.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.console.bench.FxThread;
import dev.curfew.app.console.bench.HandedFiles;
import dev.curfew.connector.Connectors;
import dev.curfew.model.kind.SourceKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.TextArea;
import org.junit.jupiter.api.Test;

/// Whoever connects a server is shown what the credentials have to be allowed, as it is shipped.
class ServerFieldsTest {

    @Test
    void theLeastRightsOfBothCredentialsAreThereToBeCopied() throws Exception {
        for (SourceKind kind : Connectors.kinds().servers()) {
            List<String> shown = FxThread.call(() -> new ServerFields(kind, new HandedFiles(), () -> {})
                    .lookupAll(".document").stream()
                            .map(it -> ((TextArea) it).getText())
                            .toList());

            assertThat(shown)
                    .as(kind.id())
                    .isNotEmpty()
                    .containsExactlyElementsOf(Stream.of(kind.needs(false), kind.needs(true))
                            .flatMap(Optional::stream)
                            .toList());
        }
    }
}
