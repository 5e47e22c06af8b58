package dev.curfew.app.usecase.breakglass;

import dev.curfew.app.usecase.Unwritten;
import dev.curfew.governance.breakglass.BreakGlassJson;
import dev.curfew.governance.breakglass.report.DrillReport;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Messages;
import dev.curfew.model.text.Sha256;
import dev.curfew.snapshot.file.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// The evidence of drills in files: the report as canonical JSON, byte for byte what the ledger's signature is over,
/// and as PDF for whoever reads paper.
public final class Evidence {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Path usual;

    /// @param usual where it is written unless somebody says otherwise
    public Evidence(Path usual) {
        this.usual = usual;
    }

    /// Where a report was written.
    public record Written(Path json, Path pdf) {}

    /// Both files whole, or an exception.
    ///
    /// @param of the path as it stands after the drill
    /// @throws Unwritten if they cannot be written; the report is in the ledger all the same
    public Written write(DrillReport report, BreakGlassCase of) {
        return write(report, of, usual);
    }

    /// As above, in a folder that is made if it is not there.
    public Written write(DrillReport report, BreakGlassCase of, Path folder) {
        String name = report.path() + "-" + STAMP.format(report.startedAt()) + "-" + report.id();
        String json = CanonicalJson.text(BreakGlassJson.of(report));
        Written written = new Written(folder.resolve(name + ".json"), folder.resolve(name + ".pdf"));
        try {
            Files.createDirectories(folder);
            PrivateFiles.replace(written.json(), json.getBytes(StandardCharsets.UTF_8));
            PrivateFiles.replace(written.pdf(), new EvidencePdf(report, of, Sha256.hex(json)).bytes());
            return written;
        } catch (IOException e) {
            throw new Unwritten(Messages.of(Evidence.class).text("unwritable", folder), e);
        }
    }
}
