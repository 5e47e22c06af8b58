package dev.curfew.app.console.component.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTest {

    @Test
    void quotesWhatWouldBreakALine() {
        assertThat(Csv.line(List.of("plain", "a,b", "say \"no\"", "two\nlines")))
                .isEqualTo("plain,\"a,b\",\"say \"\"no\"\"\",\"two\nlines\"\r\n");
    }

    @Test
    void neverLetsASpreadsheetRunACell() {
        assertThat(Csv.line(List.of("=cmd()", "+1", "-1", "@sum", "a=b"))).isEqualTo("'=cmd(),'+1,'-1,'@sum,a=b\r\n");
    }

    @Test
    void writesHeaderAndRows(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("rows.csv");

        Csv.write(file, List.of("id", "name"), List.of(List.of("1", "Zoë")));

        assertThat(Files.readString(file)).isEqualTo("id,name\r\n1,Zoë\r\n");
    }
}
