package dev.curfew.app.console.screen.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.model.id.EntityId;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class EntityInspectionTest {

    @Test
    void whereAnIdentityStandsIsSaidAndOfACredentialNot() throws IOException, InterruptedException {
        try (SampleWorkspace workspace = SampleWorkspace.filled()) {
            EntityInspection inspection = new EntityInspection(workspace.desk());
            assertThat(workspace.desk().estate().current().snapshot().identities().stream()
                            .limit(20))
                    .isNotEmpty()
                    .allSatisfy(it -> assertThat(
                                    inspection.of(it.id()).orElseThrow().lifecycle())
                            .isPresent());

            EntityId credential = workspace
                    .desk()
                    .estate()
                    .current()
                    .snapshot()
                    .credentials()
                    .getFirst()
                    .id();
            assertThat(inspection.of(credential).orElseThrow().lifecycle()).isEmpty();
        }
    }
}
