package dev.curfew.connector.postgres.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a server leaves out of its log by its settings.
class LogSettingsTest {
    private static final Map<String, String> ALL = Map.of(
            "log_statement", "all",
            "log_connections", "on",
            "log_min_messages", "warning",
            "log_destination", "jsonlog",
            "lc_messages", "en_US.UTF-8");

    private static List<String> gaps(String name, String value) {
        Map<String, String> settings = new HashMap<>(ALL);
        settings.put(name, value);
        return new LogSettings(settings, List.of()).gaps();
    }

    @Test
    void whereAllIsLoggedThereIsNoGap() {
        assertThat(new LogSettings(ALL, List.of()).gaps()).isEmpty();
        assertThat(gaps("log_connections", "receipt,authorization")).isEmpty();
        assertThat(gaps("log_destination", "stderr,csvlog")).isEmpty();
        assertThat(gaps("lc_messages", "C.UTF-8")).isEmpty();
    }

    @Test
    void eachThatLeavesSomethingOutIsSaid() {
        assertThat(gaps("log_statement", "none"))
                .singleElement()
                .asString()
                .contains("logs no statements now (log_statement=none)");
        assertThat(gaps("log_statement", "ddl")).singleElement().asString().contains("what it read");
        assertThat(gaps("log_statement", "mod")).singleElement().asString().contains("what it read is unknown");
        assertThat(gaps("log_connections", "off")).singleElement().asString().contains("when it logged in");
        assertThat(gaps("log_connections", "")).singleElement().asString().contains("when it logged in");
        assertThat(gaps("log_min_messages", "panic")).singleElement().asString().contains("log_min_messages=panic");
        assertThat(gaps("log_destination", "stderr")).singleElement().asString().contains("csvlog or jsonlog");
        assertThat(gaps("lc_messages", "de_DE.UTF-8"))
                .singleElement()
                .asString()
                .contains("only English");
    }
}
