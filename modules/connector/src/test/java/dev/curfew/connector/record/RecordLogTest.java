package dev.curfew.connector.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.connector.record.line.JsonLines;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.timeline.Deed;
import dev.curfew.model.timeline.DeedKind;
import dev.curfew.model.timeline.Origin;
import dev.curfew.model.timeline.Timeline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that were rotated, packed, cut off, or are missing.
class RecordLogTest {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    @TempDir
    Path folder;

    private final List<String> seen = new ArrayList<>();

    private final Follower<String> follower = new Follower<>() {
        @Override
        public boolean take(String entry) {
            seen.add(entry.replaceAll(".*\"what\":\"(.*)\".*", "$1"));
            return !entry.contains("odd");
        }

        @Override
        public Deeds deeds() {
            return new Deeds(NOON);
        }

        @Override
        public List<String> caveats() {
            return List.of("as ever");
        }

        @Override
        public List<String> gaps() {
            return List.of();
        }
    };

    private Timeline read(Path where) throws InterruptedException {
        return new RecordLog<>(new JsonLines("time", _ -> true), where, () -> NOON)
                .follow(follower, "log", Duration.ZERO, NOON.minus(Duration.ofHours(12)), Progress.SILENT);
    }

    private static String line(String time, String what) {
        return "{\"time\":\"2026-11-29T" + time + ":00Z\",\"what\":\"" + what + "\"}\n";
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void whoeverStopsItIsNotToldOfAFileThatCannotBeRead() throws Exception {
        Path log = write("audit.log", line("11:40", "e"));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> read(log)).isInstanceOf(InterruptedException.class);

        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void aFileIsReadWithWhatWasRotatedAwayAndWithNothingElse() throws Exception {
        Path log = write("audit.log", line("11:40", "e") + line("11:50", "f"));
        write("audit.log.1", line("11:10", "c"));
        Files.write(folder.resolve("audit.log.2.gz"), packed(line("10:40", "b")));
        Files.write(folder.resolve("audit-2026-11-29T10-20-00.000.log.gz"), packed(line("10:20", "a")));
        write("audit-2026-11-29T11-20-00.000.log", line("11:20", "d"));
        write("audit.json", line("09:00", "another's"));
        write("audit-other.log", line("09:00", "another's"));

        Timeline told = read(log);

        assertThat(seen).containsExactly("a", "b", "c", "d", "e", "f");
        assertThat(told.record()).isEqualTo("log " + log + " (5 files)");
        assertThat(told.from()).contains(Instant.parse("2026-11-29T10:20:00Z"));
        assertThat(told.gaps()).isEmpty();
        assertThat(told.limits()).containsExactly("as ever");
    }

    @Test
    void severalServersFilesAreReadInTheOrderOfTime() throws Exception {
        write("one.log", line("11:10", "a") + line("11:30", "c") + line("11:50", "e"));
        write("two.log", line("11:20", "b") + line("11:40", "d"));

        read(folder);

        assertThat(seen).containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void moreFilesThanAreKeptOpenAtOnceAreInTheOrderOfTimeToo() throws Exception {
        int files = 300;
        int entries = 2 * Sips.ENTRIES + 50;
        for (int file = 0; file < files; file++) {
            int many = file < files - 2 ? 3 : entries;
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < many; i++) {
                int at = i * 400 + file;
                text.append("{\"time\":\"")
                        .append(NOON.minusSeconds(200_000).plusMillis(at))
                        .append("\",\"what\":\"");
                text.append(at).append("\"}\n");
            }
            Files.write(
                    folder.resolve("server-" + file + ".log"),
                    file % 2 == 0 ? packed(text.toString()) : text.toString().getBytes(StandardCharsets.UTF_8));
        }

        read(folder);

        assertThat(seen).hasSize((files - 2) * 3 + 2 * entries);
        assertThat(seen.stream().map(Integer::valueOf)).isSorted();
    }

    @Test
    void whatCannotBeReadIsToldWithItsPlaceAndTheRestIsKept() throws Exception {
        write("a.log", line("11:30", "a") + "no entry\n" + line("11:31", "odd") + line("11:32", "b") + "{\"time\":");
        byte[] packed = packed(line("11:35", "c").repeat(2000));
        Files.write(folder.resolve("b.gz"), Arrays.copyOf(packed, packed.length - 20));

        Timeline told = read(folder);

        assertThat(seen).startsWith("a", "odd", "b", "c", "c");
        assertThat(told.gaps())
                .containsExactly(
                        "2 lines could not be read: a.log:2, a.log:3",
                        "a file could not be read, or not to the end: b.gz");
    }

    @Test
    void ofManyBrokenLinesSomeAreNamedAndTheRestCounted() throws Exception {
        Path log = write("a.log", line("11:30", "a") + "x\n".repeat(1000));

        assertThat(read(log).gaps())
                .containsExactly(
                        "1000 lines could not be read: a.log:2, a.log:3, a.log:4, a.log:5, a.log:6 and 995 more");
    }

    @Test
    void hoursOfSilenceAndAnEarlyEndAreTold() throws Exception {
        Path log = write("a.log", line("01:00", "a") + line("04:00", "b") + line("04:30", "c"));

        assertThat(read(log).gaps())
                .containsExactly(
                        "nothing at all is in it between 2026-11-29T01:00:00Z and 2026-11-29T04:00:00Z:"
                                + " nobody did anything then, or files are missing",
                        "it ends at 2026-11-29T04:30:00Z: what was done later is unknown");
    }

    @Test
    void aLineThatIsTooLongIsPassedOver() throws Exception {
        Path log = write("a.log", line("11:30", "a") + line("11:31", "x".repeat(5 << 20)) + line("11:32", "b"));

        assertThat(read(log).gaps()).containsExactly("a line could not be read: a.log:2");
        assertThat(seen).containsExactly("a", "b");
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThatThrownBy(() -> read(folder.resolve("none.log")))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("none.log is not there");
    }

    @Test
    void deedsHaveAnEndAndSayHowManyMoreThereWere() {
        Deeds deeds = new Deeds(NOON, 2);
        for (int i = 0; i < 5; i++) {
            deeds.add(Deed.once(NOON.plusSeconds(i), DeedKind.READ, "thing " + i, "", Origin.of(""), "", true));
        }
        deeds.add(Deed.once(NOON.minusSeconds(1), DeedKind.READ, "before", "", Origin.of(""), "", true));

        assertThat(deeds.inOrder()).extracting(Deed::target).containsExactly("thing 0", "thing 1");
        assertThat(deeds.gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap).startsWith("3 more deeds"));
    }
}
