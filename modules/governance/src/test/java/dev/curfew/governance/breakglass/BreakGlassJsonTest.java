package dev.curfew.governance.breakglass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.custody.Holder;
import dev.curfew.model.breakglass.Alerts.Receiver;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.text.CanonicalJson;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BreakGlassJsonTest {
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPathIsReadAsItWasWritten(boolean privateAllowed) {
        assertThat(BreakGlassJson.path(text(privateAllowed))).isEqualTo(path(privateAllowed));
    }

    /// Signed before there was the switch: its alerts go on arriving where they did.
    @Test
    void aPathThatSaysNothingOfAddressesInsideIsDialledThereAsItWas() {
        String before = text(false).replace("\"privateAllowed\":false,", "");

        assertThat(before).doesNotContain("privateAllowed");
        assertThat(BreakGlassJson.path(before)).isEqualTo(path(true));
    }

    private static String text(boolean privateAllowed) {
        return CanonicalJson.text(BreakGlassJson.of(path(privateAllowed)));
    }

    private static BreakGlassPath path(boolean privateAllowed) {
        return new BreakGlassPath(
                "bao-emergency",
                new SourceName("bao"),
                "user/userpass/emergency",
                "secret/data/canary",
                List.of(new Holder("ada", "a key")),
                1,
                Duration.ofDays(30),
                Duration.ofDays(1),
                new AlertPlan(
                        new Receiver(URI.create("https://siem.internal/alerts"), privateAllowed),
                        false,
                        Duration.ofSeconds(30)),
                "ada",
                Instant.parse("2026-11-22T03:00:00Z"));
    }
}
