package dev.curfew.connector.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.notice.Notice;
import dev.curfew.model.notice.NoticeEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DesktopMessengerTest {
    private static final Notice NOTICE = new Notice(
            "0123456789abcdef0123456789abcdef",
            NoticeEvent.ALARM,
            "a",
            "--help",
            "a < b & c",
            List.of(),
            Instant.parse("2026-11-29T12:00:00Z"));

    @Test
    void withoutItsProgramItSaysSo(@TempDir Path empty) throws InterruptedException {
        DesktopMessenger messenger = new DesktopMessenger(Map.of("PATH", empty + ":"));
        assertThat(messenger.carry(NOTICE).there()).isFalse();
        assertThat(messenger.carry(NOTICE).words()).contains("notify-send");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void itIsShownAsTextAndNotAsOptionsOrMarkup(@TempDir Path folder) throws Exception {
        program(folder, "for word in \"$@\"; do printf '%s\\n' \"$word\" >> \"$0.said\"; done");
        DesktopMessenger messenger = new DesktopMessenger(Map.of("PATH", folder + ":/usr/bin:/bin"));
        assertThat(messenger.carry(NOTICE).there()).isTrue();
        assertThat(folder.resolve("notify-send.said")).content().isEqualTo("""
                        --app-name=Curfew
                        --category=im.received
                        --urgency=critical
                        --
                        --help
                        a &lt; b &amp; c
                        """);
        program(folder, "exit 1");
        assertThat(messenger.carry(NOTICE).there()).isFalse();
    }

    private static void program(Path folder, String script) throws Exception {
        Path program = Files.writeString(folder.resolve("notify-send"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }
}
