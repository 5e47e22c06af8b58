package dev.curfew.app.usecase.breakglass;

import dev.curfew.governance.breakglass.Trend;
import dev.curfew.governance.breakglass.report.DrillReport;
import dev.curfew.governance.breakglass.report.Reliance;
import dev.curfew.governance.breakglass.report.StageResult;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// A drill's report on paper.
final class EvidencePdf {
    private static final Messages MESSAGES = Messages.of(EvidencePdf.class);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private final DrillReport report;
    private final BreakGlassCase of;
    private final String hash;

    /// @param hash of the report as JSON
    EvidencePdf(DrillReport report, BreakGlassCase of, String hash) {
        this.report = report;
        this.of = of;
        this.hash = hash;
    }

    byte[] bytes() throws IOException {
        try (Paper paper = new Paper(MESSAGES.text("pdf.title", report.path(), report.id()))) {
            paper.title(MESSAGES.text("pdf.title", report.path(), report.id()));
            paper.strong(MESSAGES.text(report.passed() ? "pdf.passed" : "pdf.failed"));
            facts(paper);
            paper.heading(MESSAGES.text("pdf.stages"));
            for (StageResult stage : report.stages()) {
                stage(paper, stage);
            }
            paper.heading(MESSAGES.text("pdf.trend"));
            trend(paper);
            paper.heading(MESSAGES.text("pdf.proof"));
            paper.text(MESSAGES.text("pdf.hash"));
            paper.mono(hash);
            return paper.bytes();
        }
    }

    private void facts(Paper paper) throws IOException {
        paper.text(MESSAGES.text("pdf.account", report.account(), report.source()));
        paper.text(MESSAGES.text("pdf.canary", report.canary()));
        paper.text(MESSAGES.text("pdf.when", TIME.format(report.startedAt()), TIME.format(report.endedAt())));
        paper.text(MESSAGES.text("pdf.who", report.officer(), report.host(), String.join(", ", report.openedBy())));
        if (report.reliance().isPresent()) {
            Reliance reliance = report.reliance().get();
            paper.text(reliance.words());
            paper.text(MESSAGES.text("pdf.asked", reliance.asked().size(), String.join(", ", reliance.asked())));
        }
    }

    private static void stage(Paper paper, StageResult stage) throws IOException {
        String took = stage.isFine()
                ? MESSAGES.text("pdf.millis", String.valueOf(stage.took().toMillis()))
                : "";
        paper.strong(MESSAGES.text(
                        "pdf.stage", stage.stage().words(), stage.verdict().words(), took)
                .strip());
        paper.text(stage.sentence());
        if (!stage.next().isEmpty()) {
            paper.text(MESSAGES.text("pdf.next", stage.next()));
        }
    }

    private void trend(Paper paper) throws IOException {
        Trend trend = of.trend();
        paper.text(MESSAGES.text("pdf.trend.count", trend.passed(), trend.drills()));
        if (trend.usual().isPresent()) {
            paper.text(MESSAGES.text(
                    "pdf.trend.activation", String.valueOf(trend.usual().get().toMillis())));
        }
        if (trend.slower().isPresent()) {
            paper.text(MESSAGES.text(
                    "pdf.trend.slower", String.valueOf(trend.slower().get().toMillis())));
        }
        for (String sentence : of.shared()) {
            paper.text(MESSAGES.text("pdf.shared", sentence));
        }
    }
}
