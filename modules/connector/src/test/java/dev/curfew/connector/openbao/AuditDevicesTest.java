package dev.curfew.connector.openbao;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.estate.Resource;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Progress;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.RealServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where an OpenBao writes down what is done, by the shipped policy.
@RealServer
class AuditDevicesTest {
    private static Observation observe(OpenBao openBao) throws InterruptedException {
        try (Connected connected = Connected.with(openBao)) {
            return connected.observer().observe(Progress.SILENT);
        }
    }

    private static Coverage coverage(Observation observation) {
        return observation.coverage().stream()
                .filter(it -> it.scope().equals("audit-devices"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aDeviceIsReadWithWhereItWrites(@TempDir Path folder) throws InterruptedException {
        Path file = folder.resolve("audit.log");
        try (OpenBao openBao = OpenBao.startAudited(file)) {
            Observation observation = observe(openBao);

            assertThat(observation.facts())
                    .filteredOn(it -> it.provenance().scope().equals("audit-devices"))
                    .singleElement()
                    .isInstanceOfSatisfying(Resource.class, it -> {
                        assertThat(it.id().nativeId()).isEqualTo("audit-device/file");
                        assertThat(it.kind()).isEqualTo("openbao.audit-device");
                        assertThat(it.tags())
                                .containsAllEntriesOf(Map.of("type", "file", "file-path", file.toString()));
                    });
            assertThat(coverage(observation).state()).isEqualTo(CoverageState.READ);
        }
    }

    @Test
    void thatThereIsNoneIsSaid() throws InterruptedException {
        try (OpenBao openBao = OpenBao.start()) {
            Coverage coverage = coverage(observe(openBao));

            assertThat(coverage.state()).isEqualTo(CoverageState.READ);
            assertThat(coverage.detail())
                    .isEqualTo("There is no audit device: what is done here is written down nowhere.");
        }
    }
}
